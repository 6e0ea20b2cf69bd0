import type { Issue, Path } from '../../kernel/issue.js';
import { canonicalJson } from '../../kernel/canonical.js';
import { nearest } from '../../kernel/nearest.js';
import { fail, ISSUE_LIMIT, ok, type Result } from '../../kernel/result.js';
import { readWith } from '../../kernel/schema.js';
import { extendMilestones } from './milestones.js';
import { extendStages, unknownStage } from './stages.js';
import { extendSteps } from './steps.js';
import type { Extension } from './extension.js';
import { Framework, START, type Stage } from '../framework.js';
import { STANDARD_FRAMEWORKS } from '../frameworks/index.js';
import { vocabularyIssue } from '../issues.js';

/** What an extension may extend. */
export type Base = Framework | Extension;

/** An extension in a chain, and where it was given. */
interface Link {
  readonly extension: Extension;
  readonly path: Path;
}

/** An extension's chain from the framework that it rests on, the nearest to that first. */
interface Chain {
  readonly framework: Framework;
  readonly links: readonly Link[];
}

const MAX_STAGES = 64;
const MAX_STEPS = 1000;

/** Whether a base is an extension. */
export const isExtension = (base: Base): base is Extension => 'extends' in base;

/**
 * The framework that an extension describes, or every conflict: its own, and those of the extensions it rests on (paths
 * that begin with `bases` point there). An extension that says nothing gives its base's stages, steps and milestones
 * under its own name; extending twice is the same as extending the extended. Chains may be of any length.
 *
 * Issues: `vocabulary.unknown_base` (with a suggestion), `vocabulary.ambiguous_base`, `vocabulary.cyclic_extension`,
 * `vocabulary.taken_id`, `vocabulary.unknown_stage`, `vocabulary.duplicate_stage`, `vocabulary.reserved_stage`,
 * `vocabulary.two_places`, `vocabulary.dropped_twice`, `vocabulary.renamed_twice`, `vocabulary.renamed_own_stage`,
 * `vocabulary.same_term`, `vocabulary.no_such_step` (forbidden or tightened, and not there), `vocabulary.forbidden_twice`,
 * `vocabulary.forbidden_and_added`, `vocabulary.duplicate_step`, `vocabulary.looser`, `vocabulary.no_tighter`,
 * `vocabulary.contradictory`, `vocabulary.milestone_empty`, `vocabulary.milestone_out_of_reach`,
 * `vocabulary.too_many_requirements`, `vocabulary.duplicate_migration`, `vocabulary.too_many_stages`,
 * `vocabulary.too_many_steps`. A life that is bad to live with is for `lintLifecycle` to find.
 *
 * @param bases - The frameworks and extensions that may be extended; the shipped frameworks where none are given.
 * @example
 * ```ts
 * import { unwrap } from 'revpact/kernel';
 * import { extendFramework } from 'revpact/vocabulary';
 *
 * const ours = unwrap(
 *   extendFramework({
 *     id: 'ours',
 *     title: 'Our waterfall',
 *     extends: 'sirius_2006',
 *     source: 'Agreed in May',
 *     rename: [{ stage: 'sal', term: 'Working' }],
 *     tighten: [{ on: 'disqualified', from: ['sal'], to: 'disqualified', requires: [{ kind: 'attempted_since_acceptance', atLeast: 6 }] }],
 *   }),
 * );
 * ours.stages.find(({ id }) => id === 'sal')?.term // => 'Working'
 * ```
 */
export const extendFramework = (extension: Extension, bases: readonly Base[] = STANDARD_FRAMEWORKS): Result<Framework> => {
  const chain = chainOf(extension, bases);
  if (!chain.ok) return chain;
  const issues: Issue[] = [];
  let issueCount = 0;
  let { framework } = chain.value;
  for (const { extension: next, path } of chain.value.links) {
    const found = apply(framework, next);
    issueCount += found.issues.length;
    for (const issue of found.issues) if (issues.length < ISSUE_LIMIT) issues.push({ ...issue, path: [...path, ...issue.path] });
    framework = found.value;
    if (framework.stages.length > MAX_STAGES || framework.transitions.length > MAX_STEPS) break;
  }
  return issueCount === 0 ? readWith(Framework, framework) : fail(issues, issueCount);
};

const apply = (base: Framework, extension: Extension): { readonly value: Framework; readonly issues: readonly Issue[] } => {
  const { id, title, source } = extension;
  const stages = extendStages(base, extension);
  const steps = extendSteps(base, stages.value, extension);
  const milestones = extendMilestones(base, stages.value, steps.value, extension);
  const { migrations = [] } = extension;
  return {
    value: {
      id,
      title,
      source,
      confidence: 'custom',
      demandUnit: base.demandUnit,
      stages: stages.value,
      transitions: steps.value,
      milestones: milestones.value,
      ...(migrations.length === 0 ? {} : { migrations }),
    },
    issues: [
      ...stages.issues,
      ...steps.issues,
      ...milestones.issues,
      ...migrationIssues(stages.value, extension),
      ...(stages.value.length > MAX_STAGES ? [vocabularyIssue('too_many_stages', { framework: id, limit: MAX_STAGES })] : []),
      ...(steps.value.length > MAX_STEPS ? [vocabularyIssue('too_many_steps', { framework: id, limit: MAX_STEPS })] : []),
    ],
  };
};

/** Rules that lead nowhere, begin or end at no stage, or are given twice. */
const migrationIssues = (stages: readonly Stage[], { id, migrations = [] }: Extension): readonly Issue[] => {
  const known = stages.map((stage) => stage.id);
  const seen = new Set<string>();
  return migrations.flatMap(({ from, stages: moves }, i) => {
    const twice = seen.has(from) ? [vocabularyIssue('duplicate_migration', { digest: from }, ['migrations', i, 'from'])] : [];
    seen.add(from);
    const wrong = Object.entries(moves).flatMap(([old, now]) => {
      const path = ['migrations', i, 'stages', old];
      if (old === START || now === START) return [vocabularyIssue('reserved_stage', { stage: START }, path)];
      return known.includes(now) ? [] : [unknownStage(now, id, known, path)];
    });
    return [...twice, ...wrong];
  });
};

/** From an extension down to the framework that it rests on. Issues: no such base, more than one, a cycle, an id that is taken. */
export const chainOf = (extension: Extension, bases: readonly Base[]): Result<Chain> => {
  const places = new Map<string, number[]>();
  bases.forEach(({ id }, i) => {
    const here = places.get(id);
    if (here === undefined) places.set(id, [i]);
    else here.push(i);
  });
  const issues = (places.get(extension.id) ?? [])
    .filter((i) => bases[i] !== extension && canonicalJson(bases[i]) !== canonicalJson(extension))
    .slice(0, 1)
    .map(() => vocabularyIssue('taken_id', { id: extension.id }, ['id']));

  const links: Link[] = [{ extension, path: [] }];
  const seen = new Set([extension.id]);
  for (let link: Link = { extension, path: [] }; ; ) {
    const base = link.extension.extends;
    const path = [...link.path, 'extends'];
    if (seen.has(base)) {
      const ids = links.map((one) => one.extension.id);
      return fail([...issues, vocabularyIssue('cyclic_extension', { cycle: [...ids.slice(ids.indexOf(base)), base] }, path)]);
    }
    const [place, ...others] = places.get(base) ?? [];
    const found = place === undefined ? undefined : bases[place];
    if (found === undefined || place === undefined) {
      return fail([...issues, vocabularyIssue('unknown_base', { base, suggestion: nearest(base, [...places.keys()]) }, path)]);
    }
    if (others.length > 0) issues.push(vocabularyIssue('ambiguous_base', { base }, path));
    if (!isExtension(found)) return issues.length === 0 ? ok({ framework: found, links: links.reverse() }) : fail(issues);
    link = { extension: found, path: ['bases', place] };
    links.push(link);
    seen.add(base);
  }
};
