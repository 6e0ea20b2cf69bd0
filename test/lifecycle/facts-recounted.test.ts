import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLifecycle, factsFrom, resolve } from 'revpact/lifecycle';
import { sirius2006, type Event, type EventType, type Facts, type OpportunityFact } from 'revpact/vocabulary';
// Written for the clause of list compliance, and by its words: another reading of the same lists.
import { listsOf } from '../../src/sla/reading/lists.js';
import { dealColumns, delistedAt, effortBefore, exitColumns, handOffColumns, leadColumns, placedIn, visitColumns } from '../support/naive-facts.js';
import { sdr } from '../support/lead-log.js';
import { anyLog } from '../support/random-log.js';

const LIFECYCLE = createLifecycle(sirius2006);
const DAY = 86_400_000;

/** What else an event may say, told by a die: an account, a campaign, what a deal is worth, how sure it is, which day. */
const saysMore = (event: Event, die: number): Event => {
  const money = (minor: number): object => ({ minor, currency: die % 11 === 0 ? 'USD' : 'EUR' });
  const marketing = { inquiry: true, touch: true, qualified: true };
  const more: object = {
    ...(die % 3 === 0 ? { accountId: `a${String(die % 2)}` } : {}),
    ...(event.type in marketing ? { source: `s${String(die % 4)}`, ...(die % 2 === 0 ? { campaign: 'spring' } : {}) } : {}),
    ...(event.type === 'assigned' && die % 4 === 0 ? { toParty: 'sales' } : {}),
    ...(event.type === 'opportunity_opened' ? { opportunityType: die % 2 === 0 ? 'renewal' : 'expansion' } : {}),
    ...(event.type === 'opportunity_opened' || event.type === 'opportunity_advanced' || event.type === 'opportunity_won'
      ? { ...(die % 3 === 1 ? { amount: money(die * 7 - 300) } : {}), ...(die % 5 === 1 ? { annual: money(die) } : {}), ...(die % 4 === 1 ? { termMonths: 1 + (die % 36) } : {}) }
      : {}),
    ...(event.type === 'opportunity_opened' || event.type === 'opportunity_advanced'
      ? { ...(die % 4 === 2 ? { forecast: 'commit' } : die % 4 === 3 ? { forecast: 'best_case' } : {}), ...(die % 3 === 2 ? { expectedClose: die * DAY } : {}) }
      : {}),
  };
  return { ...event, ...more };
};

const list = fc.record({ at: fc.integer({ min: 0, max: 100 }), to: fc.constantFrom('sales', 'sales_development'), accountIds: fc.subarray(['a0', 'a1', 'a2']), item: fc.constantFrom('target_list', 'target_list', 'dossiers') });

/** What the columns are about. */
const OFTEN = [
  'inquiry', 'touch', 'assigned', 'handed_off', 'handed_off', 'handed_off', 'accepted', 'rejected', 'rejected', 'recycled', 'recycled', 'qualified', 'attempt',
  'contact_made', 'meeting_booked', 'disqualified', 'opportunity_opened', 'opportunity_advanced', 'opportunity_won', 'opportunity_lost', 'score_changed', 'advocacy',
] as const;

/** A log in which leads share accounts, deals say what they are worth, and lists come and go. */
const busy = (often: readonly EventType[]): fc.Arbitrary<readonly Event[]> => fc
  .tuple(anyLog(sirius2006, 60, often), fc.array(fc.nat({ max: 100 }), { minLength: 60, maxLength: 60 }), fc.array(list, { maxLength: 6 }))
  .map(([events, dice, lists]) => [
    ...events.map((event, i) => saysMore(event, dice[i] ?? 0)),
    ...lists.map((one, i): Event => ({ ...one, id: `p${String(i)}`, type: 'provided', by: { party: 'marketing', kind: 'human' } })),
  ]);
const busyLog = busy(OFTEN);
/** One in which little else happens than deliveries, and most of them are answered by their receiver. */
const deliveries = busy(['handed_off', 'handed_off', 'rejected', 'rejected', 'rejected', 'accepted', 'accepted', 'assigned', 'attempt']).map((events) =>
  events.map((event, i): Event => {
    if (i % 4 === 0) return event;
    if (event.type === 'handed_off') return { ...event, to: 'sales_development' };
    return event.type === 'rejected' || event.type === 'accepted' ? { ...event, by: sdr } : event;
  }),
);

const pick = (row: object, keys: readonly string[]): object => Object.fromEntries(Object.entries(row).filter(([key]) => keys.includes(key)));
/** A row, as far as the recount says something of it. */
const asRecounted = <Row extends object>(rows: readonly Row[], recount: (row: Row) => object): void => {
  for (const row of rows) {
    const expected = recount(row);
    expect(pick(row, Object.keys(expected))).toEqual(expected);
  }
};

const check = (law: (facts: Facts, events: readonly Event[]) => void, log: fc.Arbitrary<readonly Event[]> = busyLog): void => {
  fc.assert(
    fc.property(log, (recorded) => {
      const { events } = resolve(recorded);
      law(factsFrom(LIFECYCLE, resolve(recorded)).facts, events);
    }),
    { numRuns: 200 },
  );
};

describe('what facts say, counted anew from the events, row by row', () => {
  test('leads', () => {
    check((facts, events) => {
      const log = placedIn(events);
      expect(facts.leads.map(({ leadId }) => leadId)).toEqual([...new Set(log.map(({ leadId }) => leadId))]);
      asRecounted(facts.leads, ({ leadId }) => leadColumns(leadId, log, facts.stageVisits, sirius2006));
    });
  });

  test('stays', () => {
    check((facts, events) => {
      asRecounted(facts.stageVisits, (visit) => visitColumns(visit, placedIn(events), facts.stageVisits));
    });
  });

  test('deliveries', () => {
    check((facts, events) => {
      asRecounted(facts.handOffs, (row) => handOffColumns(row, placedIn(events), facts.handOffs));
    }, fc.oneof(busyLog, deliveries));
  });

  test('exits', () => {
    check((facts, events) => {
      const log = placedIn(events);
      asRecounted(facts.exits, (row) => ({ ...exitColumns(row, facts.stageVisits, sirius2006), ...effortBefore(row, log) }));
    });
  });

  test('conversations', () => {
    check((facts, events) => {
      const log = placedIn(events);
      const accountOf = (leadId: string): string | null => log.find((event) => event.leadId === leadId && event.accountId !== undefined)?.accountId ?? null;
      const talks = log.flatMap((event) =>
        event.type === 'contact_made' || event.type === 'meeting_held'
          ? [[event.id, event.order, event.type === 'meeting_held', event.accountId ?? accountOf(event.leadId), event.learned !== undefined, event.by.kind === 'human']]
          : [],
      );
      expect(facts.conversations.map((one) => [one.eventId, one.order, one.kind === 'meeting', one.accountId, one.learned, one.human])).toEqual(talks);
    });
  });

  test('deals', () => {
    check((facts, events) => {
      asRecounted(facts.opportunities, (row) => dealColumns(row, placedIn(events), facts));
    });
  });

  test('touches, scores and advocacy', () => {
    check((facts, events) => {
      const log = placedIn(events);
      const accountOf = (leadId: string): string | null => log.find((event) => event.leadId === leadId && event.accountId !== undefined)?.accountId ?? null;
      const touches = log.flatMap((event) =>
        event.type === 'inquiry' || event.type === 'touch' ? [[event.id, event.order, event.type, event.accountId ?? accountOf(event.leadId), event.source ?? null, event.campaign ?? null]] : [],
      );
      expect(facts.touches.map((one) => [one.eventId, one.order, one.kind, one.accountId, one.source, one.campaign])).toEqual(touches);
      const scores = log.flatMap((event) => (event.type === 'score_changed' ? [[event.id, event.kind, event.score, event.was ?? null, event.tier ?? null]] : []));
      expect(facts.scores.map((one) => [one.eventId, one.kind, one.score, one.was, one.tier])).toEqual(scores);
      const advocacy = log.flatMap((event) => (event.type === 'advocacy' ? [[event.id, event.kind, event.act, event.usedFor ?? null]] : []));
      expect(facts.advocacy.map((one) => [one.eventId, one.kind, one.act, one.usedFor])).toEqual(advocacy);
    });
  });

  test('entries of target lists', () => {
    check((facts) => {
      const lists = facts.provisions.filter(({ item }) => item === 'target_list');
      const rows = lists.flatMap((one) => one.accountIds.map((accountId) => ({ listEvent: one.event, accountId, listedAt: one.at, delistedAt: delistedAt(one, accountId, lists) })));
      expect(facts.listEntries).toEqual(rows);
    });
  });

  test('whether an activity was on the list, exact moments and whole days mixed', () => {
    const days = busyLog.map((events) =>
      events.map((event, i): Event => ({ ...event, at: event.at * (DAY / 10), ...(i % 3 === 0 && event.at % 10 === 0 ? { precision: 'day' as const, zone: 'UTC' } : {}) })),
    );
    check((facts) => {
      const accounts = new Map(facts.leads.map(({ leadId, accountId }) => [leadId, accountId]));
      for (const activity of facts.activities) {
        const account = activity.accountId ?? accounts.get(activity.leadId) ?? null;
        const said = account === null ? 'no_list' : listsOf(facts, 'target_list', activity.party).has(account, activity);
        expect(activity.onList).toBe(said === 'on' ? true : said === 'off' ? false : null);
      }
    }, days);
  });
});

test('the state of a deal at any moment is what its row says of a log that ends there', () => {
  const KEYS = ['type', 'amountMinor', 'probability', 'forecast', 'expectedCloseAt', 'person'] as const;
  const statusOf = ({ wonAt, lostAt }: OpportunityFact): string => (wonAt !== null ? 'won' : lostAt !== null ? 'lost' : 'open');
  fc.assert(
    fc.property(busyLog, fc.integer({ min: 0, max: 101 }), (events, asOf) => {
      const { opportunityStates } = factsFrom(LIFECYCLE, resolve(events)).facts;
      const standing = opportunityStates.filter(({ from, until }) => from < asOf && (until === null || until >= asOf));
      const then = factsFrom(LIFECYCLE, resolve(events, { asOf })).facts.opportunities;
      const byId = (a: { readonly opportunityId: string }, b: { readonly opportunityId: string }): number => (a.opportunityId < b.opportunityId ? -1 : 1);
      const shown = (rows: readonly { readonly opportunityId: string }[]): readonly object[] => [...rows].sort(byId).map((row) => pick(row, ['opportunityId', ...KEYS]));
      expect(shown(standing)).toEqual(shown(then));
      expect([...standing].sort(byId).map(({ status }) => status)).toEqual([...then].sort(byId).map(statusOf));
    }),
    { numRuns: 300 },
  );
});

test('states of a deal follow one another without a gap, and each says something else than the one before', () => {
  check(({ opportunityStates }) => {
    for (const state of opportunityStates) {
      const next = opportunityStates.find((one) => one.opportunityId === state.opportunityId && one.nth === state.nth + 1);
      expect(state.until).toBe(next?.from ?? null);
      if (next === undefined) continue;
      const said = ({ nth: _nth, event: _event, from: _from, until: _until, ...rest }: typeof state): object => rest;
      expect(said(next)).not.toEqual(said(state));
    }
  });
});

test('the logs above fill every column that is counted anew, most of them often', () => {
  const filled = new Map<string, number>();
  for (const events of [...fc.sample(busyLog, 100), ...fc.sample(deliveries, 100)]) {
    const { facts } = factsFrom(LIFECYCLE, resolve(events));
    for (const [table, rows] of Object.entries(facts) as readonly (readonly [string, readonly object[]])[])
      for (const row of rows) for (const [column, cell] of Object.entries(row)) if (cell !== null) filled.set(`${table}.${column}`, (filled.get(`${table}.${column}`) ?? 0) + 1);
  }
  const asked = [
    ...['mqlAt', 'assignedAt', 'routedAt', 'answeredAt', 'answeredSinceAssignedAt'].map((name) => `leads.${name}`),
    ...['assignedAt', 'resubmittedAt', 'resubmissionAcceptedAt'].map((name) => `handOffs.${name}`),
    ...['mqlAgainAt', 'sqlAgainAt'].map((name) => `exits.${name}`),
    ...['annualMinor', 'probability', 'forecast', 'expectedCloseAt', 'firstTouchAt', 'firstTouchCampaign', 'firstMarketingTouchAt', 'firstSalesActivityAt'].map((name) => `opportunities.${name}`),
    ...['stageVisits.answeredAt', 'activities.onList', 'listEntries.delistedAt', 'opportunityStates.until', 'opportunityStates.stage', 'advocacy.accountId', 'touches.accountId', 'scores.tier'],
  ];
  expect(asked.filter((name) => (filled.get(name) ?? 0) < 10)).toEqual([]);
});
