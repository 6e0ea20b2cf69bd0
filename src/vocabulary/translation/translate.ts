import { fail, ok, type Result } from '../../kernel/result.js';
import { unknownStage } from '../extension/stages.js';
import type { Base } from '../extension/extend.js';
import type { Framework, StageId } from '../framework.js';
import { vocabularyIssue } from '../issues.js';
import { endOf, type End } from './base.js';
import { MEANINGS, type Meaning } from './meaning.js';

/** How a translation loses something. */
export const LOSSES = ['no_stage', 'several', 'shared', 'unit', 'hidden', 'redefined', 'added'] as const;

/**
 * Something that a translation does not carry over.
 *
 * - `no_stage`: all of the stage, or part of it, has none over there.
 * - `several`: it may be any of these over there; which, the stage does not tell.
 * - `shared`: over there it is one with these stages from here.
 * - `unit`: the two count different things.
 * - `hidden`: the stage hides something that no stage of its framework tells.
 * - `redefined`: an extension defines these in other words than the framework it rests on.
 * - `added`: an extension added the stage, and nobody has said what it means elsewhere.
 */
export interface Loss {
  readonly kind: (typeof LOSSES)[number];
  readonly stages: readonly StageId[];
  readonly words: string;
}

/** What a stage is in another framework. */
export interface Translation {
  readonly from: string;
  readonly to: string;
  readonly stage: StageId;
  /** In the order of the framework over there; empty where it has no such stage. */
  readonly stages: readonly StageId[];
  readonly lost: readonly Loss[];
}

/**
 * What a stage of one framework is in another, and what is lost on the way; nothing lost means that the way back leads
 * to the same stage alone. It follows from what each shipped framework's stages were said to mean, stage by stage, and
 * is never guessed: a framework of one's own has no translation, and an extension has its base's for the stages that it
 * left standing. Into itself every stage is itself.
 *
 * Issues: `vocabulary.unknown_framework`, `vocabulary.unknown_stage` (both with a suggestion),
 * `vocabulary.no_translation`; and those of an extension that does not fit its base.
 *
 * @param bases - Extensions, and the frameworks they rest on, beside the shipped ones.
 * @example
 * ```ts
 * import { unwrap } from 'revpact/kernel';
 * import { translate } from 'revpact/vocabulary';
 *
 * unwrap(translate('tal', 'sirius_2012', 'hubspot')).stages // => ['salesqualifiedlead']
 * unwrap(translate('rejected', 'sirius_2006', 'hubspot')).stages // => []
 * ```
 */
export const translate = (stage: StageId, from: string, to: string, bases: readonly Base[] = []): Result<Translation> => {
  const [here, there] = [endOf(from, bases), endOf(to, bases)];
  if (!here.ok) return !there.ok && from !== to ? fail([...here.issues, ...there.issues], here.issueCount + there.issueCount) : here;
  if (!there.ok) return there;
  const known = here.value.framework.stages.map(({ id }) => id);
  if (!known.includes(stage)) return fail([unknownStage(stage, from, known, [])]);
  if (from === to) return ok({ from, to, stage, stages: [stage], lost: [] });
  const silent = [here.value, there.value].filter(({ meanings }) => meanings === null);
  if (silent.length > 0) return fail(silent.map(({ framework }) => vocabularyIssue('no_translation', { framework: framework.id })));
  return ok({ from, to, stage, ...between(stage, here.value, there.value) });
};

type Carried = Pick<Translation, 'stages' | 'lost'>;

const between = (stage: StageId, here: End, there: End): Carried => {
  const term = termOf(here.framework, stage);
  if (!here.inherited.has(stage)) {
    return { stages: [], lost: [{ kind: 'added', stages: [], words: `"${term}" was added to ${here.framework.title}; nobody has said what it means elsewhere` }] };
  }
  const isSameBase = here.meanings === there.meanings;
  const stages = isSameBase ? [stage].filter((one) => there.inherited.has(one)) : meaningThere(meant(here, stage), there);
  const covered = new Set(isSameBase && stages.length > 0 ? meant(here, stage) : stages.flatMap((one) => [...meant(there, one)]));
  return {
    stages,
    lost: [
      ...noStage(term, meant(here, stage), covered, there),
      ...several(stages, there),
      ...(isSameBase ? [] : shared(stage, covered, here)),
      ...unit(here.framework, there.framework, stages),
      ...hidden(stage, here, isSameBase),
      ...redefined(stage, here, stages, there),
    ],
  };
};

const termOf = ({ stages }: Framework, stage: StageId): string => stages.find(({ id }) => id === stage)?.term ?? stage;
const termsOf = (framework: Framework, stages: readonly StageId[]): string => stages.map((stage) => `"${termOf(framework, stage)}"`).join(', ');

/** What a stage means; nothing, where an extension added it. */
const meant = ({ meanings, inherited }: End, stage: StageId): readonly Meaning[] => (inherited.has(stage) ? (meanings?.means[stage] ?? []) : []);

const meaningThere = (meanings: readonly Meaning[], there: End): readonly StageId[] =>
  there.framework.stages.map(({ id }) => id).filter((id) => meant(there, id).some((one) => meanings.includes(one)));

const noStage = (term: string, meanings: readonly Meaning[], covered: ReadonlySet<Meaning>, there: End): readonly Loss[] => {
  const missing = meanings.filter((one) => !covered.has(one));
  if (missing.length === 0) return [];
  const what = missing.map((one) => MEANINGS[one]).join('; ');
  const { title } = there.framework;
  const words = missing.length === meanings.length ? `${title} has no stage for "${term}" (${what})` : `${title} has no stage for the part of "${term}" that is: ${what}`;
  return [{ kind: 'no_stage', stages: [], words }];
};

const several = (stages: readonly StageId[], there: End): readonly Loss[] =>
  stages.length < 2 ? [] : [{ kind: 'several', stages, words: `it may be any of ${termsOf(there.framework, stages)}` }];

const shared = (stage: StageId, covered: ReadonlySet<Meaning>, here: End): readonly Loss[] => {
  const others = here.framework.stages.map(({ id }) => id).filter((id) => id !== stage && meant(here, id).some((one) => covered.has(one)));
  return others.length === 0 ? [] : [{ kind: 'shared', stages: others, words: `over there it is not told from ${termsOf(here.framework, others)}` }];
};

const UNITS = { person: 'people', account: 'accounts', buying_group: 'buying groups', opportunity: 'opportunities' } as const;

const unit = (here: Framework, there: Framework, stages: readonly StageId[]): readonly Loss[] =>
  stages.length === 0 || here.demandUnit === there.demandUnit
    ? []
    : [{ kind: 'unit', stages: [], words: `${UNITS[here.demandUnit]} are counted here and ${UNITS[there.demandUnit]} there: several of one may be one of the other` }];

const hidden = (stage: StageId, { meanings }: End, isSameBase: boolean): readonly Loss[] => {
  const words = meanings?.hides[stage];
  return words === undefined || isSameBase ? [] : [{ kind: 'hidden', stages: [stage], words }];
};

const redefined = (stage: StageId, here: End, stages: readonly StageId[], there: End): readonly Loss[] => {
  const changed = [
    ...(here.redefined.has(stage) ? [{ end: here, stage }] : []),
    ...stages.filter((one) => there.redefined.has(one)).map((one) => ({ end: there, stage: one })),
  ];
  return changed.map(({ end, stage: one }) => ({
    kind: 'redefined',
    stages: [one],
    words: `${end.framework.title} defines "${termOf(end.framework, one)}" in words of its own`,
  }));
};
