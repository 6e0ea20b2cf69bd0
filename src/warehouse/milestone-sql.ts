import { stagesOf, targetStages } from '../metrics/engine/applicable.js';
import type { MilestoneBasis } from '../metrics/definition/basis.js';
import type { StageId } from '../vocabulary/framework.js';
import { candidateSql, kept, selectCandidates, type Verdict } from './candidate-sql.js';
import { integer } from './dialect.js';
import { column } from './expression.js';
import { relatedSql } from './related-sql.js';
import type { Scope } from './scope.js';
import type { UnitSql } from './units-sql.js';

type Picked = MilestoneBasis['base']['pick'];

/** The order in which stages were entered. An inferred visit and the one that revealed it share an event. */
const IN_ORDER = ['enteredAt', 'enteredOrder', 'visit', 'leadId'] as const;

/** The common table expressions up to `candidate` of a metric over milestones. */
export const milestoneSql = (basis: MilestoneBasis, unit: UnitSql, scope: Scope): readonly string[] => {
  const { base, target, cohort } = basis;
  const bases = [...dated('base', stagesOf(scope.framework, base.milestone), base.pick, basis, scope), ...relatedSql('base', scope)];
  const at = column(scope.dialect, 'r', 'enteredAt');
  const where = kept(basis.where, scope);
  const counted: Verdict = { axis: at, base: at, reached: '1 = 1', pending: '1 = 0', side: 'both', goal: 'r', measured: unit(at, null) };
  if (target === null) return [...bases, candidateSql([selectCandidates(counted, 'base', [], where, basis, scope)])];
  const goals = targetStages(scope.framework, target);
  if (cohort === 'own') {
    return [
      ...bases,
      ...dated('goal', goals, base.pick, basis, scope),
      ...relatedSql('goal', scope),
      candidateSql([
        selectCandidates({ ...counted, side: 'base' }, 'base', [], where, basis, scope),
        selectCandidates({ ...counted, side: 'target' }, 'goal', [], where, basis, scope),
      ]),
    ];
  }
  return [
    ...bases,
    ...entries('goal', goals, 'every', basis, scope),
    followedSql(basis, scope),
    candidateSql([selectCandidates(follow(basis, unit, scope), 'base', followJoins(scope), where, basis, scope)]),
  ];
};

/** The picked entries whose date is known: an inferred one is picked like any other and then in no cohort. */
const dated = (name: string, stages: readonly StageId[], pick: Picked, basis: MilestoneBasis, scope: Scope): readonly string[] => [
  ...entries(`${name}_any`, stages, pick, basis, scope),
  `${name} AS (SELECT s.* FROM ${name}_any AS s WHERE NOT ${column(scope.dialect, 's', 'inferred')})`,
];

/** Entries into stages before asOf, as they are picked of each lead or account. */
const entries = (name: string, stages: readonly StageId[], pick: Picked, { of }: MilestoneBasis, { dialect, asOf }: Scope): readonly string[] => {
  const s = (one: string): string => column(dialect, 's', one);
  const unit = of === 'lead' ? s('leadId') : column(dialect, 'l', 'accountId');
  const leads = of === 'lead' ? '' : ` JOIN lead_seen AS l ON ${column(dialect, 'l', 'leadId')} = ${s('leadId')}`;
  const known = of === 'lead' ? '' : ` AND ${unit} IS NOT NULL`;
  const entered = `FROM seen AS s${leads} WHERE ${s('enteredAt')} < ${integer(asOf)} AND ${s('stage')} IN (${stages.map(dialect.text).join(', ')})${known}`;
  if (pick === 'every') return [`${name} AS (SELECT s.*, ${unit} AS unit_of ${entered})`];
  const down = pick === 'last' ? ' DESC' : '';
  const order = `ORDER BY ${IN_ORDER.map((one) => `${s(one)}${down}`).join(', ')}`;
  return [
    `${name}_entry AS (SELECT s.*, ${unit} AS unit_of, ROW_NUMBER() OVER (PARTITION BY ${unit} ${order}) AS place ${entered})`,
    `${name} AS (SELECT * FROM ${name}_entry WHERE place = 1)`,
  ];
};

/** Entries into the target that may be a base entry's, in their order: the first is the one. */
const followedSql = ({ order, tie }: MilestoneBasis, { dialect }: Scope): string => {
  const b = (name: string): string => column(dialect, 'b', name);
  const g = (name: string): string => column(dialect, 'g', name);
  const itself = `${g('leadId')} = ${b('leadId')} AND ${g('visit')} = ${b('visit')}`;
  const later =
    tie === 'log_order'
      ? inOrder(IN_ORDER.map((one) => [g(one), b(one)] as const), order === 'after' ? '>' : '>=')
      : `${g('enteredAt')} >= ${b('enteredAt')}${order === 'after' ? ` AND NOT (${itself})` : ''}`;
  return [
    'followed AS (',
    `  SELECT ${b('leadId')} AS base_lead, ${b('visit')} AS base_visit,`,
    `    ${g('leadId')} AS goal_lead, ${g('visit')} AS goal_visit, ${g('enteredAt')} AS target_at,`,
    `    ROW_NUMBER() OVER (PARTITION BY ${b('leadId')}, ${b('visit')} ORDER BY ${IN_ORDER.map(g).join(', ')}) AS nth`,
    '  FROM base AS b JOIN goal AS g ON g.unit_of = b.unit_of',
    `  WHERE ${later}`,
    ')',
  ].join('\n');
};

/** What comes later, by the first of some columns that differ. */
const inOrder = ([pair, ...rest]: readonly (readonly [string, string])[], equal: '>' | '>='): string => {
  if (pair === undefined) return equal === '>=' ? '1 = 1' : '1 = 0';
  const [one, other] = pair;
  return `(${one} > ${other} OR (${one} = ${other} AND ${inOrder(rest, equal)}))`;
};

const followJoins = ({ dialect, groupBy }: Scope): readonly string[] => {
  const same = (alias: string, lead: string, visit: string): string =>
    `${lead} = ${column(dialect, alias, 'leadId')} AND ${visit} = ${column(dialect, alias, 'visit')}`;
  return [
    `  LEFT JOIN followed AS f ON ${same('r', 'f.base_lead', 'f.base_visit')} AND f.nth = 1`,
    ...(groupBy.some((ref) => ref.startsWith('target.')) ? [`  LEFT JOIN goal AS t ON ${same('t', 'f.goal_lead', 'f.goal_visit')}`] : []),
  ];
};

const follow = ({ window, cohort }: MilestoneBasis, unit: UnitSql, { dialect, asOf }: Scope): Verdict => {
  const base = column(dialect, 'r', 'enteredAt');
  const took = `f.target_at - ${base}`;
  const within = (span: string): string => (window === null ? '' : `${span} ${window.edge === '[]' ? '<=' : '<'} ${integer(window.ms)}`);
  const reached = window === null ? 'f.target_at IS NOT NULL' : within(took);
  return {
    axis: cohort === 'target.at' ? `CASE WHEN ${reached} THEN f.target_at END` : base,
    base,
    reached,
    // A window that reaches beyond asOf, or has no end, is still open.
    pending: window === null ? 'f.target_at IS NULL' : `f.target_at IS NULL AND ${within(`${integer(asOf)} - ${base}`)}`,
    side: 'both',
    goal: 't',
    measured: unit(base, 'f.target_at'),
  };
};
