import { afterAll, beforeAll, expect, test } from 'vitest';
import { factsFrom, resolve } from 'revpact/lifecycle';
import { NO_FACTS, sirius2006, type Event } from 'revpact/vocabulary';
import { aClock } from '../support/metric-facts.js';
import { duck, type Duck } from '../support/duck.js';

const marketing = { party: 'marketing', person: 'mia', kind: 'human' } as const;
const sdr = { party: 'sales_development', person: 'dev', kind: 'human' } as const;
const EVENTS: readonly Event[] = [
  { id: 'list', type: 'provided', at: 1000, by: marketing, item: 'target_list', to: 'sales_development', accountIds: ['globex', "o'acme"], amount: { minor: 5, currency: 'EUR' } },
  { id: 'talk', type: 'practice_held', at: 2000, by: marketing, practice: 'review', parties: ['sales', 'marketing'] },
  { id: 'in', type: 'handed_off', at: 3000, by: marketing, leadId: 'a', to: 'sales_development', stage: 'mql' },
  { id: 'no', type: 'rejected', at: 4000, by: sdr, leadId: 'a', class: 'clerical', reason: 'no_phone', specifics: { phone: 'none' }, stage: 'rejected' },
  { id: 'so', type: 'feedback_answered', at: 5000, by: marketing, leadId: 'a', answers: 'no' },
];

let db: Duck;
beforeAll(async () => {
  db = await duck();
  await db.load({ ...factsFrom(sirius2006, resolve(EVENTS)).facts, clocks: [aClock('a', '05-02', null, { dueAt: null, pauses: [{ because: 'held', from: 1, fromEvent: 'p', until: null, untilEvent: null }] })] });
});
afterAll(() => {
  db.close();
});

test.each([
  {
    of: 'events of a lead, with columns that are words of SQL',
    sql: 'SELECT "event_id", "order", "entered", "left", "answers" FROM lead_event ORDER BY "order"',
    rows: [['in', 2n, 'mql', null, null], ['no', 3n, 'rejected', 'mql', null], ['so', 4n, null, null, 'no']],
  },
  {
    of: 'feedback with its answer',
    sql: 'SELECT event, kind, delivery, rejection_class, reason, array_to_string(specifics, \',\'), answered_at, answered_party FROM feedback',
    rows: [['no', 'rejected', 1n, 'clerical', 'no_phone', 'phone', 5000n, 'marketing']],
  },
  { of: 'practices', sql: 'SELECT event, practice, array_to_string(parties, \',\') FROM practice', rows: [['talk', 'review', 'marketing,sales']] },
  { of: 'provisions', sql: 'SELECT item, to_party, count, amount_minor, currency, account_ids[2] FROM provision', rows: [['target_list', 'sales_development', null, 5n, 'EUR', "o'acme"]] },
  { of: 'a clock, with its pauses as JSON text', sql: 'SELECT cycle, due_at, pauses FROM clock', rows: [[1n, null, '[{"because":"held","from":1,"fromEvent":"p","until":null,"untilEvent":null}]']] },
])('$of come back as they went in', async ({ sql, rows }) => {
  expect((await db.rows(sql)).map((row) => Object.values(row))).toEqual(rows);
});

test('every table is emptied where there are no facts', async () => {
  await db.load(NO_FACTS);
  expect(await db.rows('SELECT count(*) AS n FROM lead_event')).toEqual([{ n: 0n }]);
});
