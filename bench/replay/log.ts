import { foldStanding, NOTHING_YET, resolve, stepFacts, type ResolvedLog, type StepFacts } from 'revpact/lifecycle';
import type { Event, EventType, LeadEvent } from 'revpact/vocabulary';

const MARKETING = { party: 'marketing', kind: 'automation' } as const;
const REP = { party: 'sales_development', person: 'rep', kind: 'human' } as const;
const SEQUENCER = { party: 'sales_development', kind: 'automation' } as const;
const SELLER = { party: 'sales', person: 'seller', kind: 'human' } as const;
const CLERK = { party: 'marketing', person: 'clerk', kind: 'human' } as const;
const DAY = 86_400_000;

/** Reproducible dice (mulberry32). */
const dice = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
};

/**
 * Leads through the twelve stages, some eighteen events each: touches, hand-offs, attempts by people and by a
 * sequencer, meetings, deals, the four exits, recycling. One event in twenty is noise: a step out of turn, an answer by automation, a
 * rejection after an attempt. One step in five names the stage it was recorded to enter; one in a hundred names a wrong one.
 */
export const leadEvents = (size: number): readonly LeadEvent[] => {
  const roll = dice(20_061_101);
  const pick = <T>(...values: readonly [T, ...T[]]): T => values[Math.floor(roll() * values.length)] ?? values[0];
  const events: LeadEvent[] = [];
  for (let lead = 0; events.length < size; lead += 1) {
    const leadId = `00Q${String(lead).padStart(12, '0')}`;
    let at = 1_700_000_000_000 + Math.floor(roll() * 300) * DAY;
    const add = (event: { readonly type: EventType; readonly by: LeadEvent['by'] } & Record<string, unknown>, into?: string): void => {
      at += Math.floor(roll() * 6 * 3_600_000) + 60_000;
      const named = into === undefined || roll() > 0.2 ? {} : { stage: roll() < 0.05 ? pick('sql', 'recycled', 'lost') : into };
      // Of the generator's making, field by field; the compiler sees only a spread.
      events.push({ id: `e${String(events.length)}`, at, leadId, ...event, ...named } as unknown as LeadEvent);
    };
    const noise = (): void => {
      if (roll() > 0.07) return;
      add(
        pick<{ readonly type: EventType; readonly by: LeadEvent['by'] } & Record<string, unknown>>(
          { type: 'opportunity_won', by: SELLER, opportunityId: `o${leadId}` },
          { type: 'accepted', by: SEQUENCER },
          { type: 'rejected', by: REP, class: 'clerical', reason: 'no_phone' },
          { type: 'disqualified', by: REP, reason: 'no_budget' },
          { type: 'qualified', by: MARKETING },
          { type: 'opportunity_opened', by: REP, opportunityId: `o${leadId}` },
        ),
      );
    };
    const touches = (): void => {
      for (let i = Math.floor(roll() * 4); i > 0; i -= 1) add({ type: roll() < 0.3 ? 'inquiry' : 'touch', by: MARKETING });
    };
    const attempts = (): void => {
      for (let i = Math.floor(roll() * 4); i > 0; i -= 1) add({ type: 'attempt', by: roll() < 0.7 ? REP : SEQUENCER, channel: 'phone' });
    };

    add({ type: 'inquiry', by: MARKETING, source: 'web' }, 'inquiry');
    for (let lap = 0; lap < 4; lap += 1) {
      touches();
      noise();
      if (roll() < 0.15) add({ type: 'expired', by: CLERK }, 'expired');
      else {
        add({ type: 'qualified', by: MARKETING }, 'mql');
        add({ type: 'handed_off', by: MARKETING, to: 'sales_development', toPerson: 'rep' });
        noise();
        if (roll() < 0.12) add({ type: 'rejected', by: REP, class: pick('procedural', 'clerical', 'definitional'), reason: 'no_phone' }, 'rejected');
        else {
          add({ type: 'accepted', by: REP }, 'sal');
          attempts();
          noise();
          if (roll() < 0.5) add({ type: 'disqualified', by: REP, reason: 'no_budget' }, 'disqualified');
          else {
            if (roll() < 0.6) add({ type: 'meeting_held', by: REP, meetingId: `m${leadId}` }, 'meeting');
            add({ type: 'opportunity_opened', by: SELLER, opportunityId: `o${leadId}` }, 'sql');
            touches();
            if (roll() < 0.7) add({ type: 'opportunity_advanced', by: SELLER, opportunityId: `o${leadId}` }, 'proposal');
            if (roll() < 0.3) {
              add({ type: 'opportunity_won', by: SELLER, opportunityId: `o${leadId}` }, 'won');
              break;
            }
            add({ type: 'opportunity_lost', by: SELLER, opportunityId: `o${leadId}` }, 'lost');
          }
        }
      }
      if (roll() < 0.5) break;
      add({ type: 'recycled', by: CLERK }, 'recycled');
    }
  }
  return events.slice(0, size);
};

export type Order = 'grouped' | 'timed';

/** The log grouped by lead as it is made, or in time order, where the next event is of any lead. */
export const inOrder = (events: readonly LeadEvent[], order: Order): readonly LeadEvent[] =>
  order === 'grouped' ? events : [...events].sort((a, b) => a.at - b.at || Number(a.id.slice(1)) - Number(b.id.slice(1)));

/** Events that are in order within each lead already, as the library takes a log. */
export const asLog = (events: readonly Event[]): ResolvedLog => ({ ...resolve([]), events });

/** An event with everything that its guards ask about, its lead numbered: what a machine wants to be fed with. */
export interface Prepared {
  readonly lead: number;
  readonly type: EventType;
  readonly stage: string | undefined;
  readonly facts: StepFacts;
}

/** Fold the facts outside, for the engines that are given them ready. */
export const prepared = (events: readonly LeadEvent[]): { readonly rows: readonly Prepared[]; readonly leads: number } => {
  const numbers = new Map<string, number>();
  const standings: (typeof NOTHING_YET)[] = [];
  const rows = events.map((event): Prepared => {
    const lead = numbers.get(event.leadId) ?? numbers.size;
    numbers.set(event.leadId, lead);
    const standing = standings[lead] ?? NOTHING_YET;
    standings[lead] = foldStanding(standing, event);
    return { lead, type: event.type, stage: event.stage, facts: stepFacts(standing, event) };
  });
  return { rows, leads: numbers.size };
};
