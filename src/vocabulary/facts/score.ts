import type { Instant } from '../../kernel/instant.js';
import { table } from './table.js';

/** One row a score that was recorded. */
export interface ScoreFact {
  readonly eventId: string;
  readonly leadId: string;
  readonly at: Instant;
  readonly order: number;
  readonly kind: 'fit' | 'engagement';
  readonly score: number;
  readonly was: number | null;
  readonly tier: string | null;
}

/** Its columns in a warehouse. */
export const scoreTable = /* @__PURE__ */ table<ScoreFact>('score', {
  eventId: 'text',
  leadId: 'text',
  at: 'integer',
  order: 'integer',
  kind: 'text',
  score: 'integer',
  was: 'integer?',
  tier: 'text?',
});
