import type { Instant } from '../../kernel/instant.js';
import type { PartyId } from '../party.js';
import { table } from './table.js';

/** One row a thing that a customer did to speak for us: a reference or a case study agreed, made or used. */
export interface AdvocacyFact {
  readonly eventId: string;
  /** The customer. */
  readonly leadId: string;
  readonly accountId: string | null;
  readonly at: Instant;
  readonly kind: 'reference' | 'case_study';
  readonly act: 'agreed' | 'made' | 'used';
  /** The lead for which it was used, where that was said. */
  readonly usedFor: string | null;
  readonly party: PartyId;
  readonly person: string | null;
}

/** Its columns in a warehouse. */
export const advocacyTable = /* @__PURE__ */ table<AdvocacyFact>('advocacy', {
  eventId: 'text',
  leadId: 'text',
  accountId: 'text?',
  at: 'integer',
  kind: 'text',
  act: 'text',
  usedFor: 'text?',
  party: 'text',
  person: 'text?',
});
