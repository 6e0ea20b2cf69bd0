import fc from 'fast-check';
import { columnKind, FACT_READINGS, type FactKey } from '../../src/metrics/definition/column.js';
import { columnType, FACT_TABLES, NO_FACTS, sirius2006, type Facts } from 'revpact/vocabulary';
import { at, DAY, Q2 } from './metric-facts.js';

// Facts that no life would make: every column of every table drawn for itself, from few values, so that ties, unknown
// values, equal keys of other tables, re-entries and moments at the edges are the rule.
const moment = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 5, max: 9 }).map((n) => at('03-15') + n * 7 * DAY) },
  { weight: 3, arbitrary: fc.integer({ min: -4, max: 24 }).map((n) => at('03-15') + n * 7 * DAY) },
  { weight: 2, arbitrary: fc.constantFrom(Q2.start, Q2.end - 1, Q2.end, at('05-10'), at('05-10T00:01')) },
);

/** Values that text columns share, some of them hard to quote. */
export const WORDS = ['web', 'event', "O'Hara; --", 'Ünï "çode"', '', '🙂'] as const;
const STAGES = sirius2006.stages.map(({ id }) => id);

/** Words that definitions ask for: without them every condition would fail, and agreement would mean nothing. */
const AGREED: Readonly<Record<string, readonly string[]>> = {
  'exits.exit': ['rejected', 'disqualified', 'expired', 'lost'],
  'activities.kind': ['attempt', 'attempt', 'contact'],
  'activities.channel': ['phone', 'phone', 'email', 'social'],
  'opportunities.type': ['new_business', 'expansion', 'renewal'],
  'opportunityStates.type': ['new_business', 'expansion', 'renewal'],
  'opportunityStates.status': ['open', 'open', 'won', 'lost'],
  'opportunityStates.forecast': ['pipeline', 'best_case', 'most_likely', 'commit', 'omitted', 'closed'],
  'touches.kind': ['inquiry', 'touch'],
  'touches.source': ['reference', 'case_study', 'web'],
  'advocacy.kind': ['reference', 'case_study'],
  'advocacy.act': ['agreed', 'made', 'used'],
  'spend.kind': ['media', 'events', 'content', 'agencies', 'salaries', 'tools'],
  'quotas.kind': ['mql', 'revenue', 'budget', 'workload', 'marketing_pipeline'],
  'clocks.kind': ['response_time', 'response_time', 'acceptance'],
  'clocks.excusedBy': ['dossiers'],
};

const textOf = (table: FactKey, name: string): fc.Arbitrary<string> => {
  const agreed = AGREED[`${table}.${name}`];
  if (agreed !== undefined) return fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...agreed) }, { weight: 1, arbitrary: fc.constantFrom(...WORDS) });
  if (name === 'leadId' || name === 'usedFor') return fc.constantFrom('L1', 'L2', 'L3', 'L4');
  if (name === 'accountId') return fc.constantFrom('A1', 'A2', 'A3');
  if (name === 'currency') return fc.constantFrom('EUR', 'USD', 'JPY', 'XXX');
  if (['stage', 'entered', 'left'].includes(name)) return fc.constantFrom(...STAGES, 'mql', 'mql', 'sql', 'sql', 'won');
  if (/party$/i.test(name)) return fc.constantFrom('marketing', 'sales', 'sales_development');
  if (name === 'opportunityId') return fc.constantFrom('O1', 'O2', 'O3', 'O4', 'O5', 'O6');
  return fc.constantFrom(...WORDS);
};

const integerOf = (name: string): fc.Arbitrary<number> => {
  if (/minor$/i.test(name))
    return fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: -5, max: 500 }) },
      { weight: 1, arbitrary: fc.constantFrom(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER - 1, -Number.MAX_SAFE_INTEGER) },
    );
  if (name === 'cycle') return fc.constantFrom(1, 1, 2);
  if (name === 'probability') return fc.constantFrom(0, 1, 10, 33, 50, 100);
  return fc.integer({ min: -2, max: 4 });
};

const cellOf = (table: FactKey, name: string, written: Parameters<typeof columnType>[0]): fc.Arbitrary<unknown> => {
  const { type, optional } = columnType(written);
  const value =
    columnKind(table, name) === 'moment'
      ? moment
      : type === 'text'
        ? textOf(table, name)
        : type === 'integer'
          ? integerOf(name)
          : type === 'boolean'
            ? fc.boolean()
            : fc.constant([]);
  return optional ? fc.option<unknown>(value, { nil: null, freq: 3 }) : value;
};

const rowsOf = (table: FactKey, minLength: number): fc.Arbitrary<readonly object[]> => {
  const cells = Object.fromEntries(Object.entries(FACT_TABLES[table].columns).map(([name, written]) => [name, cellOf(table, name, written)]));
  return fc.array(fc.record(cells), { minLength, maxLength: minLength + (table === 'stageVisits' ? 24 : 10), size: 'max' });
};

/** Rows as tables promise them: no key twice. */
const unique = (table: FactKey, rows: readonly object[]): readonly object[] => {
  const { keys } = FACT_READINGS[table];
  const seen = new Set<string>();
  return rows.filter((row) => {
    const key = JSON.stringify(Object.entries(row).filter(([name]) => keys.includes(name)));
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};

/** Every column but these is drawn from few values; what names a row is drawn from many. */
const named = (table: FactKey, rows: readonly object[]): readonly object[] => {
  const last = FACT_READINGS[table].keys.at(-1);
  const type = last === undefined ? undefined : Object.entries(FACT_TABLES[table].columns).find(([name]) => name === last)?.[1];
  if (last === undefined || ['leads', 'opportunities', 'clocks'].includes(table)) return rows;
  return rows.map((row, i) => ({ ...row, [last]: type === 'integer' ? i + 1 : `${table}-${String((i * 7) % 151)}` }));
};

const factsOf = (minLength: number): fc.Arbitrary<Facts> =>
  fc
    .record(Object.fromEntries(tables().map((table) => [table, rowsOf(table, minLength).map((rows) => unique(table, named(table, rows)))])))
    .map((some) => ({ ...NO_FACTS, ...some }));

/** Facts of all tables, few of each. */
export const anyFacts: fc.Arbitrary<Facts> = factsOf(0);

/** The same with so many rows that whatever a metric asks for is among them. */
export const manyFacts: fc.Arbitrary<Facts> = factsOf(120);

function tables(): readonly FactKey[] {
  return Object.keys(FACT_READINGS).filter((key): key is FactKey => Object.hasOwn(FACT_TABLES, key));
}
