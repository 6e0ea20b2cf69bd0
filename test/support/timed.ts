import { assessClauses, clocksOf, type Clause, type ClauseContext, type ClauseFinding } from 'revpact/sla';
import { factsFrom, resolve } from 'revpact/lifecycle';
import { sirius2006, type ClockFact, type Facts } from 'revpact/vocabulary';
import { marketing, story, type Line } from './lead-log.js';
import { aContext, utc } from './promises.js';

/** `on('06 09:30', accepts)`: a line of lead `a`, in April 2026 in UTC. The sixth is a Monday. */
export const on = (when: string, line: Line): Line => ({ ...line, at: moment(when) });
export const moment = (when: string): number => utc(`2026-04-${when}`);
const textOf = (at: number | null): string => (at === null ? 'unknown' : new Date(at).toISOString().slice(8, 16).replace('T', ' '));

/** A lead that marketing qualified and delivered to sales development on Monday the sixth at nine. */
export const delivered: readonly Line[] = [
  on('03 10:00', { type: 'inquiry' }),
  on('03 11:00', { type: 'qualified' }),
  on('06 09:00', { type: 'handed_off', to: 'sales_development', toPerson: 'dev', by: marketing }),
];

/** The facts of a story on the waterfall of 2006, in whatever order its lines are given. */
export const factsOf = (lines: readonly Line[]): Facts => factsFrom(sirius2006, resolve(story(...lines))).facts;

const stageOwners = Object.fromEntries(sirius2006.stages.map(({ id, owner }) => [id, owner]));
const contextOf = (over: Partial<ClauseContext>): ClauseContext => aContext({ stageOwners, ...over });

export const clocksIn = (clause: Clause, lines: readonly Line[], over: Partial<ClauseContext> = {}): readonly ClockFact[] =>
  clocksOf([clause], factsOf(lines), contextOf(over));

export const findingOn = (clause: Clause, lines: readonly Line[], over: Partial<ClauseContext> = {}): ClauseFinding => {
  const [context, facts] = [contextOf(over), factsOf(lines)];
  const [finding] = assessClauses([clause], { ...facts, clocks: clocksOf([clause], facts, context) }, context);
  return finding!;
};

/** Each promise in a line: `06 09:00 due 06 11:00: met 06 10:00`. */
export const promisesOn = (clause: Clause, lines: readonly Line[], asOf?: string): readonly string[] =>
  findingOn(clause, lines, asOf === undefined ? {} : { asOf: moment(asOf) }).evidence.map(
    ({ startedAt, dueAt, state, stoppedAt }) => `${textOf(startedAt)} due ${textOf(dueAt)}: ${state}${stoppedAt === null ? '' : ` ${textOf(stoppedAt)}`}`,
  );
