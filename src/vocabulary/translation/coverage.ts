import { ok, type Result } from '../../kernel/result.js';
import type { Base } from '../extension/extend.js';
import type { StageId } from '../framework.js';
import { endOf } from './base.js';
import { translate } from './translate.js';

/** How far one framework can be said in another. */
export interface Coverage {
  readonly from: string;
  readonly to: string;
  /** Stages that lose nothing. */
  readonly whole: readonly StageId[];
  /** Stages that lose something. */
  readonly partly: readonly StageId[];
  /** The remainder: stages that have none over there. */
  readonly none: readonly StageId[];
}

/** Every stage of a framework, by how far it can be said in another. Issues as for `translate`. */
export const coverageOf = (from: string, to: string, bases: readonly Base[] = []): Result<Coverage> => {
  const here = endOf(from, bases);
  if (!here.ok) return here;
  const whole: StageId[] = [];
  const partly: StageId[] = [];
  const none: StageId[] = [];
  for (const { id } of here.value.framework.stages) {
    const found = translate(id, from, to, bases);
    if (!found.ok) return found;
    const { stages, lost } = found.value;
    (stages.length === 0 ? none : lost.length === 0 ? whole : partly).push(id);
  }
  return ok({ from, to, whole, partly, none });
};
