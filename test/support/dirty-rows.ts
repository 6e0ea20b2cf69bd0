import * as fc from 'fast-check';
import { unwrap } from 'revpact/kernel';
import { safeParseMapping, type Mapping } from 'revpact/crm';
import { EVENT_TYPES } from 'revpact/vocabulary';

/** Cells that are right for some column and wrong for others, drawn from few, so that rows of one kind meet again. */
const pool = [
  '2026-03-01T00:00:00Z', '2026-03-01 10:20:30.5+05:30', '2026-03-29T02:30:00', '2026-02-30T00:00:00Z', '2026-03-29', '2026-02-30', '31.03.2026',
  '29.02.2026', '31.03.2026 02:30', '1774915200000', '20260331', '1774915200', '-1', '0', '007', '12', '101', '9007199254740993', '1234.5', '1.005',
  'EUR', 'JPY', 'Europe/Berlin', 'America/New_York', 'Mars/Base', 'marketing', 'sales', 'Sales Dept', 'human', 'automation', 'clerical', 'void',
  'at', 'stage', 'mql', 'day', 'phone', 'fit', 'reference', 'made', 'a|b', 'null', 'x'.repeat(201), 'y'.repeat(4001), 'z'.repeat(10_001), 'tab\there',
  'emoji 😀', 'half \ud83d', 'Wrong person', 'test@acme.example', ' ', 'l1', 'l2', 'p1', 'yes', 'no', ...EVENT_TYPES,
];

export const dirtyCell = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('', null) },
  { weight: 6, arbitrary: fc.constantFrom(...pool) },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
);

/** A cell that is right more often than not. */
const mostly = (...right: readonly string[]): fc.Arbitrary<string | null> =>
  fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...right) }, { weight: 1, arbitrary: dirtyCell });

const rarely = fc.oneof({ weight: 10, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: dirtyCell });
const id = fc.oneof({ weight: 12, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }) }, { weight: 1, arbitrary: dirtyCell });
const moment = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.date({ min: new Date('1890-01-01T00:00:00Z'), max: new Date('2210-01-01T00:00:00Z'), noInvalidDate: true }), fc.constantFrom('iso', 'offset', 'space', 'ms', 'day', 'short'))
      .map(([at, how]) => {
        const iso = at.toISOString();
        if (how === 'offset') return `${iso.slice(0, 19)}-03:30`;
        if (how === 'space') return `${iso.slice(0, 10)} ${iso.slice(11, 22)}+0200`;
        if (how === 'ms') return String(at.getTime());
        return how === 'day' ? iso.slice(0, 10) : how === 'short' ? `${iso.slice(0, 16)}Z` : iso;
      }),
  },
  { weight: 2, arbitrary: dirtyCell },
);

/** What the types of events ask for, besides what every event has. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  inquiry: [], touch: [], qualified: ['stage'], handed_off: ['to', 'fields'], accepted: ['stage', 'left_stage'], rejected: ['class', 'reason', 'specific_a'],
  attempt: ['channel'], score_changed: ['score', 'event_kind', 'tier'], opportunity_won: ['opportunity_id', 'amount', 'currency'], erasure: [],
  merge: ['from', 'into'], correction: ['corrects', 'change', 'change_at', 'why'], qualification_recorded: ['framework', 'field', 'value', 'evidence'],
  contact_made: ['channel'], assigned: ['to'], disqualified: ['reason'],
};
const WITHOUT_LEAD = ['merge', 'correction'];
/** What anyone may add where nobody asked, mostly nothing. */
const UNASKED = ['precision', 'campaign', 'Budget', 'message', 'erased_person', 'stage', 'why', 'known_at', 'person', 'note', 'seq'];

const CELLS: Readonly<Record<string, fc.Arbitrary<string | null>>> = {
  stage: mostly('mql', 'sal'), left_stage: mostly('mql'), to: mostly('sales'), class: mostly('clerical', 'procedural'), reason: mostly('lousy'),
  specific_a: id, channel: mostly('phone'), score: fc.integer().map(String), event_kind: mostly('fit'), tier: mostly('a', 'b'), fields: mostly('phone', 'phone|budget'), opportunity_id: id,
  amount: fc.oneof(fc.nat().map((n) => `${String(n)}.5`), dirtyCell), currency: mostly('EUR', 'JPY'), from: id, into: id, corrects: id,
  change: mostly('void', 'at', 'stage'), change_at: moment, why: id, framework: mostly('meddic'), field: mostly('champion'), value: mostly('null', 'Ada'), evidence: id,
  known_at: moment, person: id, seq: fc.nat({ max: 5 }).map(String), note: id, campaign: id, Budget: id,
};

/** Rows of the generic file, about a half of them good. */
export const genericRow: fc.Arbitrary<Record<string, string | null>> = fc
  .constantFrom(...Object.keys(ASKED))
  .chain((type) =>
    fc.record({
      type: mostly(type),
      id,
      at: moment,
      zone: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, mostly('Europe/Berlin', 'America/New_York')),
      party: mostly('marketing', 'sales'),
      kind: mostly('human', 'automation'),
      lead_id: WITHOUT_LEAD.includes(type) ? rarely : mostly('l1', 'l2', 'l3', '00Q0000001'),
      ...Object.fromEntries(UNASKED.map((column) => [column, fc.oneof({ weight: 15, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: CELLS[column] ?? dirtyCell })])),
      ...Object.fromEntries((ASKED[type] ?? []).map((column) => [column, fc.oneof({ weight: 9, arbitrary: CELLS[column] ?? dirtyCell }, { weight: 1, arbitrary: rarely })])),
    }),
  );

const by = { 'by.party': { value: 'marketing' }, 'by.kind': { value: 'automation' } } as const;

/** A wide export that uses everything a mapping can say. */
export const WIDE: Mapping = unwrap(
  safeParseMapping({
    id: 'wide',
    firstSeq: 10,
    ignoreColumns: ['internal', 'flag', 's_secret'],
    ignoreRows: [
      { id: 'tests', when: [{ column: 'email', is: 'equal', value: 'test@acme.example' }], why: 'made by the team' },
      { id: 'flagged', when: [{ column: 'flag', is: 'one_of', values: ['yes', 'no'] }], why: 'flagged' },
    ],
    rules: [
      {
        id: 'mql',
        type: 'qualified',
        when: [{ column: 'mql_day', is: 'present' }],
        set: {
          id: { template: '{id}:mql' },
          leadId: { column: 'id', as: 'text' },
          at: { column: 'mql_day', as: 'date', zone: 'America/New_York', form: 'DD.MM.YYYY' },
          source: { template: '{email}/{id}' },
          'attributes.size': { column: 'size', as: 'integer' },
          'attributes.public': { column: 'public', as: 'boolean' },
          'attributes.Budget': { column: 'money', as: 'text' },
          ...by,
        },
      },
      {
        id: 'lost',
        type: 'rejected',
        when: [{ column: 'lost_at', is: 'present' }],
        set: {
          id: { template: '{id}:lost' },
          leadId: { column: 'id', as: 'text' },
          at: { column: 'lost_at', as: 'local', zone: { column: 'zone' }, form: 'DD.MM.YYYY HH:mm' },
          class: { column: 'class', as: 'text' },
          reason: { column: 'reason', as: 'text', values: { 'Wrong person': 'wrong_person' } },
          specifics: { prefix: 's_' },
          ...by,
        },
      },
      {
        id: 'won',
        type: 'opportunity_won',
        when: [{ column: 'amount', is: 'present' }, { column: 'class', is: 'none_of', values: ['clerical'] }],
        set: {
          id: { template: 'won:{id}' },
          leadId: { column: 'id', as: 'text' },
          opportunityId: { column: 'id', as: 'text' },
          at: { column: 'won_at', as: 'instant', form: 'epoch_seconds', optional: true },
          amount: { column: 'amount', as: 'money', currency: { column: 'currency' } },
          ...by,
        },
      },
    ],
  }),
);

export const wideRow = fc.record({
  id,
  email: mostly('a@b.example', 'test@acme.example', 'b@c.example'),
  mql_day: fc.oneof(rarely, mostly('31.03.2026', '01.04.2026', '29.03.2026')),
  lost_at: fc.oneof(rarely, mostly('31.03.2026 17:00', '29.03.2026 02:30')),
  zone: mostly('Europe/Berlin', 'America/New_York'),
  class: fc.oneof(rarely, mostly('clerical', 'procedural')),
  reason: fc.oneof(rarely, mostly('Wrong person')),
  amount: fc.oneof(rarely, mostly('1234.5', '88')),
  currency: mostly('EUR'),
  won_at: mostly('1774915200', '1774915200.5'),
  size: fc.oneof(rarely, fc.integer().map(String)),
  public: fc.oneof(rarely, mostly('yes', 'no')),
  money: fc.oneof(rarely, mostly('5', '6')),
  Budget: fc.oneof(rarely, mostly('5')),
  s_right: fc.oneof(rarely, id),
  s_secret: rarely,
  internal: dirtyCell,
  flag: rarely,
  other: fc.oneof(rarely, id),
});
