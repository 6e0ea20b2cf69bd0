import { nearest } from '../../kernel/nearest.js';
import { fail, ok, type Result } from '../../kernel/result.js';
import { chainOf, extendFramework, isExtension, type Base } from '../extension/extend.js';
import type { Framework, StageId } from '../framework.js';
import { STANDARD_FRAMEWORKS } from '../frameworks/index.js';
import { vocabularyIssue } from '../issues.js';
import { STANDARD_MEANINGS, type FrameworkMeanings } from './maps/index.js';

/** One end of a translation: a framework, and the shipped one whose meanings its stages have. */
export interface End {
  readonly framework: Framework;
  /** Null for a framework of which nobody has said what its stages mean. */
  readonly meanings: FrameworkMeanings | null;
  /** Its stages that mean what they mean in the shipped framework. */
  readonly inherited: ReadonlySet<StageId>;
  /** Those of them that an extension defines in other words. */
  readonly redefined: ReadonlySet<StageId>;
}

/** What an id stands for. An extension's stages mean what they mean in the shipped framework below it, but for those that it adds. */
export const endOf = (id: string, bases: readonly Base[]): Result<End> => {
  const shipped = STANDARD_FRAMEWORKS.find((one) => one.id === id);
  if (shipped !== undefined) return ok(endOfFramework(shipped));
  const base = bases.find((one) => one.id === id);
  if (base === undefined) {
    const known = [...STANDARD_FRAMEWORKS, ...bases].map((one) => one.id);
    return fail([vocabularyIssue('unknown_framework', { framework: id, suggestion: nearest(id, known) })]);
  }
  if (!isExtension(base)) return ok(endOfFramework(base));

  const all = [...new Set([...STANDARD_FRAMEWORKS, ...bases])];
  const [extended, chain] = [extendFramework(base, all), chainOf(base, all)];
  if (!extended.ok) return extended;
  if (!chain.ok) return chain;
  const below = endOfFramework(chain.value.framework);
  const inherited = new Set(below.inherited);
  const redefined = new Set<StageId>();
  for (const { extension } of chain.value.links) {
    for (const stage of extension.dropStages ?? []) inherited.delete(stage);
    for (const { stage, definition, entry } of extension.rename ?? []) {
      if (inherited.has(stage) && (definition !== undefined || entry !== undefined)) redefined.add(stage);
    }
  }
  return ok({ framework: extended.value, meanings: below.meanings, inherited, redefined });
};

const endOfFramework = (framework: Framework): End => {
  const isShipped = STANDARD_FRAMEWORKS.includes(framework);
  return {
    framework,
    meanings: (isShipped ? STANDARD_MEANINGS.find((one) => one.framework === framework.id) : undefined) ?? null,
    inherited: new Set(framework.stages.map(({ id }) => id)),
    redefined: new Set(),
  };
};
