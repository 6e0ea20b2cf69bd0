import type { Issue, Path } from '../../kernel/issue.js';
import { nearest } from '../../kernel/nearest.js';
import type { AddedStage, Extension, RenamedStage } from './extension.js';
import { START, type Framework, type Stage, type StageId } from '../framework.js';
import { vocabularyIssue } from '../issues.js';

/** What an edit gives, and what of it could not be done. */
export interface Edited<T> {
  readonly value: T;
  readonly issues: readonly Issue[];
}

/** An issue about a stage that is not there. */
export const unknownStage = (stage: StageId, framework: string, known: readonly StageId[], path: Path): Issue =>
  vocabularyIssue('unknown_stage', { stage, framework, suggestion: nearest(stage, known) }, path);

const idsOf = (stages: readonly Stage[]): readonly StageId[] => stages.map(({ id }) => id);

/** The stages of a base after an extension: some gone, some renamed, some new. What cannot be done is left out and reported. */
export const extendStages = (base: Framework, extension: Extension): Edited<readonly Stage[]> => {
  const dropped = dropStages(base.stages, base.id, extension.dropStages ?? []);
  const added = extension.addStages ?? [];
  const renamed = renameStages(dropped.value, base, extension, new Set(added.map(({ stage }) => stage.id)));
  const grown = addStages(renamed.value, extension.id, added);
  return { value: grown.value, issues: [...dropped.issues, ...renamed.issues, ...grown.issues, ...sameTerms(base, grown.value)] };
};

const dropStages = (stages: readonly Stage[], framework: string, drops: readonly StageId[]): Edited<readonly Stage[]> => {
  const known = idsOf(stages);
  const gone = new Set<StageId>();
  const issues = drops.flatMap((stage, i) => {
    const path = ['dropStages', i];
    if (!known.includes(stage)) return [unknownStage(stage, framework, known, path)];
    if (gone.has(stage)) return [vocabularyIssue('dropped_twice', { stage }, path)];
    gone.add(stage);
    return [];
  });
  return { value: stages.filter(({ id }) => !gone.has(id)), issues };
};

const renameStages = (
  stages: readonly Stage[],
  base: Framework,
  { id: framework, rename: renames = [] }: Extension,
  own: ReadonlySet<StageId>,
): Edited<readonly Stage[]> => {
  const known = idsOf(stages);
  const based = idsOf(base.stages);
  const notThere = (stage: StageId, path: Path): Issue =>
    based.includes(stage) ? vocabularyIssue('unknown_stage', { stage, framework, suggestion: null }, path) : unknownStage(stage, base.id, known, path);
  const said = new Map<StageId, Omit<RenamedStage, 'stage'>>();
  const issues = renames.flatMap(({ stage, ...words }, i) => {
    const path = ['rename', i];
    if (!known.includes(stage)) {
      return [own.has(stage) ? vocabularyIssue('renamed_own_stage', { stage }, path) : notThere(stage, [...path, 'stage'])];
    }
    const before = said.get(stage) ?? {};
    said.set(stage, { ...words, ...before });
    return Object.keys(words)
      .filter((field) => Object.hasOwn(before, field))
      .map((field) => vocabularyIssue('renamed_twice', { stage, field }, [...path, field]));
  });
  return { value: stages.map((stage) => ({ ...stage, ...said.get(stage.id) })), issues };
};

const addStages = (stages: readonly Stage[], framework: string, added: readonly AddedStage[]): Edited<readonly Stage[]> => {
  const value = [...stages];
  const issues = added.flatMap(({ stage, after, before }, i) => {
    const path = ['addStages', i];
    const known = idsOf(value);
    if (stage.id === START) return [vocabularyIssue('reserved_stage', { stage: START }, [...path, 'stage', 'id'])];
    if (known.includes(stage.id)) return [vocabularyIssue('duplicate_stage', { stage: stage.id, framework }, [...path, 'stage', 'id'])];
    const neighbour = after ?? before;
    const place = neighbour === undefined ? value.length : known.indexOf(neighbour);
    value.splice(place === -1 ? value.length : after === undefined ? place : place + 1, 0, stage);
    return [
      ...(after !== undefined && before !== undefined ? [vocabularyIssue('two_places', { stage: stage.id }, path)] : []),
      ...(neighbour !== undefined && place === -1 ? [unknownStage(neighbour, framework, known, [...path, after === undefined ? 'before' : 'after'])] : []),
    ];
  });
  return { value, issues };
};

/** Two stages under one term, which were not so before. */
const sameTerms = (base: Framework, stages: readonly Stage[]): readonly Issue[] => {
  const clash = (all: readonly Stage[], term: string) => all.filter((one) => one.term === term).map(({ id }) => id);
  const terms = [...new Set(stages.map(({ term }) => term))];
  if (terms.length === stages.length) return [];
  return terms.flatMap((term) => {
    const named = clash(stages, term);
    if (named.length < 2 || clash(base.stages, term).length > 1) return [];
    return [vocabularyIssue('same_term', { term, stages: named })];
  });
};
