import type { Issue, Path } from '../../kernel/issue.js';
import { tightened } from './requirements.js';
import { unknownStage, type Edited } from './stages.js';
import type { Extension, StepName, TightenedStep } from './extension.js';
import { START, type Framework, type Requirement, type Stage, type StageId, type Transition } from '../framework.js';
import { vocabularyIssue } from '../issues.js';

/** How many requirements a step may have. */
const MOST_REQUIREMENTS = 8;

/** One step from one stage; a transition is several that share an event, an end and requirements. */
const keyOf = (on: string, from: StageId, to: StageId): string => `${on} ${from} ${to}`;

/** The steps of a base after an extension: some forbidden, some asking for more, some new. What cannot be done is left out and reported. */
export const extendSteps = (base: Framework, stages: readonly Stage[], extension: Extension): Edited<readonly Transition[]> => {
  const { dropStages = [], forbid: forbids = [], tighten: tightens = [], addTransitions: adds = [] } = extension;
  if (dropStages.length + forbids.length + tightens.length + adds.length === 0) return { value: base.transitions, issues: [] };
  const known = stages.map(({ id }) => id);
  const gone = new Set(dropStages);
  const there = base.transitions.flatMap((step) => {
    const from = step.from.filter((stage) => !gone.has(stage));
    return from.length === 0 || gone.has(step.to) ? [] : [{ ...step, from }];
  });
  const based = namesOf(base.transitions);
  // What the base has and is gone here, dropped or forbidden, is lacking here.
  const lacking = (key: string): string => (based.has(key) ? extension.id : base.id);
  const forbidden = forbid(there, lacking, forbids);
  const tight = tighten(forbidden.value, lacking, tightens);
  const grown = add(tight.value, extension.id, known, adds, namesOf(forbids));
  return { value: grown.value, issues: [...forbidden.issues, ...tight.issues, ...grown.issues] };
};

const namesOf = (steps: readonly StepName[]): ReadonlySet<string> =>
  new Set(steps.flatMap(({ on, from, to }) => from.map((stage) => keyOf(on, stage, to))));

const forbid = (steps: readonly Transition[], lacking: (key: string) => string, names: readonly StepName[]): Edited<readonly Transition[]> => {
  const there = namesOf(steps);
  const gone = new Set<string>();
  const issues = names.flatMap(({ on, from, to }, i) =>
    from.flatMap((stage, j): readonly Issue[] => {
      const path = ['forbid', i, 'from', j];
      const key = keyOf(on, stage, to);
      if (!there.has(key)) return [vocabularyIssue('no_such_step', { on, from: stage, to, framework: lacking(key) }, path)];
      if (gone.has(key)) return [vocabularyIssue('forbidden_twice', { on, from: stage, to }, path)];
      gone.add(key);
      return [];
    }),
  );
  const value = steps.flatMap((step) => {
    const from = step.from.filter((stage) => !gone.has(keyOf(step.on, stage, step.to)));
    return from.length === 0 ? [] : [{ ...step, from }];
  });
  return { value, issues };
};

const tighten = (steps: readonly Transition[], lacking: (key: string) => string, tighter: readonly TightenedStep[]): Edited<readonly Transition[]> => {
  const requires = new Map(steps.flatMap((step) => step.from.map((from) => [keyOf(step.on, from, step.to), step.requires ?? []] as const)));
  const changed = new Set<string>();
  const issues: Issue[] = [];
  tighter.forEach(({ on, from, to, requires: more }, i) => {
    from.forEach((stage, j) => {
      const key = keyOf(on, stage, to);
      let now = requires.get(key);
      if (now === undefined) {
        issues.push(vocabularyIssue('no_such_step', { on, from: stage, to, framework: lacking(key) }, ['tighten', i, 'from', j]));
        return;
      }
      for (const [k, one] of more.entries()) {
        const result = tightened(now, one);
        if (result.ok) now = result.requires;
        else issues.push(vocabularyIssue(result.why, { on, from: stage, to, kind: one.kind }, ['tighten', i, 'requires', k]));
      }
      if (now.length > MOST_REQUIREMENTS) issues.push(vocabularyIssue('too_many_requirements', { on, from: stage, to, limit: MOST_REQUIREMENTS }, ['tighten', i, 'requires']));
      requires.set(key, now);
      changed.add(key);
    });
  });
  return { value: steps.flatMap((step) => split(step, changed, requires)), issues };
};

/** A transition whose steps no longer ask for the same becomes several, in its place. */
const split = (step: Transition, changed: ReadonlySet<string>, requires: ReadonlyMap<string, readonly Requirement[]>): readonly Transition[] => {
  const isChanged = (from: StageId): boolean => changed.has(keyOf(step.on, from, step.to));
  const same = step.from.filter((from) => !isChanged(from));
  return [
    ...(same.length === 0 ? [] : [same.length === step.from.length ? step : { ...step, from: same }]),
    ...step.from.filter(isChanged).map((from) => ({ ...step, from: [from], requires: requires.get(keyOf(step.on, from, step.to)) ?? [] })),
  ];
};

const add = (
  steps: readonly Transition[],
  framework: string,
  known: readonly StageId[],
  added: readonly Transition[],
  forbidden: ReadonlySet<string>,
): Edited<readonly Transition[]> => {
  const there = new Set(namesOf(steps));
  const issues: Issue[] = [];
  const value = added.flatMap((step, i) => {
    const { on, to } = step;
    const path = ['addTransitions', i];
    const found = [...endIssues(to, framework, known, [...path, 'to'])];
    const from = step.from.filter((stage, j) => {
      const at = [...path, 'from', j];
      const key = keyOf(on, stage, to);
      const wrong = [
        ...(stage === START || known.includes(stage) ? [] : [unknownStage(stage, framework, known, at)]),
        ...(forbidden.has(key) ? [vocabularyIssue('forbidden_and_added', { on, from: stage, to }, at)] : []),
        ...(there.has(key) ? [vocabularyIssue('duplicate_step', { on, from: stage, to }, at)] : []),
      ];
      there.add(key);
      issues.push(...wrong);
      return wrong.length === 0;
    });
    issues.push(...found);
    return found.length > 0 || from.length === 0 ? [] : [{ ...step, from }];
  });
  return { value: [...steps, ...value], issues };
};

const endIssues = (to: StageId, framework: string, known: readonly StageId[], path: Path): readonly Issue[] => {
  if (to === START) return [vocabularyIssue('reserved_stage', { stage: START }, path)];
  return known.includes(to) ? [] : [unknownStage(to, framework, known, path)];
};
