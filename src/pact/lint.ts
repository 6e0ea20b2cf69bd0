import { lintReasons } from '../feedback/exit/lint.js';
import { lintReportRules } from '../feedback/report/lint.js';
import { lintMatrix } from '../icp/action/check.js';
import { lintFilter } from '../icp/filter/lint.js';
import type { Issue, Path } from '../kernel/issue.js';
import { lintLifecycle } from '../lifecycle/lint/lint.js';
import { lintScorecard } from '../metrics/scorecard/scorecard-check.js';
import type { ClauseBase } from '../sla/clause.js';
import type { Exit } from '../vocabulary/framework.js';
import { approvalStatus } from './approval.js';
import { frameworkOf, frameworkPath } from './framework.js';
import { pactIssue } from './issues.js';
import type { Pact } from './pact.js';
import { under } from './under.js';

/**
 * What works and yet should be talked about before anyone signs: hand-offs without a clock, parties that owe nothing,
 * stages nobody reaches, a scorecard that is too long or looks at one side only, reasons and criteria that cannot apply,
 * approvals of another text. An empty list means nothing was found; it does not mean the pact is wise.
 *
 * Issues: `pact.hand_off_without_clause`, `pact.field_not_delivered`, `pact.nobody_to_tell` (a ladder that tells managers,
 * and nobody has one), `pact.no_way_to_expire`, `pact.nobody_knows_of_expiry`, `pact.party_owes_nothing`, `pact.approval_void`,
 * `pact.approval_by_outsider`, and the lints of lifecycle, metrics, icp and feedback.
 */
export const lintPact = (pact: Pact): readonly Issue[] => [
  ...lintLifecycle(frameworkOf(pact), pact.parties.map((party) => party.id)).map((issue) => ({ ...issue, path: frameworkPath(pact, issue.path) })),
  ...pact.handOffs.flatMap((handOff, i) =>
    pact.clauses.some((clause) => 'handOff' in clause && clause.handOff === handOff.id)
      ? []
      : [pactIssue('hand_off_without_clause', { id: handOff.id }, ['handOffs', i])],
  ),
  ...pact.clauses.flatMap((clause, i) => {
    const handOff = 'requires' in clause ? pact.handOffs.find(({ id }) => id === clause.handOff) : undefined;
    if (handOff === undefined || !('requires' in clause)) return [];
    return clause.requires.flatMap((field, f) =>
      handOff.deliverables.some((deliverable) => deliverable.field === field)
        ? []
        : [pactIssue('field_not_delivered', { clause: clause.id, field, handOff: handOff.id }, ['clauses', i, 'requires', f])],
    );
  }),
  ...pact.clauses.flatMap((clause, i) => lintLadder(pact, clause, ['clauses', i])),
  ...pact.parties.flatMap((party, i) =>
    pact.clauses.some((clause) => clause.by === party.id) ? [] : [pactIssue('party_owes_nothing', { party: party.id }, ['parties', i])],
  ),
  ...lintScorecard(pact.scorecard, ['scorecard'], sidesOf(pact)),
  ...(pact.targetFilter === undefined ? [] : under(['targetFilter'], lintFilter(pact.targetFilter))),
  ...(pact.actionMatrix === undefined ? [] : lintMatrix(pact.actionMatrix, ['actionMatrix'])),
  ...(pact.reportRules === undefined ? [] : under(['reportRules'], lintReportRules(pact.reportRules, pact.messages.map(({ id }) => id)))),
  ...under(['exitReasons'], lintReasons(pact.exitReasons, exitsOf(pact))),
  ...approvalStatus(pact).issues,
];

/** A ladder that leads nowhere, and leads that expire behind everybody's back. */
const lintLadder = (pact: Pact, clause: ClauseBase, path: Path): readonly Issue[] => {
  const { id, by, escalation = [], expires, warn } = clause;
  const rung = escalation.findIndex(({ tell }) => tell === 'manager');
  const managed = pact.parties.some((party) => party.id === by && party.people.some(({ manager }) => manager !== undefined));
  return [
    ...(expires === true && frameworkOf(pact).transitions.every(({ on }) => on !== 'expired')
      ? [pactIssue('no_way_to_expire', { clause: id, framework: frameworkOf(pact).title }, [...path, 'expires'])]
      : []),
    ...(rung >= 0 && !managed ? [pactIssue('nobody_to_tell', { clause: id, party: by }, [...path, 'escalation', rung])] : []),
    ...(expires === true && warn === undefined && escalation.length === 0 ? [pactIssue('nobody_knows_of_expiry', { clause: id }, [...path, 'expires'])] : []),
  ];
};

/** The exits that a pact's framework has. */
const exitsOf = (pact: Pact): readonly Exit[] => frameworkOf(pact).stages.flatMap(({ exit }) => (exit === undefined ? [] : [exit]));

/** Who must own a number: those who share the goal, or else those on an end of a hand-off. */
const sidesOf = ({ scorecard, handOffs }: Pact): readonly string[] =>
  scorecard.sharedGoal?.parties ?? [...new Set(handOffs.flatMap(({ from, to }) => [from, to]))];
