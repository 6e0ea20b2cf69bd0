import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { unwrap } from 'revpact/kernel';
import { STANDARD_FRAMEWORKS, coverageOf, sirius2006, translate, type Extension, type Framework } from 'revpact/vocabulary';
import { MEANINGS } from '../../src/vocabulary/translation/meaning.js';
import { STANDARD_MEANINGS } from '../../src/vocabulary/translation/maps/index.js';

const PAIRS = STANDARD_FRAMEWORKS.flatMap((from) => STANDARD_FRAMEWORKS.map((to) => ({ from, to, pair: `${from.id} → ${to.id}` })));

test('every shipped framework has a file that says what its stages mean, all of them and no others', () => {
  const files = readdirSync(new URL('../../src/vocabulary/translation/maps/', import.meta.url)).filter((file) => file !== 'index.ts');
  const frameworks = readdirSync(new URL('../../src/vocabulary/frameworks/', import.meta.url)).filter((file) => file !== 'index.ts');
  expect(files.sort()).toEqual(frameworks.sort());
  expect(STANDARD_MEANINGS.map(({ framework, means }) => ({ framework, stages: Object.keys(means).sort() }))).toEqual(
    STANDARD_FRAMEWORKS.map(({ id, stages }) => ({ framework: id, stages: stages.map((stage) => stage.id).sort() })),
  );
});

test('every meaning is that of some stage, and no stage has none or one twice', () => {
  const used = STANDARD_MEANINGS.flatMap(({ means }) => Object.values(means));
  expect([...new Set(used.flat())].sort()).toEqual(Object.keys(MEANINGS).sort());
  for (const meanings of used) expect([meanings.length > 0, new Set(meanings).size]).toEqual([true, meanings.length]);
});

describe('what a stage is elsewhere', () => {
  test.each<{ stage: string; from: string; to: string; stages: readonly string[]; lost: readonly string[] }>([
    { stage: 'won', from: 'sirius_2006', to: 'sirius_2012', stages: ['won'], lost: [] },
    { stage: 'rejected', from: 'sirius_2012', to: 'sirius_2006', stages: ['rejected'], lost: [] },
    { stage: 'inquiry', from: 'sirius_2006', to: 'sirius_2012', stages: ['inbound_inquiry', 'outbound_inquiry'], lost: ['several'] },
    { stage: 'outbound_inquiry', from: 'sirius_2012', to: 'sirius_2006', stages: ['inquiry'], lost: ['shared'] },
    // MQL = AQL + TQL, and TGL.
    { stage: 'tql', from: 'sirius_2012', to: 'sirius_2006', stages: ['mql'], lost: ['shared'] },
    { stage: 'tgl', from: 'sirius_2012', to: 'sirius_2006', stages: ['mql'], lost: ['shared'] },
    { stage: 'tal', from: 'sirius_2012', to: 'sirius_2006', stages: ['mql', 'sal'], lost: ['several', 'shared'] },
    { stage: 'sgl', from: 'sirius_2012', to: 'sirius_2006', stages: [], lost: ['no_stage'] },
    { stage: 'sql', from: 'sirius_2006', to: 'hubspot', stages: ['opportunity'], lost: [] },
    { stage: 'opportunity', from: 'hubspot', to: 'sirius_2006', stages: ['sql'], lost: ['hidden'] },
    { stage: 'sal', from: 'sirius_2006', to: 'hubspot', stages: ['salesqualifiedlead'], lost: ['shared'] },
    { stage: 'rejected', from: 'sirius_2006', to: 'hubspot', stages: [], lost: ['no_stage'] },
    { stage: 'subscriber', from: 'hubspot', to: 'sirius_2012', stages: [], lost: ['no_stage'] },
    { stage: 'other', from: 'hubspot', to: 'salesforce', stages: [], lost: ['no_stage'] },
    { stage: 'evangelist', from: 'hubspot', to: 'sirius_2006', stages: ['won'], lost: ['shared'] },
    { stage: 'expired', from: 'sirius_2012', to: 'salesforce', stages: ['closed_not_converted'], lost: ['shared'] },
    { stage: 'closed_not_converted', from: 'salesforce', to: 'sirius_2012', stages: ['rejected', 'disqualified', 'expired'], lost: ['several'] },
    { stage: 'aql', from: 'sirius_2012', to: 'salesforce', stages: ['open_not_contacted'], lost: ['shared'] },
    { stage: 'negotiation_review', from: 'salesforce', to: 'sirius_2006', stages: ['sql'], lost: ['shared'] },
    { stage: 'closed_lost', from: 'salesforce', to: 'sirius_2006', stages: ['lost'], lost: [] },
    { stage: 'prospecting', from: 'salesforce', to: 'dynamics_365', stages: ['opportunity_in_progress', 'opportunity_on_hold'], lost: ['several', 'shared'] },
    { stage: 'opportunity_on_hold', from: 'dynamics_365', to: 'sirius_2006', stages: ['sql'], lost: ['shared'] },
    { stage: 'target_demand', from: 'demand_unit_2017', to: 'forrester_2021', stages: ['targeted'], lost: [] },
    { stage: 'target_demand', from: 'demand_unit_2017', to: 'sirius_2012', stages: [], lost: ['no_stage'] },
    { stage: 'won', from: 'demand_unit_2017', to: 'sirius_2012', stages: ['won'], lost: ['unit'] },
    { stage: 'engaged', from: 'forrester_2021', to: 'sirius_2006', stages: ['inquiry'], lost: ['no_stage', 'unit'] },
  ])('$stage of $from in $to: $stages, losing $lost', ({ stage, from, to, stages, lost }) => {
    const found = unwrap(translate(stage, from, to));
    expect([found.stages, found.lost.map(({ kind }) => kind)]).toEqual([stages, lost]);
  });

  test('it is said in words', () => {
    expect(unwrap(translate('outbound_inquiry', 'sirius_2012', 'sirius_2006')).lost.map(({ words }) => words)).toEqual([
      'over there it is not told from "Inbound inquiry"',
    ]);
    expect(unwrap(translate('engaged', 'forrester_2021', 'sirius_2006')).lost.map(({ words }) => words)).toEqual([
      'SiriusDecisions Demand Waterfall (original) has no stage for the part of "Engaged" that is: opted in to hear more, asked for nothing',
      'buying groups are counted here and people there: several of one may be one of the other',
    ]);
  });
});

describe.each(PAIRS)('$pair', ({ from, to }) => {
  const all = from.stages.map(({ id }) => unwrap(translate(id, from.id, to.id)));

  test('is total: each stage has a stage or says why not', () => {
    for (const { stages, lost } of all) {
      expect(stages.length > 0 || lost.some(({ kind }) => kind === 'no_stage')).toBe(true);
      for (const stage of stages) expect(to.stages.map(({ id }) => id)).toContain(stage);
      for (const { words } of lost) expect(words).not.toBe('');
    }
  });

  test('there and back comes to the stage, and to no other that was not listed', () => {
    for (const { stage, stages, lost } of all) {
      const back = new Set(stages.flatMap((one) => unwrap(translate(one, to.id, from.id)).stages));
      const listed = lost.flatMap((loss) => (loss.kind === 'shared' ? loss.stages : []));
      if (stages.length > 0) expect([...back].sort()).toEqual([stage, ...listed].sort());
      if (lost.length === 0) expect([...back]).toEqual([stage]);
    }
  });

  test('is itself where both are one', () => {
    if (from !== to) return;
    expect(all.map(({ stage, stages, lost }) => [stage, stages, lost])).toEqual(from.stages.map(({ id }) => [id, [id], []]));
  });

  test('is covered as it is counted', () => {
    const { whole, partly, none } = unwrap(coverageOf(from.id, to.id));
    expect([...whole, ...partly, ...none].sort()).toEqual(from.stages.map(({ id }) => id).sort());
    expect(none).toEqual(all.filter(({ stages }) => stages.length === 0).map(({ stage }) => stage));
    expect(whole).toEqual(all.filter(({ stages, lost }) => stages.length > 0 && lost.length === 0).map(({ stage }) => stage));
  });
});

describe('frameworks of ones own', () => {
  const ours: Extension = {
    id: 'ours',
    title: 'Ours',
    extends: 'sirius_2006',
    source: 'Agreed in May',
    rename: [
      { stage: 'sal', definition: 'Somebody works it.' },
      { stage: 'mql', term: 'Ready' },
    ],
    addStages: [{ stage: { ...sirius2006.stages[3], id: 'demo', term: 'Demo' }, after: 'sql' }],
  };
  const without: Extension = { ...ours, id: 'without', dropStages: ['recycled'], rename: [], addStages: [] };
  const theirs: Framework = { ...sirius2006, id: 'theirs' };
  const kinds = (stage: string, from: string, to: string): readonly [readonly string[], readonly string[]] => {
    const { stages, lost } = unwrap(translate(stage, from, to, [ours, without, theirs]));
    return [stages, lost.map(({ kind }) => kind)];
  };

  test.each<{ when: string; ask: readonly [string, string, string]; answer: readonly [readonly string[], readonly string[]] }>([
    { when: 'an inherited stage means what it meant', ask: ['mql', 'ours', 'hubspot'], answer: [['marketingqualifiedlead', 'salesqualifiedlead'], ['several', 'shared']] },
    { when: 'also when it has other words, which is said', ask: ['sal', 'ours', 'hubspot'], answer: [['salesqualifiedlead'], ['shared', 'redefined']] },
    { when: 'also over there', ask: ['sal', 'sirius_2006', 'ours'], answer: [['sal'], ['redefined']] },
    { when: 'a stage that was added means nothing elsewhere', ask: ['demo', 'ours', 'sirius_2006'], answer: [[], ['added']] },
    { when: 'and nothing elsewhere means it', ask: ['opportunity', 'hubspot', 'ours'], answer: [['sql'], ['hidden']] },
    { when: 'to its base every other stage is itself', ask: ['lost', 'ours', 'sirius_2006'], answer: [['lost'], []] },
    { when: 'a stage that was dropped is not there', ask: ['recycled', 'sirius_2006', 'without'], answer: [[], ['no_stage']] },
    { when: 'nor for anybody else', ask: ['lead', 'hubspot', 'without'], answer: [['inquiry'], ['no_stage', 'hidden']] },
    { when: 'two extensions of one base share its stages', ask: ['sql', 'ours', 'without'], answer: [['sql'], []] },
    { when: 'into itself every stage is itself', ask: ['demo', 'ours', 'ours'], answer: [['demo'], []] },
    { when: 'also where nobody said what it means', ask: ['sal', 'theirs', 'theirs'], answer: [['sal'], []] },
  ])('$when', ({ ask, answer }) => {
    expect(kinds(...ask)).toEqual(answer);
  });

  test('a stage may be called what every object has', () => {
    const odd: Extension = { ...ours, id: 'odd', rename: [], addStages: [{ stage: { ...sirius2006.stages[3], id: 'constructor', term: 'Odd' } }] };
    expect(translate('constructor', 'odd', 'hubspot', [odd])).toMatchObject({ ok: true, value: { stages: [], lost: [{ kind: 'added' }] } });
    expect(translate('constructor', 'sirius_2006', 'hubspot')).toMatchObject({ ok: false, issues: [{ code: 'vocabulary.unknown_stage' }] });
  });

  test('an extension is found also where the shipped frameworks are given with it', () => {
    expect(translate('mql', 'ours', 'salesforce', [...STANDARD_FRAMEWORKS, ours])).toMatchObject({ ok: true });
  });

  test.each<{ when: string; ask: readonly [string, string, string]; issues: readonly string[]; suggestion?: string }>([
    { when: 'an unknown stage', ask: ['mqll', 'sirius_2006', 'hubspot'], issues: ['unknown_stage'], suggestion: 'mql' },
    { when: 'an unknown framework', ask: ['mql', 'sirius_2006', 'hubspt'], issues: ['unknown_framework'], suggestion: 'hubspot' },
    { when: 'two unknown frameworks', ask: ['mql', 'sirius', 'hubspt'], issues: ['unknown_framework', 'unknown_framework'] },
    { when: 'one unknown framework twice', ask: ['mql', 'hubspt', 'hubspt'], issues: ['unknown_framework'] },
    { when: 'a framework of which nobody said what it means', ask: ['sal', 'theirs', 'hubspot'], issues: ['no_translation'] },
    { when: 'into such a one', ask: ['lead', 'hubspot', 'theirs'], issues: ['no_translation'] },
    { when: 'an extension that fits no base', ask: ['mql', 'broken', 'hubspot'], issues: ['unknown_stage', 'unknown_stage'] },
  ])('issues: $when', ({ ask, issues, suggestion }) => {
    const broken: Extension = { ...ours, id: 'broken', dropStages: ['x', 'y'] };
    const result = translate(...ask, [ours, theirs, broken]);
    expect(result.ok ? [] : result.issues.map(({ code }) => code.replace('vocabulary.', ''))).toEqual(issues);
    if (suggestion !== undefined) expect(result).toMatchObject({ issues: [{ params: { suggestion } }] });
  });
});
