import type { Issue, Path } from '../../kernel/issue.js';
import { nearest } from '../../kernel/nearest.js';
import { metricsIssue } from '../issues.js';
import type { FormulaBasis, FormulaMeasure, Operand } from './formula.js';

/**
 * What is wrong with the steps of a formula: operands that do not exist, names that stand for two things, money added to a
 * plain number. Money over money is a number; money times money is nothing.
 */
export const stepIssues = ({ steps, of }: FormulaMeasure, { inputs }: FormulaBasis): readonly Issue[] => {
  const issues: Issue[] = [];
  /** How often money is a factor, by step; null where an operand is not known. */
  const money = new Map<string, number | null>();
  const wrong = (reason: string, path: Path): void => {
    issues.push(metricsIssue('wrong_measure', { measure: 'formula', reason }, path));
  };
  const unknown = (operand: string, known: readonly string[], path: Path): null => {
    issues.push(metricsIssue('unknown_operand', { operand, suggestion: nearest(operand, known) }, path));
    return null;
  };
  const powerOf = (operand: Operand, path: Path): number | null => {
    if ('input' in operand) {
      const input = Object.hasOwn(inputs, operand.input) ? inputs[operand.input] : undefined;
      return input === undefined ? unknown(operand.input, Object.keys(inputs), path) : input.measure.kind === 'sum' ? 1 : 0;
    }
    if (!('step' in operand)) return 0;
    const power = money.get(operand.step);
    return power === undefined ? unknown(operand.step, [...money.keys()], path) : power;
  };
  let last: number | null = null;
  for (const [i, { name, op, left, right }] of steps.entries()) {
    const path = ['measure', 'steps', i];
    const [a, b] = [powerOf(left, [...path, 'left']), powerOf(right, [...path, 'right'])];
    if (money.has(name) || Object.hasOwn(inputs, name)) wrong(`calls two things "${name}"`, [...path, 'name']);
    if (a !== null && b !== null && (op === 'add' || op === 'subtract') && a !== b) wrong('adds money and a plain number', path);
    last = a === null || b === null ? null : op === 'multiply' ? a + b : op === 'divide' ? a - b : a;
    money.set(name, last);
  }
  if (last !== null && last !== (of === 'money' ? 1 : 0)) {
    wrong(last === 1 ? 'is money in the end' : last === 0 ? 'is no money in the end' : 'is neither money nor a number in the end', [
      'measure',
      'of',
    ]);
  }
  return issues;
};
