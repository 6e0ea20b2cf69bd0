import type { TargetFilter } from '../../icp/filter/filter.js';
import { conditionsOf } from '../../icp/filter/walk.js';
import { judgesOf, type Judge } from '../../icp/score/judge.js';
import { toIso, type Instant } from '../../kernel/instant.js';
import { okUnless, type Result } from '../../kernel/result.js';
import { comment, integer, type Dialect } from '../dialect.js';
import type { AccountTable } from './account-table.js';
import { compileIssues } from './check.js';
import { ACCOUNT, conditionSql } from './condition-sql.js';

/**
 * A target filter as one statement: the `CASE` text of every criterion, over a table of accounts. Its integers are those of
 * `score`, account by account, whatever the engine; there is no floating point in them.
 *
 * It returns one row an account, best first: `account_id`; `points`, `max` and `out_of` as in a score; `tier` and `fits`,
 * NULL where a score has null; `list_rank`, NULL where the account is in no tier; and for each criterion in force
 * `points_<criterion>` and `holds_<criterion>`, whose points add up to `points`. The table is to have one row an account: a
 * list of accounts leaves out ids that stand twice with different answers, a statement scores each row.
 *
 * Text is compared without regard to case as `LOWER` of the engine has it, which for letters younger than its Unicode tables
 * may be otherwise; ranks break ties by id in the engine's order of text.
 *
 * @param asOf - Criteria in force at this moment count.
 *
 * Nobody in particular is called: what is asked of the contact is not known, as in a score without one. Contacts are counted by
 * their rows.
 *
 * Issues, each where it stands: `warehouse.no_column` for an attribute asked for that the table does not name,
 * `warehouse.no_literal` for a word that no text of the engine can hold (one with a NUL), `icp.duplicate_id` for two criteria of
 * one id, whose columns could not be told apart.
 * @example
 * ```ts
 * import { compileFilter, duckdb } from 'revpact/warehouse';
 *
 * const filter = {
 *   id: 'core',
 *   title: 'Core market',
 *   criteria: [
 *     {
 *       id: 'size',
 *       title: 'Big enough?',
 *       missing: 'zero',
 *       role: 'weighted',
 *       when: { is: 'range', attribute: 'employees', from: '50' },
 *       points: 30,
 *     },
 *   ],
 *   tiers: [{ id: 'A', atLeast: 30 }],
 * } as const;
 * const accounts = {
 *   table: ['crm', 'accounts'],
 *   id: 'id',
 *   attributes: { employees: { column: 'employee_count', type: 'whole' } },
 *   contacts: null,
 * } as const;
 * const compiled = compileFilter(filter, duckdb, { asOf: 0, accounts });
 * compiled.ok && compiled.value.includes('a."employee_count" >= 50') // => true
 * ```
 */
export const compileFilter = (
  filter: TargetFilter,
  dialect: Dialect,
  { asOf, accounts }: { readonly asOf: Instant; readonly accounts: AccountTable },
): Result<string> =>
  okUnless(compileIssues(filter, dialect, accounts), () => statement(filter, dialect, asOf, accounts));

const statement = (filter: TargetFilter, dialect: Dialect, asOf: Instant, accounts: AccountTable): string => {
  const judges = judgesOf(filter.criteria, asOf);
  const outOf = judges.reduce((sum, { most }) => sum + most, 0);
  const name = (what: string, { criterion }: Judge): string => dialect.identifier(`${what}_${criterion.id}`);
  const holds = (judge: Judge): string => name('holds', judge);

  const answers = judges.flatMap(({ criterion }, c) =>
    conditionsOf(criterion, []).map(({ when }, b) => `${conditionSql(when, { accounts, dialect, contact: null })} AS ${answerName(c, b)}`),
  );
  const perCriterion = judges.flatMap((judge, c) => {
    const bands = judge.outcomes.map(({ points }, b) => ({ points, answer: answerName(c, b) }));
    const cases = bands.map(({ points, answer }) => `WHEN ${answer} THEN ${integer(points)}`).join(' ');
    // OR is true where one holds, and not known where none does and one may.
    return [`CASE ${cases} ELSE 0 END AS ${name('points', judge)}`, `(${bands.map(({ answer }) => answer).join(' OR ')}) AS ${holds(judge)}`];
  });
  const where = (test: (judge: Judge) => boolean, sql: (judge: Judge) => string): readonly string[] => judges.filter(test).map(sql);
  const out = [
    ...where(({ criterion }) => criterion.role === 'disqualifier', (judge) => `COALESCE(${holds(judge)}, FALSE)`),
    // A must-have whose answer is not known is missing, unless its policy says otherwise.
    ...where(({ criterion }) => criterion.role === 'must_have', (judge) => `NOT COALESCE(${holds(judge)}, ${dialect.boolean(judge.criterion.missing !== 'zero')})`),
  ];
  const open = where(({ criterion }) => criterion.missing === 'refuse', (judge) => `${holds(judge)} IS NULL`);
  const left = where(({ criterion, most }) => criterion.missing === 'neutral' && most > 0, (judge) => `CASE WHEN ${holds(judge)} IS NULL THEN ${integer(judge.most)} ELSE 0 END`);
  const fits = [
    ...(out.length === 0 ? [] : [`WHEN ${out.join(' OR ')} THEN FALSE`]),
    ...(open.length === 0 ? [] : [`WHEN ${open.join(' OR ')} THEN NULL`]),
  ];
  const tiers = filter.tiers.map(({ atLeast }, i) => {
    const reached = `${dialect.wide('points')} * ${integer(outOf)} >= ${dialect.wide('max')} * ${integer(atLeast)}`;
    return `WHEN (max = ${integer(outOf)} AND points >= ${integer(atLeast)}) OR (max <> ${integer(outOf)} AND max > 0 AND ${reached}) THEN ${integer(i + 1)}`;
  });
  const own = judges.flatMap((judge) => [name('points', judge), holds(judge)]);

  return `${comment(`revpact target filter ${filter.id} as of ${toIso(asOf)}`)}
WITH answers AS (
  SELECT
    ${[`${ACCOUNT}.${dialect.identifier(accounts.id)} AS account_id`, ...answers].join(',\n    ')}
  FROM ${accounts.table.map(dialect.identifier).join('.')} AS ${ACCOUNT}
), criteria AS (
  SELECT
    ${['account_id', ...perCriterion].join(',\n    ')}
  FROM answers
), scored AS (
  SELECT
    *,
    ${judges.length === 0 ? '0' : judges.map((judge) => name('points', judge)).join(' + ')} AS points,
    ${[integer(outOf), ...left].join(' - ')} AS max,
    ${fits.length === 0 ? 'TRUE' : `CASE ${fits.join(' ')} ELSE TRUE END`} AS fits
  FROM criteria
), tiered AS (
  SELECT *, CASE WHEN fits THEN CASE ${tiers.join(' ')} END END AS tier_number
  FROM scored
)
SELECT
  account_id,
  points,
  max,
  ${integer(outOf)} AS out_of,
  CASE tier_number ${filter.tiers.map(({ id }, i) => `WHEN ${integer(i + 1)} THEN ${dialect.text(id)}`).join(' ')} END AS tier,
  fits,
  CASE WHEN tier_number IS NOT NULL THEN ROW_NUMBER() OVER (ORDER BY ${RANKED.join(', ')}) END AS list_rank${own.map((one) => `,\n  ${one}`).join('')}
FROM tiered
ORDER BY ${RANKED.join(', ')}`;
};

/**
 * By tier, then by the share of the points that could be had, then by points, then by id. Points and their most are below
 * 2^21, so that two different shares are further apart than floats around them.
 */
const RANKED = [
  'CASE WHEN tier_number IS NULL THEN 1 ELSE 0 END',
  'tier_number',
  'CAST(points AS DOUBLE) / CASE WHEN max = 0 THEN 1 ELSE max END DESC',
  'points DESC',
  'account_id',
];

const answerName = (criterion: number, band: number): string => `answer_${String(criterion + 1)}_${String(band + 1)}`;
