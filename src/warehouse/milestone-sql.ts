import { stagesOf } from '../metrics/applicable.js';
import type { MilestoneBasis } from '../metrics/basis.js';
import { FACT_TABLES } from '../vocabulary/fact.js';
import type { Milestone } from '../vocabulary/framework.js';
import { integer } from './dialect.js';
import { column, type Scope } from './expression.js';
import { bit, candidate, select, type SelectOptions, type Verdict } from './select.js';
import { tableName } from './tables.js';

/** The common table expressions up to `candidate` of a metric over milestones. */
export const milestoneSql = (basis: MilestoneBasis, scope: Scope, options: SelectOptions): string => {
  const { base, target, cohort } = basis;
  const baseAt = column(scope.dialect, 'r', 'enteredAt');
  const counted: Verdict = { axis: baseAt, num: '1', den: '1', pending: '0' };
  const bases = entries('base', base.milestone, base.pick, scope, options);
  if (target === null) return [bases, candidate([select(counted, 'base AS r', basis, scope, options)])].join(',\n');
  if (cohort === 'own') {
    return [
      bases,
      entries('goal', target.milestone, base.pick, scope, options),
      candidate([
        select({ ...counted, num: '0' }, 'base AS r', basis, scope, options),
        select({ ...counted, den: '0' }, 'goal AS r', basis, scope, options),
      ]),
    ].join(',\n');
  }
  return [
    bases,
    entries('goal', target.milestone, 'every', scope, options),
    followed(scope),
    candidate([select(follow(basis, scope), `base AS r JOIN followed AS f ON ${sameVisit(scope)}`, basis, scope, options)]),
  ].join(',\n');
};

/** Entries into a milestone's stages before asOf, with all columns of the visit, as they are picked. */
const entries = (
  name: string,
  milestone: Milestone,
  pick: MilestoneBasis['base']['pick'],
  { dialect, asOf }: Scope,
  { framework, path }: SelectOptions,
): string => {
  const v = (one: string): string => column(dialect, 'v', one);
  const down = pick === 'last' ? ' DESC' : '';
  const place = `ROW_NUMBER() OVER (PARTITION BY ${v('leadId')} ORDER BY ${v('enteredAt')}${down}, ${v('enteredOrder')}${down}) AS place`;
  return [
    `${name}_entry AS (`,
    `  SELECT ${[...Object.keys(FACT_TABLES.stageVisits.columns).map(v), place].join(', ')}`,
    `  FROM ${tableName('stageVisits', dialect, path)} AS v`,
    `  WHERE ${v('enteredAt')} < ${integer(asOf)} AND ${v('stage')} IN (${stagesOf(framework, milestone).map(dialect.text).join(', ')})`,
    '),',
    `${name} AS (SELECT * FROM ${name}_entry${pick === 'every' ? '' : ' WHERE place = 1'})`,
  ].join('\n');
};

/** The first entry into the target at or after each base entry: one row for each, whatever the join in it multiplies. */
const followed = ({ dialect }: Scope): string => {
  const b = (name: string): string => column(dialect, 'b', name);
  const g = (name: string): string => column(dialect, 'g', name);
  const after = `${g('enteredAt')} > ${b('enteredAt')} OR (${g('enteredAt')} = ${b('enteredAt')} AND ${g('enteredOrder')} >= ${b('enteredOrder')})`;
  return [
    'followed AS (',
    `  SELECT ${b('leadId')} AS base_lead, ${b('visit')} AS base_visit, MIN(CASE WHEN ${after} THEN ${g('enteredAt')} END) AS target_at`,
    `  FROM base AS b LEFT JOIN goal AS g ON ${g('leadId')} = ${b('leadId')}`,
    `  GROUP BY ${b('leadId')}, ${b('visit')}`,
    ')',
  ].join('\n');
};

const sameVisit = ({ dialect }: Scope): string =>
  `f.base_lead = ${column(dialect, 'r', 'leadId')} AND f.base_visit = ${column(dialect, 'r', 'visit')}`;

const follow = ({ window, cohort }: MilestoneBasis, { dialect, asOf }: Scope): Verdict => {
  const baseAt = column(dialect, 'r', 'enteredAt');
  const took = `f.target_at - ${baseAt}`;
  const reached = window === null ? 'f.target_at IS NOT NULL' : `${took} < ${integer(window.ms)}`;
  const waits = window === null ? '' : ` AND ${integer(asOf)} - ${baseAt} < ${integer(window.ms)}`;
  return {
    axis: cohort === 'target.at' ? `CASE WHEN ${reached} THEN f.target_at END` : baseAt,
    num: bit(reached),
    den: '1',
    pending: bit(`f.target_at IS NULL${waits}`),
    value: took,
  };
};
