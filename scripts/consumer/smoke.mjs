/** One real call through every entry, by the names that a consumer writes. */
import assert from 'node:assert/strict';
import * as whole from 'revpact';
import { GENERIC_MAPPING, importEvents } from 'revpact/crm';
import { shareOf } from 'revpact/feedback';
import { score } from 'revpact/icp';
import { auc, labelOutcomes } from 'revpact/icp/refine';
import { digest, toDecimal } from 'revpact/kernel';
import { createLifecycle, factsFrom, resolve, transition } from 'revpact/lifecycle';
import { lifecycleMachine } from 'revpact/lifecycle/xstate';
import { evaluate, mqlVolume } from 'revpact/metrics';
import { safeParsePact } from 'revpact/pact';
import { heading, toMarkdown } from 'revpact/report';
import { jsonSchemaOf } from 'revpact/schema';
import { elapsed, openHours } from 'revpact/sla';
import { holidaysFromICalendar } from 'revpact/sla/icalendar';
import { periodOf, safeParseEvents, sirius2006 } from 'revpact/vocabulary';
import * as warehouse from 'revpact/warehouse';

assert.equal(toDecimal({ numerator: 1, denominator: 8 }, 2, 'half-even'), '0.12');
assert.equal(digest({ b: 1, a: 2 }), digest({ a: 2, b: 1 }));

const by = { party: 'marketing', kind: 'human' };
const read = safeParseEvents([
  { id: 'e1', type: 'inquiry', at: '2026-04-01T08:00:00Z', by, leadId: 'l1', stage: 'inquiry' },
  { id: 'e2', type: 'qualified', at: '2026-04-02T08:00:00Z', by, leadId: 'l1', stage: 'mql' },
]);
assert(read.ok);
assert.equal(safeParseEvents([{ id: 'e1', type: 'inquirie' }]).ok, false);

const agreed = createLifecycle(sirius2006);
const nobody = { party: 'sales', human: true, rejectionClass: null, delivered: false, attemptsSinceDelivery: 0, attemptsSinceAcceptance: 0 };
assert.deepEqual(transition(agreed, 'start', { type: 'inquiry' }, nobody), { ok: true, stage: 'inquiry' });
assert.equal(lifecycleMachine(agreed).id, 'sirius_2006');

const period = periodOf('2026-Q2', 'Europe/Berlin');
assert(period !== null);
const { facts } = factsFrom(agreed, resolve(read.value));
const volume = evaluate(mqlVolume, facts, { framework: sirius2006, period, asOf: period.end });
assert.equal(volume.kind === 'fraction' && volume.value, '1');

const nine = [{ from: '09:00', to: '17:00' }];
const office = openHours({ id: 'office', zone: 'Europe/Berlin', week: { mon: nine, tue: nine, wed: nine, thu: nine, fri: nine }, holidays: [] });
assert.equal(elapsed(office, Date.UTC(2026, 2, 27, 15, 30), Date.UTC(2026, 2, 30, 7, 30)), 3_600_000);
const mayDay = 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:May Day\r\nDTSTART;VALUE=DATE:20260501\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';
const feed = holidaysFromICalendar(mayDay, { zone: 'Europe/Berlin', from: '2026-01-01', to: '2026-12-31' });
assert.deepEqual(feed.ok && feed.value.holidays, [{ date: '2026-05-01', name: 'May Day' }]);

const filter = { id: 'core', title: 'Core', criteria: [], tiers: [{ id: 'A', atLeast: 0 }] };
assert.equal(score(filter, { id: 'a1', attributes: {} }, { asOf: 0 }).points, 0);
assert.equal(auc([1, 2, 2, 3], [0, 0, 1, 1]), 0.875);
assert.equal(labelOutcomes(facts, [], { asOf: period.end, windowDays: 90 }).wins, 0);
assert.equal(shareOf(1, 4).value, '0.2500');
assert.equal(toMarkdown([heading(1, 'Review')]), '# Review\n');

const cells = { id: 'e1', type: 'inquiry', at: '2026-03-31T09:00:00Z', lead_id: 'l1', party: 'marketing', kind: 'human' };
const imported = importEvents(GENERIC_MAPPING, [{ line: 2, cells }]);
assert.equal(imported.ok && imported.value.accepted, 1);

assert.equal(safeParsePact({}).ok, false);
const schema = jsonSchemaOf('pact');
assert(schema.ok && schema.value.title === 'Pact');
assert.notEqual(Object.keys(warehouse).length, 0);
assert.equal(whole.elapsed, elapsed);
