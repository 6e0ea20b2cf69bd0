import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  STANDARD_QUALIFICATIONS,
  bant,
  gpctbaCi,
  meddic,
  meddpicc,
  qualificationOf,
  safeParseEvents,
  safeParseQualification,
  spiced,
  type Event,
} from 'revpact/vocabulary';

interface Said {
  readonly at: number;
  readonly field: string;
  readonly value: string | null;
  readonly seq?: number;
  readonly leadId?: string;
  readonly framework?: string;
  readonly evidence?: string;
}

const log = (...said: readonly Said[]): readonly Event[] => {
  const by = { party: 'sales_development', person: 'sdr_ben', kind: 'human' };
  const read = safeParseEvents(
    said.map((one, i) => ({ id: `e${String(i)}`, type: 'qualification_recorded', leadId: 'l1', framework: 'bant', evidence: `note ${String(i)}`, by, ...one })),
  );
  if (!read.ok) throw new Error(read.issues[0]?.message);
  return read.value;
};

const asOf = 100;
const bantOf = (...said: readonly Said[]) => qualificationOf(bant, log(...said), { leadId: 'l1', asOf });
const fieldOf = (id: string, ...said: readonly Said[]) => bantOf(...said).fields.find((field) => field.id === id);

describe('the shipped frameworks', () => {
  test.each(STANDARD_QUALIFICATIONS.map((framework) => ({ title: framework.title, framework })))('$title reads, and names its source', ({ framework }) => {
    expect(safeParseQualification(framework)).toEqual({ ok: true, value: framework });
    expect(framework.source).toMatch(/[a-z]\.(com|ai)\//);
  });

  // First letters, as each acronym is spelled.
  test.each([
    { framework: bant, letters: 'BANT' },
    { framework: meddic, letters: 'MEDDIC' },
    { framework: meddpicc, letters: 'MEDDPICC' },
    { framework: gpctbaCi, letters: 'GPCTBACI' },
    { framework: spiced, letters: 'SPICD' },
  ])('the fields of $framework.title spell $letters', ({ framework, letters }) => {
    expect(framework.fields.map(({ term }) => term.charAt(0)).join('')).toBe(letters);
  });

  test('docs/qualification.md names every one with its fields, and no other', () => {
    const page = readFileSync(new URL('../../docs/qualification.md', import.meta.url), 'utf8');
    const rows = page.split('\n').filter((line) => /^\| [A-Z].*`/.test(line)).map((line) => [...line.matchAll(/`([a-z_]+)`/g)].map(([, id]) => id));
    expect(rows).toEqual(STANDARD_QUALIFICATIONS.map(({ id, fields }) => [id, ...fields.map((field) => field.id)]));
  });

  test('no two share an id', () => {
    expect(new Set(STANDARD_QUALIFICATIONS.map(({ id }) => id)).size).toBe(6);
  });
});

describe('a framework of one’s own', () => {
  const own = { id: 'ours', title: 'Ours', source: 'board of 3 May', fields: [{ id: 'seats', term: 'Seats', question: 'How many will use it?' }] };

  test('reads', () => {
    expect(safeParseQualification(own)).toEqual({ ok: true, value: own });
  });

  test.each([
    { wrong: 'a field twice', input: { ...own, fields: [...own.fields, ...own.fields] }, code: 'vocabulary.duplicate_field', path: ['fields', 1, 'id'] },
    { wrong: 'no field', input: { ...own, fields: [] }, code: 'input.invalid', path: ['fields'] },
    { wrong: 'an unknown key', input: { ...own, weight: 3 }, code: 'input.unknown_key', path: ['weight'] },
    { wrong: 'no question', input: { ...own, fields: [{ id: 'seats', term: 'Seats' }] }, code: 'input.missing', path: ['fields', 0, 'question'] },
    { wrong: 'nothing', input: null, code: 'input.wrong_type', path: [] },
  ])('refused: $wrong', ({ input, code, path }) => {
    expect(safeParseQualification(input)).toMatchObject({ ok: false, issues: [{ code, path }] });
  });
});

test('whatever comes in, an answer comes out', () => {
  fc.assert(
    fc.property(fc.anything(), (input) => {
      expect(typeof safeParseQualification(input).ok).toBe('boolean');
    }),
  );
});

describe('what is known of a lead', () => {
  test('nothing, at first', () => {
    expect(bantOf()).toMatchObject({ numerator: 0, denominator: 4, complete: false, missing: ['budget', 'authority', 'need', 'timing'], regressed: [], issues: [] });
  });

  test('all of it, in the end', () => {
    const all = bant.fields.map(({ id }, i) => ({ at: i, field: id, value: `the ${id}` }));
    expect(bantOf(...all)).toMatchObject({ numerator: 4, denominator: 4, complete: true, missing: [] });
  });

  test('a field says what, how it is known, by whom and since when', () => {
    expect(fieldOf('budget', { at: 3, field: 'budget', value: '40,000 EUR', evidence: 'their order form' })).toEqual({
      id: 'budget',
      term: 'Budget',
      question: 'Is there money for it, and how much?',
      value: '40,000 EUR',
      evidence: 'their order form',
      by: { party: 'sales_development', person: 'sdr_ben', kind: 'human' },
      event: 'e0',
      since: 3,
      regressed: false,
      history: [{ value: '40,000 EUR', evidence: 'their order form', at: 3, by: { party: 'sales_development', person: 'sdr_ben', kind: 'human' }, event: 'e0' }],
    });
  });

  test.each([
    { when: 'said again with better evidence', said: [{ at: 1, value: 'A' }, { at: 5, value: 'A' }], value: 'A', since: 1, evidence: 'note 1', regressed: false },
    { when: 'answered otherwise', said: [{ at: 1, value: 'A' }, { at: 5, value: 'B' }], value: 'B', since: 5, evidence: 'note 1', regressed: false },
    { when: 'taken back', said: [{ at: 1, value: 'A' }, { at: 5, value: null }], value: null, since: null, evidence: null, regressed: true },
    { when: 'taken back and found out anew', said: [{ at: 1, value: 'A' }, { at: 5, value: null }, { at: 7, value: 'A' }], value: 'A', since: 7, evidence: 'note 2', regressed: false },
    { when: 'taken back twice', said: [{ at: 1, value: 'A' }, { at: 5, value: null }, { at: 7, value: null }], value: null, since: null, evidence: null, regressed: true },
    { when: 'asked in vain', said: [{ at: 5, value: null }], value: null, since: null, evidence: null, regressed: false },
    { when: 'handed in out of order', said: [{ at: 5, value: 'B' }, { at: 1, value: 'A' }], value: 'B', since: 5, evidence: 'note 0', regressed: false },
    { when: 'known only later than we look', said: [{ at: 100, value: 'A' }], value: null, since: null, evidence: null, regressed: false },
    { when: 'known just before', said: [{ at: 99, value: 'A' }], value: 'A', since: 99, evidence: 'note 0', regressed: false },
    { when: 'at one moment, in the order of seq', said: [{ at: 5, seq: 2, value: 'B' }, { at: 5, seq: 1, value: 'A' }], value: 'B', since: 5, evidence: 'note 0', regressed: false },
    { when: 'at one moment, once without seq', said: [{ at: 5, value: 'B' }, { at: 5, seq: 9, value: 'A' }], value: 'B', since: 5, evidence: 'note 0', regressed: false },
  ])('$when', ({ said, value, since, evidence, regressed }) => {
    const all = said.map((one) => ({ ...one, field: 'need' }));
    expect(fieldOf('need', ...all)).toMatchObject({ value, since, evidence, regressed });
    expect(bantOf(...all)).toMatchObject({ issues: [], regressed: regressed ? ['need'] : [] });
  });

  test('other leads, frameworks and events are passed over', () => {
    const events = [
      ...log({ at: 1, field: 'need', value: 'A', leadId: 'l2' }, { at: 1, field: 'champion', value: 'A', framework: 'meddic' }),
      ...log({ at: 2, field: 'need', value: 'B' }),
    ];
    expect(qualificationOf(bant, events, { leadId: 'l1', asOf })).toMatchObject({ numerator: 1, issues: [] });
    expect(qualificationOf(meddic, events, { leadId: 'l1', asOf })).toMatchObject({ numerator: 1, denominator: 6 });
  });

  test('an answer to a field that there is not is an issue, and left out', () => {
    expect(bantOf({ at: 1, field: 'need', value: 'A' }, { at: 2, field: 'budgte', value: 'B' })).toMatchObject({
      numerator: 1,
      issues: [{ code: 'vocabulary.unknown_field', path: [1], params: { framework: 'bant', field: 'budgte', suggestion: 'budget' } }],
    });
  });

  test('two answers that only the row decides are an issue; the later row holds', () => {
    expect(bantOf({ at: 1, field: 'need', value: 'A' }, { at: 1, field: 'need', value: 'B' })).toMatchObject({
      fields: [{}, {}, { value: 'B' }, {}],
      issues: [{ code: 'vocabulary.tied_answers', path: [1], params: { field: 'need', first: 'A', second: 'B' } }],
    });
    expect(bantOf({ at: 1, field: 'need', value: 'A' }, { at: 1, field: 'need', value: 'A' }).issues).toEqual([]);
  });
});

describe('laws', () => {
  const field = fc.constantFrom('budget', 'authority', 'need', 'timing');
  const said = fc.array(fc.record({ at: fc.integer({ min: 0, max: 120 }), field, value: fc.option(fc.constantFrom('A', 'B')) }), { maxLength: 30 });

  test('known and missing make up the whole; regressed is part of missing', () => {
    fc.assert(
      fc.property(said, (all) => {
        const { numerator, denominator, missing, regressed, complete } = bantOf(...all);
        expect(numerator + missing.length).toBe(denominator);
        expect(regressed.every((id) => missing.includes(id))).toBe(true);
        expect(complete).toBe(missing.length === 0);
      }),
    );
  });

  test('with each at its own place, the order of rows changes nothing', () => {
    fc.assert(
      fc.property(said, fc.infiniteStream(fc.nat()), (all, stream) => {
        const events = log(...all.map((one, seq) => ({ ...one, seq })));
        const keys = [...stream.take(events.length)];
        const shuffled = events.map((event, i) => ({ event, key: keys[i] ?? 0 })).sort((a, b) => a.key - b.key).map(({ event }) => event);
        expect(qualificationOf(bant, shuffled, { leadId: 'l1', asOf })).toEqual(qualificationOf(bant, events, { leadId: 'l1', asOf }));
      }),
    );
  });

  test('looking earlier sees a beginning of each history', () => {
    fc.assert(
      fc.property(said, fc.integer({ min: 0, max: 120 }), (all, earlier) => {
        const [then, now] = [earlier, 130].map((moment) => qualificationOf(bant, log(...all), { leadId: 'l1', asOf: moment }));
        then?.fields.forEach(({ history }, i) => {
          expect(now?.fields[i]?.history.slice(0, history.length)).toEqual(history);
        });
      }),
    );
  });
});
