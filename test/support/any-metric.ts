import fc from 'fast-check';
import { columnKind, FACT_READINGS, hasLead, type ColumnKind, type FactKey } from '../../src/metrics/definition/column.js';
import { ROW_TABLES } from '../../src/metrics/definition/row-tables.js';
import { safeParseMetric, type MetricDefinition } from 'revpact/metrics';
import { FACT_TABLES, MILESTONES } from 'revpact/vocabulary';
import { WORDS } from './any-facts.js';
import { DAY } from './metric-facts.js';

// Definitions of the whole language, drawn part by part; those that do not parse are drawn again.

const columns = (table: FactKey, ...kinds: readonly ColumnKind[]): readonly string[] =>
  Object.keys(FACT_TABLES[table].columns).filter((name) => kinds.includes(columnKind(table, name) ?? 'json'));

/** A column of a kind, of the row or (where asked for) of its lead; none where the table has none. */
const ref = (table: FactKey, lead: boolean, ...kinds: readonly ColumnKind[]): fc.Arbitrary<string> => {
  const own = columns(table, ...kinds).map((name) => `row.${name}`);
  const leads = lead && hasLead(table) ? columns('leads', ...kinds).map((name) => `lead.${name}`) : [];
  return own.length === 0 && leads.length === 0
    ? fc.constant('row.none')
    : fc.oneof(...[own, leads].filter((list) => list.length > 0).map((list) => fc.constantFrom(...list)));
};

const span = fc.constantFrom(1, DAY, 7 * DAY, 21 * DAY, 35 * DAY);
const word = fc.oneof(fc.constantFrom(...WORDS.filter((one) => one !== '')), fc.constantFrom('L1', 'A1', 'sales', 'mql', 'sql', 'EUR'));

const plain = (table: FactKey, lead: boolean): fc.Arbitrary<object> => {
  const text = ref(table, lead, 'text');
  const integer = ref(table, lead, 'integer');
  const moment = ref(table, lead, 'moment');
  const made = (column: fc.Arbitrary<string>, is: string, rest: Readonly<Record<string, fc.Arbitrary<unknown>>> = {}): fc.Arbitrary<object> =>
    fc.record({ column, is: fc.constant(is), ...rest });
  return fc.oneof(
    made(text, 'equals', { value: word }),
    made(integer, 'equals', { value: fc.integer({ min: -2, max: 4 }) }),
    made(ref(table, lead, 'boolean'), 'equals', { value: fc.boolean() }),
    made(text, 'one_of', { values: fc.array(word, { minLength: 1, maxLength: 3 }) }),
    made(ref(table, lead, 'text', 'integer', 'boolean', 'moment'), 'null'),
    made(ref(table, lead, 'text', 'integer', 'boolean', 'moment'), 'not_null'),
    made(integer, 'at_least', { value: fc.integer({ min: -2, max: 4 }) }),
    made(integer, 'at_most', { value: fc.integer({ min: -2, max: 4 }) }),
    made(text, 'milestone', { milestone: fc.constantFrom(...MILESTONES) }),
    made(moment, 'not_after', { other: moment }),
    made(moment, 'past'),
    made(moment, 'older_than', { ms: span }),
    made(moment, 'in_period'),
  );
};

const bound = (table: FactKey, lead: boolean): fc.Arbitrary<object | null> =>
  fc.option(fc.record({ column: ref(table, lead, 'moment'), withinMs: fc.option(span, { nil: null }) }), { nil: null, freq: 1 });

/** Pairs of columns that can be equal, most of them the ids that rows of different tables share. */
const pairs = (theirs: FactKey, ours: FactKey, lead: boolean): fc.Arbitrary<readonly object[]> => {
  const shared = ['leadId', 'accountId', 'opportunityId', 'currency', 'source', 'person', 'eventId'].filter(
    (name) => columns(theirs, 'text').includes(name) && columns(ours, 'text').includes(name),
  );
  const ids = shared.map((name) => fc.constant({ theirs: `row.${name}`, ours: `row.${name}` }));
  const free = fc.oneof(
    fc.record({ theirs: ref(theirs, false, 'text'), ours: ref(ours, lead, 'text') }),
    fc.record({ theirs: ref(theirs, false, 'integer'), ours: ref(ours, lead, 'integer') }),
  );
  return fc.array(fc.oneof(...ids, ...ids, free), { minLength: 1, maxLength: 2 });
};

const related = (ours: FactKey, lead: boolean): fc.Arbitrary<object> =>
  fc.constantFrom(...ROW_TABLES).chain((table) =>
    fc.record({
      is: fc.constant('related'),
      table: fc.constant(table),
      on: pairs(table, ours, lead),
      where: fc.array(plain(table, false), { maxLength: 1 }),
      at: ref(table, false, 'moment'),
      after: bound(ours, lead),
      before: bound(ours, lead),
      atLeast: fc.constantFrom(null, 1, 1, 2),
      atMost: fc.constantFrom(null, null, 0, 1, 2),
    }),
  );

const filter = (table: FactKey, lead: boolean): fc.Arbitrary<object> =>
  fc.oneof(
    { weight: 4, arbitrary: plain(table, lead) },
    { weight: 1, arbitrary: fc.record({ is: fc.constant('any'), of: fc.array(plain(table, lead), { minLength: 2, maxLength: 3 }) }) },
    { weight: 2, arbitrary: related(table, lead) },
  );

const where = (table: FactKey): fc.Arbitrary<readonly object[]> =>
  fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 3, arbitrary: fc.array(filter(table, true), { minLength: 1, maxLength: 2 }) });

const maturity = fc.oneof(fc.constant('flag'), fc.constant('decided'), fc.record({ olderThanMs: span }));
const written = { digits: fc.constant(4), rounding: fc.constant('half-even') };
const rank = fc.constantFrom({ numerator: 1, denominator: 2 }, { numerator: 9, denominator: 10 }, { numerator: 1, denominator: 1 }, { numerator: 1, denominator: 3 });
const convert = fc.option(
  fc.record({ to: fc.constantFrom('EUR', 'USD', 'JPY'), at: fc.constantFrom('unit', 'period_end'), rounding: fc.constant('half-even') }),
  { nil: null, freq: 1 },
);

const measures = (table: FactKey, milestone: boolean): fc.Arbitrary<object> => {
  const made = (kind: string, rest: Readonly<Record<string, fc.Arbitrary<unknown>>> = {}): fc.Arbitrary<object> =>
    fc.record({ kind: fc.constant(kind), ...rest });
  const money = table === 'stageVisits' ? {} : { amount: ref(table, false, 'integer'), currency: currency(table) };
  const ends = fc.oneof(
    fc.record({ from: fc.array(ref(table, false, 'moment'), { minLength: 1, maxLength: 2 }), to: fc.array(ref(table, false, 'moment'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ from: fc.array(ref(table, false, 'integer'), { minLength: 1, maxLength: 2 }), to: fc.array(ref(table, false, 'integer'), { minLength: 1, maxLength: 2 }) }),
  );
  const spans = milestone ? fc.constant({ from: 'base.at', to: 'target.at' }) : ends;
  const plus = fc.option(ref(table, false, 'integer'), { nil: null, freq: 1 });
  return fc.oneof(
    made('count'),
    made('distinct', { column: ref(table, true, 'text') }),
    made('total', { column: ref(table, false, 'integer') }),
    made('share', written),
    made('ratio', written),
    made('value_share', { ...money, convert, ...written }),
    fc.tuple(made('percentile', { rank, plus, unended: fc.constantFrom('last', 'left_out') }), spans).map(([head, two]) => ({ ...head, ...two })),
    fc.tuple(made('mean', { plus, ...written }), spans).map(([head, two]) => ({ ...head, ...two })),
    made('sum', { ...money, weight: fc.option(ref(table, false, 'integer'), { nil: null, freq: 1 }), convert }),
  );
};

const currency = (table: FactKey): fc.Arbitrary<string> => (columns(table, 'text').includes('currency') ? fc.constant('row.currency') : ref(table, false, 'text'));

const milestoneMetric: fc.Arbitrary<object> = fc
  .record({
    measure: measures('stageVisits', true),
    basis: fc.record({
      kind: fc.constant('milestone'),
      of: fc.constantFrom('lead', 'lead', 'account'),
      base: fc.record({ milestone: fc.constantFrom('inquiry', 'mql', 'mql', 'sql'), pick: fc.constantFrom('first', 'last', 'every') }),
      target: fc.option(fc.record({ milestone: fc.constantFrom('mql', 'sql', 'sql', 'opportunity', 'won'), reach: fc.constantFrom('strict', 'reached') }), { nil: null, freq: 4 }),
      order: fc.constantFrom('at_or_after', 'after'),
      tie: fc.constantFrom('log_order', 'same_moment'),
      window: fc.option(fc.record({ ms: span, edge: fc.constantFrom('[)', '[]') }), { nil: null, freq: 1 }),
      cohort: fc.constantFrom('base.at', 'base.at', 'target.at', 'own'),
      maturity,
      where: where('stageVisits'),
    }),
  })
  .map(({ measure, basis }) => ({ unit: basis.base.pick === 'every' ? 'visit' : basis.of, measure, basis }));

const rowsMetric: fc.Arbitrary<object> = fc.constantFrom(...ROW_TABLES).chain((table) =>
  fc
    .record({
      measure: measures(table, false),
      basis: fc.record({
        kind: fc.constant('rows'),
        table: fc.constant(table),
        date: fc.array(ref(table, false, 'moment'), { minLength: 1, maxLength: 3 }),
        ahead: fc.constantFrom(false, false, true),
        pick: fc.option(
          fc.record({
            which: fc.constantFrom('first', 'last'),
            per: fc.array(ref(table, false, 'text', 'integer'), { minLength: 1, maxLength: 2 }),
            among: fc.array(plain(table, false), { maxLength: 1 }),
          }),
          { nil: null, freq: 1 },
        ),
        standing: fc.option(fc.record({ until: fc.array(ref(table, false, 'moment'), { minLength: 1, maxLength: 2 }) }), { nil: null, freq: 1 }),
        where: where(table),
        target: fc.oneof(
          fc.constant(null),
          fc.record({ is: fc.constant('met'), all: fc.array(filter(table, false), { minLength: 1, maxLength: 2 }) }),
          fc.record({ is: fc.constant('latest'), column: ref(table, false, 'moment') }),
        ),
        settled: fc.array(ref(table, false, 'moment'), { maxLength: 2 }),
        maturity,
      }),
    })
    .map(({ measure, basis }) => ({
      unit: FACT_READINGS[table].unit,
      measure,
      basis: { ...basis, settled: basis.target === null ? [] : basis.settled, target: ['percentile', 'mean'].some((kind) => kind === Object.values(measure)[0]) ? null : basis.target },
    })),
);

const head = { id: 'any', title: 'Any', question: 'Any?', hides: 'All.', source: 'None.', dimensions: [] };

const parsed = (drafts: fc.Arbitrary<object>): fc.Arbitrary<MetricDefinition> =>
  drafts
    .map((draft) => safeParseMetric({ ...head, ...draft }))
    .filter((read) => read.ok)
    .map((read) => {
      if (!read.ok) throw new Error('filtered');
      return read.value;
    });

/** Metrics of facts, of the whole language. */
export const anyMetric: fc.Arbitrary<MetricDefinition> = fc.oneof(parsed(milestoneMetric), parsed(rowsMetric), parsed(rowsMetric));

/** Formulas of two or three such figures, some of them of the quarter before. */
export const anyFormula: fc.Arbitrary<MetricDefinition> = parsed(
  fc
    .tuple(
      fc.array(fc.tuple(anyMetric, fc.constantFrom(0, 0, 1)), { minLength: 2, maxLength: 3 }),
      fc.constantFrom('add', 'subtract', 'multiply', 'divide'),
    )
    .map(([metrics, op]) => ({
      unit: 'period',
      measure: {
        kind: 'formula',
        steps: [{ name: 'result', op, left: { input: 'input_1' }, right: { input: 'input_2' } }],
        of: 'number',
        digits: 4,
        rounding: 'half-even',
      },
      basis: {
        kind: 'formula',
        inputs: Object.fromEntries(metrics.map(([{ unit, measure, basis }, shift], i) => [`input_${String(i + 1)}`, { unit, measure, basis, shift }])),
      },
    })),
);

/** Columns that a metric can be grouped by, and some that it cannot. */
export const groupsFor = (definition: MetricDefinition): fc.Arbitrary<readonly string[]> => {
  const { basis } = definition;
  if (basis.kind === 'formula') return fc.constantFrom([], ['lead.source'], ['row.person'], ['row.stage', 'lead.source'], ['target.reason']);
  const table = basis.kind === 'milestone' ? 'stageVisits' : basis.table;
  const target = ref(table, false, 'text').map((one) => one.replace('row.', 'target.'));
  return fc.array(fc.oneof(ref(table, true, 'text'), target), { maxLength: 2 });
};
