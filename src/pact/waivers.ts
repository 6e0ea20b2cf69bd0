import type { Issue } from '../kernel/issue.js';
import type { Waiver } from '../sla/clock/excuse.js';
import type { Event, WaivedEvent } from '../vocabulary/event.js';
import { pactIssue } from './issues.js';

const waivedIn = (events: readonly Event[]): readonly WaivedEvent[] => events.filter((event) => event.type === 'waived');

/** What people let go, from the log. Automation lets nothing go. */
export const waiversOf = (events: readonly Event[]): readonly Waiver[] =>
  waivedIn(events)
    .filter(({ by }) => by.kind === 'human')
    .map(({ id, clause, leadId, at, by, why }) => ({ clause, leadId, at, event: id, by: by.person ?? by.party, why }));

/** Waivers that have no effect, because nobody gave them. */
export const voidWaivers = (events: readonly Event[]): readonly Issue[] =>
  waivedIn(events)
    .filter(({ by }) => by.kind === 'automation')
    .map(({ id, clause }) => pactIssue('waived_by_automation', { event: id, clause }));
