import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLifecycle, factsFrom, resolve } from 'revpact/lifecycle';
import { FACT_TABLES, hubspot, sirius2006, type Facts } from 'revpact/vocabulary';
import { accepts, attempts, delivers, inquires, isAboutLead, logOf, loses, marketing, moves, opens, qualifies, rejects, robot, sales, scores, sdr, wins, type Line } from '../support/lead-log.js';
import { anyLog } from '../support/random-log.js';

const LIFECYCLE = createLifecycle(sirius2006);
const factsOf = (...lines: readonly Line[]): Facts => factsFrom(sirius2006, logOf(...lines)).facts;
/** The columns that a row of the table is about. */
const columns = <Row extends object>(rows: readonly Row[], ...keys: readonly (keyof Row)[]): readonly unknown[][] => rows.map((row) => keys.map((key) => row[key]));

test('a lead: its dimensions are those of the first event that carries them, its owner the last', () => {
  const facts = factsOf(
    { ...inquires, source: 'fair' },
    { type: 'touch', source: 'web', campaign: 'spring', accountId: 'acme' },
    { type: 'assigned', to: 'dev' },
    { ...delivers, toPerson: 'sam' },
    { ...delivers, to: 'sales' },
    { type: 'opted_out', channel: 'email' },
    { type: 'opted_out' },
    { type: 'opted_out' },
  );
  expect(facts.leads).toEqual([
    {
      leadId: 'a',
      accountId: 'acme',
      source: 'fair',
      campaign: 'spring',
      owner: 'sam',
      firstAt: 1000,
      firstEvent: 'e1',
      firstParty: 'marketing',
      mqlAt: null,
      assignedAt: 3000,
      routedAt: 4000,
      answeredAt: null,
      answeredSinceAssignedAt: null,
      lastAt: 8000,
      optedOutAt: 7000,
      fitScore: null,
      fitTier: null,
    },
  ]);
});

test('what is about the agreement makes no lead', () => {
  expect(factsOf({ type: 'waived', leadId: 'z', clause: 'speed', why: 'fair' }, { type: 'dispute_raised', leadId: 'z', disputeId: 'd', subject: 'mine' }).leads).toEqual([]);
});

test('a delivery: from whom to whom, with what, and how it was answered', () => {
  const facts = factsOf({ ...delivers, handOff: 'mql_to_sdr', toPerson: 'dev', fields: ['phone', 'email'], precision: 'day', zone: 'UTC' }, { ...attempts, by: robot }, { ...attempts, by: sales }, accepts, attempts, attempts);
  expect(facts.handOffs).toEqual([
    {
      leadId: 'a',
      delivery: 1,
      handOff: 'mql_to_sdr',
      fromParty: 'marketing',
      toParty: 'sales_development',
      toPerson: 'dev',
      deliveredAt: 1000,
      deliveredOrder: 0,
      deliveredEvent: 'e1',
      deliveredByDay: true,
      fields: ['email', 'phone'],
      fitTier: null,
      acceptedAt: 4000,
      acceptedEvent: 'e4',
      rejectedAt: null,
      rejectedEvent: null,
      rejectionClass: null,
      reason: null,
      expiredAt: null,
      expiredEvent: null,
      supersededAt: null,
      firstAttemptAt: 5000,
      firstAttemptEvent: 'e5',
      firstAttemptPerson: 'dev',
      attempts: 2,
      assignedAt: 1000,
      resubmittedAt: null,
      resubmissionAcceptedAt: null,
      deliveredOpenMs: null,
      acceptedOpenMs: null,
      firstAttemptOpenMs: null,
    },
  ]);
});

test('an answer closes the last delivery where it is open, and a new delivery to the same party supersedes it, answered or not', () => {
  const facts = factsOf(delivers, delivers, rejects, attempts, accepts, delivers, { type: 'expired' }, delivers, accepts, delivers);
  expect(columns(facts.handOffs, 'delivery', 'acceptedAt', 'rejectedAt', 'rejectionClass', 'expiredAt', 'supersededAt', 'attempts')).toEqual([
    [1, null, null, null, null, 2000, 0],
    [2, null, 3000, 'clerical', null, 6000, 0],
    [3, null, null, null, 7000, 8000, 0],
    [4, 9000, null, null, null, 10_000, 0],
    [5, null, null, null, null, null, 0],
  ]);
});

test('a delivery to the next party ends an unanswered one, and leaves an accepted one to its follow-up', () => {
  const next = { type: 'handed_off', to: 'sales', by: sdr } as const;
  const facts = factsOf(delivers, accepts, next, attempts, delivers, next);
  expect(columns(facts.handOffs, 'toParty', 'acceptedAt', 'supersededAt', 'firstAttemptAt', 'attempts')).toEqual([
    ['sales_development', 2000, 5000, 4000, 1],
    ['sales', null, 5000, null, 0],
    ['sales_development', null, 6000, null, 0],
    ['sales', null, null, null, 0],
  ]);
});

test('a delivery is answered by a person of the receiving party, and by nobody else', () => {
  const facts = factsOf(delivers, { ...accepts, by: sales }, { ...accepts, by: robot }, { ...rejects, by: sales }, { ...rejects, by: robot }, accepts);
  expect(columns(facts.handOffs, 'acceptedAt', 'acceptedEvent', 'rejectedAt')).toEqual([[6000, 'e6', null]]);
});

test('an acceptance by another party or a machine moves the lead as recorded, and leaves it delivered', () => {
  for (const by of [sales, robot]) {
    const { replay } = factsFrom(sirius2006, logOf(inquires, qualifies, delivers, { ...accepts, by, stage: 'sal' }));
    expect(replay.states.get('a')).toMatchObject({ stage: 'sal', standing: { delivered: true, accepter: by.party } });
    expect(replay.violations.map(({ guard }) => guard)).toEqual([by === robot ? 'human' : 'by_receiver']);
  }
});

test('an attempt or conversation known to the day only says so', () => {
  const facts = factsOf(attempts, { ...attempts, at: 86_400_000, precision: 'day', zone: 'UTC' });
  expect(columns(facts.activities, 'byDay')).toEqual([[false], [true]]);
});

test('an attempt or conversation, by whom and whether by a person; the account is the lead’s where it names none', () => {
  const facts = factsOf(attempts, { ...attempts, by: robot, channel: 'email' }, { type: 'contact_made', channel: 'video', by: sales, accountId: 'acme' });
  expect(columns(facts.activities, 'eventId', 'kind', 'channel', 'party', 'person', 'human', 'accountId')).toEqual([
    ['e1', 'attempt', 'phone', 'sales_development', 'dev', true, 'acme'],
    ['e2', 'attempt', 'email', 'sales_development', null, false, 'acme'],
    ['e3', 'contact', 'video', 'sales', 'sam', true, 'acme'],
  ]);
});

test('a meeting through all its reschedulings', () => {
  const { facts, notices } = factsFrom(
    sirius2006,
    logOf(
      { type: 'meeting_booked', meetingId: 'm', startsAt: 90_000, by: sdr },
      { type: 'meeting_no_show', meetingId: 'm' },
      { type: 'meeting_rescheduled', meetingId: 'm', startsAt: 95_000 },
      { type: 'meeting_held', meetingId: 'm' },
      { type: 'meeting_accepted', meetingId: 'm' },
      { type: 'meeting_held', meetingId: 'walk-in', by: sales },
    ),
  );
  expect(facts.meetings).toEqual([
    {
      meetingId: 'm',
      leadId: 'a',
      bookedAt: 1000,
      bookedBy: 'dev',
      startsAt: 95_000,
      reschedules: 1,
      cancelledAt: null,
      heldAt: 4000,
      noShowAt: 2000,
      acceptedAt: 5000,
      declinedAt: null,
    },
    expect.objectContaining({ meetingId: 'walk-in', bookedAt: 6000, bookedBy: 'sam', startsAt: 6000, heldAt: 6000 }),
  ]);
  expect(notices.map(({ code, path }) => [code, path])).toEqual([['lifecycle.meeting_never_booked', [5]]]);
});

test.each<{ when: string; lines: readonly Line[]; wonAt: number | null; lostAt: number | null; closedEvent: string | null }>([
  { when: 'won', lines: [opens, wins], wonAt: 2000, lostAt: null, closedEvent: 'e2' },
  { when: 'lost after it was won: the last closing counts', lines: [opens, wins, loses], wonAt: null, lostAt: 3000, closedEvent: 'e3' },
  { when: 'advanced after it was lost: open again', lines: [opens, loses, { type: 'opportunity_advanced', opportunityId: 'o1' }], wonAt: null, lostAt: null, closedEvent: null },
  {
    when: 'lost, taken up again, and won',
    lines: [opens, loses, { type: 'opportunity_advanced', opportunityId: 'o1' }, wins],
    wonAt: 4000,
    lostAt: null,
    closedEvent: 'e4',
  },
  { when: 'won without ever being opened', lines: [wins], wonAt: 1000, lostAt: null, closedEvent: 'e1' },
])('an opportunity $when', ({ lines, wonAt, lostAt, closedEvent }) => {
  expect(factsOf(...lines).opportunities).toMatchObject([{ opportunityId: 'o1', wonAt, lostAt, closedEvent, openedAt: lines[0] === opens ? 1000 : null }]);
});

test('an opportunity: the last amount, its own account or its lead’s, its lead’s source; a hand-over makes none', () => {
  const facts = factsOf(
    { ...inquires, source: 'fair', accountId: 'acme' },
    { ...opens, amount: { minor: 100, currency: 'EUR' }, opportunityType: 'expansion' },
    { type: 'opportunity_advanced', opportunityId: 'o1', amount: { minor: 250, currency: 'EUR' }, by: marketing },
    { ...loses, by: { party: 'sales', kind: 'automation' } },
    { type: 'handed_over', opportunityId: 'o9', to: 'customer_success', promises: [] },
  );
  expect(facts.opportunities).toEqual([
    {
      opportunityId: 'o1',
      leadId: 'a',
      accountId: 'acme',
      source: 'fair',
      type: 'expansion',
      openedAt: 2000,
      openedEvent: 'e2',
      wonAt: null,
      lostAt: 4000,
      closedEvent: 'e4',
      amountMinor: 250,
      currency: 'EUR',
      person: 'mia',
      annualMinor: null,
      probability: null,
      forecast: null,
      expectedCloseAt: null,
      firstTouchAt: 1000,
      firstTouchParty: 'marketing',
      firstTouchSource: 'fair',
      firstTouchCampaign: null,
      firstMarketingTouchAt: 1000,
      firstSalesActivityAt: null,
    },
  ]);
});

test('HubSpot knows no exits, so that none is made up', () => {
  expect(factsFrom(hubspot, logOf(inquires, delivers, rejects)).facts.exits).toEqual([]);
});

test('a delivery has the fit tier that was last named before it', () => {
  const facts = factsOf(delivers, scores('b'), { type: 'score_changed', score: 90, kind: 'engagement', tier: 'hot' }, delivers, scores('a'), { type: 'score_changed', score: 20, kind: 'fit' }, delivers);
  expect(columns(facts.handOffs, 'fitTier')).toEqual([[null], ['b'], ['a']]);
});

test('an event of a lead, flat: who, over which channel, what it entered and left, what it names', () => {
  const facts = factsOf(
    { ...inquires, stage: 'inquiry' },
    { type: 'assigned', to: 'dev', toParty: 'sales_development', precision: 'day', zone: 'UTC', at: 0 },
    { ...delivers, toPerson: 'dev' },
    { ...attempts, by: robot, channel: 'email' },
    scores('a'),
    { type: 'meeting_booked', meetingId: 'm', startsAt: 90_000, by: sdr },
    { ...rejects, stage: 'rejected' },
    { type: 'feedback_answered', answers: 'e7' },
    { type: 'waived', leadId: 'a', clause: 'speed', why: 'fair' },
  );
  const shown = columns(facts.leadEvents, 'eventId', 'order', 'at', 'byDay', 'type', 'party', 'person', 'human', 'channel', 'entered', 'left');
  expect(shown).toEqual([
    ['e2', 0, 0, true, 'assigned', 'marketing', 'mia', true, null, null, null],
    ['e1', 1, 1000, false, 'inquiry', 'marketing', 'mia', true, null, 'inquiry', null],
    ['e3', 2, 3000, false, 'handed_off', 'marketing', 'mia', true, null, null, null],
    ['e4', 3, 4000, false, 'attempt', 'sales_development', null, false, 'email', null, null],
    ['e5', 4, 5000, false, 'score_changed', 'marketing', 'mia', true, null, null, null],
    ['e6', 5, 6000, false, 'meeting_booked', 'sales_development', 'dev', true, null, null, null],
    ['e7', 6, 7000, false, 'rejected', 'sales_development', 'dev', true, null, 'rejected', 'inquiry'],
    ['e8', 7, 8000, false, 'feedback_answered', 'marketing', 'mia', true, null, null, null],
  ]);
  const named = columns(facts.leadEvents, 'meetingId', 'startsAt', 'tier', 'holder', 'holderParty', 'answers').map((row) => row.filter((cell) => cell !== null));
  expect(named).toEqual([['dev', 'sales_development'], [], ['dev', 'sales_development'], [], ['a'], ['m', 90_000], [], ['e7']]);
});

test('an event that only tells where the lead was enters nothing; the next one left that stage', () => {
  const facts = factsOf({ ...inquires, stage: 'inquiry' }, { type: 'touch', leftStage: 'mql' }, { type: 'accepted', by: sdr, leftStage: 'mql', stage: 'sal' }, moves('sql', 'won'));
  expect(columns(facts.leadEvents, 'entered', 'left')).toEqual([['inquiry', null], [null, null], ['sal', 'mql'], ['won', 'sql']]);
});

test('feedback, and the first answer to it by a person of another party', () => {
  const { facts, notices } = factsFrom(
    sirius2006,
    logOf(
      { type: 'feedback_answered', answers: 'e3' },
      delivers,
      { ...rejects, specifics: { phone: 'none', mail: ' ' } },
      { type: 'feedback_answered', answers: 'e3', by: sdr },
      { type: 'feedback_answered', answers: 'e3', by: { party: 'marketing', kind: 'automation' } },
      { type: 'feedback_answered', answers: 'e3', leadId: 'b' },
      { type: 'feedback_answered', answers: 'e3', note: 'the form asks for it now' },
      { type: 'feedback_answered', answers: 'e3', by: sales },
      delivers,
      { type: 'disqualified', reason: 'no_budget', by: sdr, specifics: { when: '2027' } },
      { type: 'meeting_declined', meetingId: 'm', reason: 'no_authority', by: sales },
      { ...loses, precision: 'day', zone: 'UTC', at: 86_400_000 },
    ),
  );
  expect(facts.feedback[0]).toEqual({
    event: 'e3',
    leadId: 'a',
    delivery: 1,
    kind: 'rejected',
    at: 3000,
    byDay: false,
    party: 'sales_development',
    person: 'dev',
    rejectionClass: 'clerical',
    reason: 'no_phone',
    specifics: ['phone'],
    complete: null,
    answeredAt: 7000,
    answeredEvent: 'e7',
    answeredParty: 'marketing',
  });
  expect(columns(facts.feedback.slice(1), 'event', 'kind', 'delivery', 'reason', 'specifics', 'byDay', 'answeredAt')).toEqual([
    ['e10', 'disqualified', 2, 'no_budget', ['when'], false, null],
    ['e11', 'meeting_declined', 2, 'no_authority', [], false, null],
    ['e12', 'lost', 2, null, [], true, null],
  ]);
  expect(notices.filter(({ code }) => code === 'lifecycle.answer_without_feedback').map(({ path }) => path)).toEqual([[0, 'answers'], [5, 'answers']]);
});

test('a practice held: who took part, each once', () => {
  const facts = factsOf({ type: 'practice_held', practice: 'joint_training', parties: ['sales', 'marketing', 'sales'] });
  expect(facts.practices).toEqual([{ event: 'e1', practice: 'joint_training', at: 1000, byDay: false, parties: ['marketing', 'sales'] }]);
  expect(facts.leadEvents).toEqual([]);
});

test('a thing provided: to whom, how many, how much, about which accounts', () => {
  const facts = factsOf(
    { type: 'provided', item: 'target_list', to: 'sales_development', accountIds: ['globex', 'acme', 'acme'] },
    { type: 'provided', item: 'budget', to: 'sales', by: sales, count: 3, amount: { minor: 5_000_000, currency: 'EUR' }, precision: 'day', zone: 'UTC', at: 86_400_000 },
  );
  expect(facts.provisions).toEqual([
    { event: 'e1', item: 'target_list', fromParty: 'marketing', toParty: 'sales_development', at: 1000, order: 0, byDay: false, count: null, amountMinor: null, currency: null, accountIds: ['acme', 'globex'] },
    { event: 'e2', item: 'budget', fromParty: 'sales', toParty: 'sales', at: 86_400_000, order: 1, byDay: true, count: 3, amountMinor: 5_000_000, currency: 'EUR', accountIds: [] },
  ]);
});

test('every event of a lead is one row, in order, and enters what its stay says', () => {
  fc.assert(
    fc.property(anyLog(sirius2006), (events) => {
      const log = resolve(events);
      const { facts } = factsFrom(LIFECYCLE, log);
      expect(facts.leadEvents.map(({ eventId }) => eventId)).toEqual(log.events.filter(isAboutLead).map(({ id }) => id));
      const stays = facts.stageVisits.filter(({ inferred }) => !inferred);
      expect(columns(facts.leadEvents.filter(({ entered }) => entered !== null), 'eventId', 'entered')).toEqual(columns(stays, 'enteredEvent', 'stage'));
    }),
  );
});

test('every row has the columns of its table and no others', () => {
  fc.assert(
    fc.property(anyLog(sirius2006), (events) => {
      const { facts } = factsFrom(LIFECYCLE, resolve(events));
      for (const [key, table] of Object.entries(FACT_TABLES)) {
        const names = Object.keys(table.columns).sort();
        const rows: readonly object[] = facts[key as keyof Facts];
        for (const row of rows) expect(Object.keys(row).sort()).toEqual(names);
      }
    }),
  );
});

test('an exit is a stay in an exit stage, and a lead is brought back at most once from each', () => {
  fc.assert(
    fc.property(anyLog(sirius2006), (events) => {
      const { facts } = factsFrom(LIFECYCLE, resolve(events));
      const out = ['rejected', 'disqualified', 'expired', 'lost'];
      const stays = facts.stageVisits.filter(({ stage, inferred }) => out.includes(stage) && !inferred);
      expect(columns(facts.exits, 'leadId', 'exit', 'at', 'event', 'legal')).toEqual(columns(stays, 'leadId', 'stage', 'enteredAt', 'enteredEvent', 'legal'));
      const returned = stays.map(({ leadId, visit }) => facts.stageVisits.find((next) => next.leadId === leadId && next.visit === visit + 1)).map((next) => (next === undefined || out.includes(next.stage) ? null : next.enteredAt));
      expect(facts.exits.map(({ recycledAt }) => recycledAt)).toEqual(returned);
    }),
  );
});

test('a long log takes seconds, whatever the number of leads', () => {
  const size = 200_000;
  const lines: Line[] = [inquires, qualifies, delivers, accepts, attempts, { type: 'touch' }];
  for (const leads of [1, size / 10]) {
    const events = Array.from({ length: size }, (_, i) => ({ by: marketing, ...lines[i % 6], id: `e${String(i)}`, at: i, leadId: `l${String(i % leads)}` }) as never);
    const before = process.cpuUsage().user;
    const { facts } = factsFrom(LIFECYCLE, resolve(events));
    // A pass that were quadratic in the rows of a lead would take hours here; the bound leaves room for a slow machine.
    expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(30);
    expect(facts.leads).toHaveLength(leads);
  }
});
