import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLOCK_FLAGS, FINDING_STATES, type ClockState } from 'revpact/sla';
import { METRIC_UNITS } from 'revpact/metrics';
import {
  EVENT_TYPES,
  EXITS,
  GLOSSARY,
  MILESTONES,
  OPPORTUNITY_TYPES,
  REJECTION_CLASSES,
  STAGE_CLASSES,
  STAGE_KINDS,
  STANDARD_PARTIES,
  glossaryIssues,
  glossaryMarkdown,
  safeParseGlossary,
  termsFor,
  type NameKind,
  type Term,
} from 'revpact/vocabulary';

const CLOCK_STATES: Readonly<Record<ClockState, true>> = {
  not_started: true,
  running: true,
  outside_hours: true,
  paused: true,
  met: true,
  breached_open: true,
  answered_late: true,
  waived: true,
  excused: true,
  superseded: true,
  cancelled: true,
  unproven: true,
};

const termOf = (id: string): Term => {
  const term = GLOSSARY.find((one) => one.id === id);
  if (term === undefined) throw new Error(`no term ${id}`);
  return term;
};

describe('the shipped glossary', () => {
  test('survives JSON and reads', () => {
    expect(safeParseGlossary(JSON.parse(JSON.stringify(GLOSSARY)))).toEqual({ ok: true, value: GLOSSARY });
  });

  test('has no two words that a reader could mix up', () => {
    expect(glossaryIssues(GLOSSARY)).toEqual([]);
  });

  const lists: readonly { readonly kind: NameKind; readonly names: readonly string[] }[] = [
    { kind: 'event', names: EVENT_TYPES },
    { kind: 'milestone', names: MILESTONES },
    { kind: 'exit', names: EXITS },
    { kind: 'rejection_class', names: REJECTION_CLASSES },
    { kind: 'stage_class', names: STAGE_CLASSES },
    { kind: 'stage_kind', names: STAGE_KINDS },
    { kind: 'demand_unit', names: ['person', 'account', 'buying_group', 'opportunity'] },
    { kind: 'party', names: STANDARD_PARTIES },
    { kind: 'opportunity_type', names: OPPORTUNITY_TYPES },
    { kind: 'clock_state', names: Object.keys(CLOCK_STATES) },
    { kind: 'clock_flag', names: CLOCK_FLAGS },
    { kind: 'finding_state', names: FINDING_STATES },
    { kind: 'metric_unit', names: METRIC_UNITS },
  ];
  test.each(lists)('explains every $kind, and none that there is not', ({ kind, names }) => {
    const explained = GLOSSARY.flatMap(({ writtenAs }) => writtenAs.filter((name) => name.kind === kind).map(({ name }) => name));
    expect([...explained].sort()).toEqual([...names].sort());
  });

  test.each(['lead', 'contact', 'account', 'opportunity'])('says when a %s starts and ends', (id) => {
    expect(termOf(id)).toMatchObject({ starts: expect.stringMatching(/^W/) as unknown, ends: expect.stringMatching(/\.$/) as unknown });
  });

  test.each([
    { id: 'sales_development', word: 'demand generation', saidBy: 'marketing' },
    { id: 'sales_development', word: 'opportunity generation', saidBy: 'sales' },
    { id: 'mql', word: 'lead', saidBy: 'marketing' },
    { id: 'sql', word: 'lead', saidBy: 'sales' },
  ])('$saidBy says "$word" for $id', ({ id, word, saidBy }) => {
    expect(termOf(id).synonyms).toContainEqual(expect.objectContaining({ word, saidBy }));
  });

  test('demand and opportunity generation have a meaning of their own besides', () => {
    expect([termOf('demand_generation').definition, termOf('opportunity_generation').definition]).toEqual([
      'Work that makes people want to hear more.',
      'Work that turns interest into opportunities.',
    ]);
  });

  test.each(
    (
      'lead contact account opportunity inquiry mql sal sql won rejected disqualified expired closed_lost procedural clerical definitional recycle ' +
      'delivery attempt contact_made meeting_booked meeting_held meeting_no_show clock flag cohort window maturity visit inferred censored ' +
      'hand_over advocate tier dossier reconciliation excused waived unproven call_gate target_filter'
    ).split(' '),
  )('has a home for %s', (id) => {
    expect(termOf(id).definition).toMatch(/\.$/);
  });
});

describe('what someone means by a word', () => {
  test.each([
    { word: 'lead', saidBy: 'sales', means: 'sql' },
    { word: 'Lead', saidBy: 'Marketing', means: 'mql' },
    { word: 'lead', saidBy: 'Salesforce', means: 'contact' },
    { word: 'lead', saidBy: 'finance', means: 'lead' },
    { word: 'deal', saidBy: 'HubSpot', means: 'opportunity' },
    { word: 'deal', saidBy: undefined, means: 'opportunity' },
    { word: 'demand generation', saidBy: 'marketing', means: 'sales_development' },
    { word: 'demand generation', saidBy: 'sales', means: 'demand_generation' },
    { word: 'touch', saidBy: 'sales development', means: 'attempt' },
    { word: 'touch', saidBy: 'marketing', means: 'touch' },
    { word: 'MQL', saidBy: undefined, means: 'mql' },
    { word: 'marketing qualified lead', saidBy: undefined, means: 'mql' },
    { word: 'hand off', saidBy: undefined, means: 'hand_off' },
    { word: 'handed_off', saidBy: undefined, means: 'delivery' },
    { word: 'breached_open', saidBy: undefined, means: 'breach' },
    { word: 'SLA', saidBy: 'help desks', means: 'clause' },
    { word: 'SLA', saidBy: 'both sides', means: 'pact' },
  ])('"$word" said by $saidBy is $means', ({ word, saidBy, means }) => {
    expect(termsFor(word, saidBy)[0]?.id).toBe(means);
  });

  test('all that it may mean, most likely first', () => {
    expect(termsFor('lead').map(({ id }) => id)).toEqual(['lead', 'contact', 'mql', 'sql']);
    expect(termsFor('lead', 'sales').map(({ id }) => id)).toEqual(['sql', 'lead', 'contact', 'mql']);
  });

  test('a word that nobody knows means nothing, whatever it is', () => {
    fc.assert(fc.property(fc.string(), (word) => termsFor(`${word}\u2603`).length === 0));
    expect(termsFor('')).toEqual([]);
  });

  test('every term is found by its own word, first or after one whose speaker uses it so', () => {
    for (const term of GLOSSARY) expect(termsFor(term.term)[0]).toBe(term);
  });
});

describe('words that collide', () => {
  const term = (id: string, more: Partial<Term> = {}): Term => ({
    id,
    term: `The ${id}`,
    topic: 'record',
    definition: 'Something.',
    synonyms: [],
    notToBeConfusedWith: [],
    writtenAs: [],
    source: 'here',
    ...more,
  });
  const said = (word: string, saidBy = 'sales') => ({ synonyms: [{ word, saidBy }] });
  const not = (...others: readonly string[]) => ({ notToBeConfusedWith: others.map((other) => ({ term: other, because: 'it is another' })) });

  test.each([
    { what: 'an id twice', terms: [term('a'), term('a', { term: 'Other' })], codes: ['duplicate_term'] },
    { what: 'one word for two', terms: [term('a', { term: 'Deal' }), term('b', { term: 'deal' })], codes: ['same_word'] },
    { what: 'one abbreviation for two', terms: [term('a', { term: 'Big lead (BL)' }), term('b', { term: 'Bad lead (BL)' })], codes: ['same_word'] },
    { what: 'a synonym that is another’s word', terms: [term('a', { term: 'Deal' }), term('b', said('deal'))], codes: ['word_of_another'] },
    { what: 'the same, told apart here', terms: [term('a', { term: 'Deal' }), term('b', { ...said('deal'), ...not('a') })], codes: [] },
    { what: 'the same, told apart there', terms: [term('a', { term: 'Deal', ...not('b') }), term('b', said('deal'))], codes: [] },
    { what: 'one speaker’s word for two', terms: [term('a', said('deal')), term('b', said('Deal'))], codes: ['same_synonym'] },
    { what: 'two speakers’ word for two', terms: [term('a', said('deal', 'marketing')), term('b', said('deal'))], codes: [] },
    { what: 'a stranger', terms: [term('lead', not('contat')), term('contact')], codes: ['unknown_term'] },
    { what: 'itself', terms: [term('lead', not('lead'))], codes: ['unknown_term'] },
    {
      what: 'one name in data explained twice',
      terms: [term('a', { writtenAs: [{ kind: 'event', name: 'x' }] }), term('b', { writtenAs: [{ kind: 'event', name: 'x' }] })],
      codes: ['explained_twice'],
    },
    {
      what: 'one name in two lists',
      terms: [term('a', { writtenAs: [{ kind: 'event', name: 'x' }] }), term('b', { writtenAs: [{ kind: 'exit', name: 'x' }] })],
      codes: [],
    },
  ])('$what: $codes', ({ terms, codes }) => {
    expect(glossaryIssues(terms).map(({ code }) => code)).toEqual(codes.map((code) => `vocabulary.${code}`));
    expect(safeParseGlossary(terms).ok).toBe(codes.length === 0);
  });

  test('each place is named, and the nearest word', () => {
    expect(glossaryIssues([term('lead', not('contat')), term('contact')])).toMatchObject([{ path: [0, 'notToBeConfusedWith', 0], params: { suggestion: 'contact' } }]);
    expect(glossaryIssues([term('a', { term: 'Deal' }), term('b', said('deal'))])).toMatchObject([{ path: [1, 'synonyms', 0], params: { term: 'b', other: 'a' } }]);
  });

  test('what is no glossary is refused in form', () => {
    expect(safeParseGlossary([{ ...term('a'), colour: 'red' }])).toMatchObject({ ok: false, issues: [{ code: 'input.unknown_key', path: [0, 'colour'] }] });
    expect(safeParseGlossary('words')).toMatchObject({ ok: false });
  });

  test('whatever comes in, an answer comes out', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.array(fc.anything())), (input) => {
        expect(typeof safeParseGlossary(input).ok).toBe('boolean');
      }),
    );
  });

  test('a host adds its own', () => {
    const own = term('pod', { term: 'Pod', ...said('squad') });
    expect(safeParseGlossary([...GLOSSARY, own])).toMatchObject({ ok: true });
    expect(termsFor('squad', 'sales', [...GLOSSARY, own])).toEqual([own]);
  });
});

describe('as Markdown', () => {
  const page = glossaryMarkdown();

  test('each term has its heading', () => {
    expect(page.split('\n').filter((line) => line.startsWith('### '))).toEqual(GLOSSARY.map(({ term }) => `### ${term}`));
  });

  test('an entry is told whole', () => {
    expect(glossaryMarkdown([termOf('rejected'), termOf('disqualified')])).toContain(
      [
        '### Rejected',
        '',
        'Sent back at the hand-off, before the receiver’s first attempt since this delivery, for a procedural, clerical or definitional reason.',
        '',
        '- Also called **bounced back** by sales.',
        '- Not to be confused with **Disqualified**: disqualification comes after acceptance and at least one attempt.',
        '- In data: event `rejected`; exit `rejected`.',
      ].join('\n'),
    );
  });
});
