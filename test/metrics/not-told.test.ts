import { expect, test } from 'vitest';
import { evaluate, meetingsHeld, mqlVolume, type MetricDefinition } from 'revpact/metrics';
import { columnsOf, NO_FACTS, type FactColumns } from 'revpact/vocabulary';
import { aLead, facts, options, stays } from '../support/metric-facts.js';

const whole = columnsOf(facts({ leads: [aLead('a')], stageVisits: stays('a', ['mql', '05-01']) }));
const bySource: MetricDefinition = { ...mqlVolume, dimensions: ['lead.source'] };
const { source: _, ...others } = whole.leads.columns;

test.each<{ facts: FactColumns; metric: MetricDefinition; column: string }>([
  { facts: { ...whole, meetings: { rows: 0, columns: {} } }, metric: meetingsHeld, column: 'meetings.' },
  { facts: { ...whole, leads: { rows: 1, columns: others } }, metric: bySource, column: 'leads.source' },
])('a number that reads $column, which nobody filled, is refused and not 0', ({ facts: given, metric, column }) => {
  expect(() => evaluate(metric, given, options)).toThrow(column);
  expect(() => evaluate(metric, given, options)).toThrow(/metrics\.column_not_told/);
});

test('a table that is told, and has no rows, counts 0', () => {
  expect(evaluate(meetingsHeld, columnsOf(NO_FACTS), options)).toMatchObject({ kind: 'fraction', numerator: 0 });
  expect(evaluate(mqlVolume, { ...whole, leads: { rows: 1, columns: others } }, options)).toMatchObject({ numerator: 1 });
});
