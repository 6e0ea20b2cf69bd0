import type { Instant } from '../../kernel/instant.js';
import { learnedBy } from '../../lifecycle/log/learned.js';
import { homesOf } from '../../lifecycle/log/merge.js';
import { resolve } from '../../lifecycle/log/resolve.js';
import type { Channel } from '../../vocabulary/activity.js';
import type { Event } from '../../vocabulary/event.js';
import type { PartyId } from '../../vocabulary/party.js';
import type { DoneSoFar } from './grounds.js';

/**
 * What has been done for a lead by the moment somebody wants to let it go, counted as the facts about exits count it: by
 * people, since the lead's last delivery, attempts of the leaving party only. Corrections and merges of the log hold. What
 * is recorded at that very moment came before.
 *
 * @param events - The log as recorded; the events of this lead, with what corrects or merges them, are enough.
 * @param party - Who lets it go.
 * @example
 * ```ts
 * import { doneSoFar } from 'revpact/feedback';
 *
 * const by = { party: 'sales', kind: 'human' } as const;
 * const log = [
 *   { id: 'e1', type: 'attempt', at: 1000, by, leadId: 'l1', channel: 'phone' },
 *   { id: 'e2', type: 'attempt', at: 2000, by, leadId: 'l1', channel: 'email' },
 *   { id: 'e3', type: 'attempt', at: 3000, by, leadId: 'l1', channel: 'phone' },
 * ] as const;
 * doneSoFar(log, 'l1', 2500, 'sales') // => { attempts: 2, contacts: 0, channels: 2, firstAttemptAt: 1000 }
 * ```
 */
export const doneSoFar = (events: readonly Event[], leadId: string, at: Instant, party: PartyId): DoneSoFar => {
  const log = resolve(events, { asOf: at + 1 });
  // The log's report lists the first thousand merges only.
  const lead = homesOf(learnedBy(events, Infinity, () => undefined).merges).homeOf(leadId);
  let [attempts, contacts] = [0, 0];
  let firstAttemptAt: Instant | null = null;
  const channels = new Set<Channel>();
  for (const event of log.events) {
    if (!('leadId' in event) || event.leadId !== lead) continue;
    if (event.type === 'handed_off') {
      [attempts, contacts, firstAttemptAt] = [0, 0, null];
      channels.clear();
    } else if (event.by.kind !== 'human') continue;
    else if (event.type === 'contact_made' || event.type === 'meeting_held') contacts += 1;
    else if (event.type === 'attempt' && event.by.party === party) {
      attempts += 1;
      firstAttemptAt ??= event.at;
      channels.add(event.channel);
    }
  }
  return { attempts, contacts, channels: channels.size, firstAttemptAt };
};
