import { stagesOf } from '../metrics/applicable.js';
import type { MilestoneBasis } from '../metrics/basis.js';
import type { Milestone } from '../vocabulary/framework.js';
import { integer } from './dialect.js';
import { asOfSql, column, type Scope } from './expression.js';
import { bit, candidate, leadsSql, select, type SelectOptions, type Verdict } from './select.js';

/** The common table expressions up to `candidate` of a metric over milestones. */
export const milestoneSql = (basis: MilestoneBasis, scope: Scope, options: SelectOptions): readonly string[] => [
  asOfSql('seen', 'stageVisits', scope),
  ...leadsSql(scope, options),
  ...dated('base', basis.base.milestone, basis.base.pick, scope, options),
  ...candidates(basis, scope, options),
];

const candidates = (basis: MilestoneBasis, scope: Scope, options: SelectOptions): readonly string[] => {
  const { base, target, cohort } = basis;
  const counted: Verdict = { axis: column(scope.dialect, 'r', 'enteredAt'), num: '1', den: '1', pending: '0' };
  if (target === null) return [candidate([select(counted, 'base AS r', basis, scope, options)])];
  if (cohort === 'own') {
    return [
      ...dated('goal', target.milestone, base.pick, scope, options),
      candidate([
        select({ ...counted, num: '0' }, 'base AS r', basis, scope, options),
        select({ ...counted, den: '0' }, 'goal AS r', basis, scope, options),
      ]),
    ];
  }
  return [
    ...entries('goal', target.milestone, 'every', scope, options),
    followed(scope),
    candidate([select(follow(basis, scope), `base AS r JOIN followed AS f ON ${sameVisit(scope)}`, basis, scope, options)]),
  ];
};

/** The picked entries whose date is known: an inferred one is picked like any other and then in no cohort. */
const dated = (name: string, milestone: Milestone, pick: MilestoneBasis['base']['pick'], scope: Scope, options: SelectOptions): readonly string[] => [
  ...entries(`${name}_any`, milestone, pick, scope, options),
  `${name} AS (SELECT s.* FROM ${name}_any AS s WHERE NOT ${column(scope.dialect, 's', 'inferred')})`,
];

/** Entries into a milestone's stages before asOf, as they are picked. */
const entries = (
  name: string,
  milestone: Milestone,
  pick: MilestoneBasis['base']['pick'],
  { dialect, asOf }: Scope,
  { framework }: SelectOptions,
): readonly string[] => {
  const s = (one: string): string => column(dialect, 's', one);
  const stages = stagesOf(framework, milestone).map(dialect.text).join(', ');
  const entered = `FROM seen AS s WHERE ${s('enteredAt')} < ${integer(asOf)} AND ${s('stage')} IN (${stages})`;
  if (pick === 'every') return [`${name} AS (SELECT s.* ${entered})`];
  const down = pick === 'last' ? ' DESC' : '';
  const order = `ORDER BY ${s('enteredAt')}${down}, ${s('enteredOrder')}${down}, ${s('visit')}${down}`;
  return [
    `${name}_entry AS (SELECT s.*, ROW_NUMBER() OVER (PARTITION BY ${s('leadId')} ${order}) AS place ${entered})`,
    `${name} AS (SELECT * FROM ${name}_entry WHERE place = 1)`,
  ];
};

/** The first entry into the target at or after each base entry: one row for each, whatever the join in it multiplies. */
const followed = ({ dialect }: Scope): string => {
  const b = (name: string): string => column(dialect, 'b', name);
  const g = (name: string): string => column(dialect, 'g', name);
  // An inferred entry and the one that revealed it share an event, and come in the order of the visits.
  const sameEvent = `${g('enteredOrder')} = ${b('enteredOrder')} AND ${g('visit')} >= ${b('visit')}`;
  const sameMoment = `${g('enteredAt')} = ${b('enteredAt')} AND (${g('enteredOrder')} > ${b('enteredOrder')} OR (${sameEvent}))`;
  const after = `${g('enteredAt')} > ${b('enteredAt')} OR (${sameMoment})`;
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
