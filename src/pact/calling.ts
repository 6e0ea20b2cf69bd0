import { matrixIssues } from '../icp/action/check.js';
import { dossierIssues } from '../icp/dossier/check.js';
import { engagementIssues } from '../icp/engagement/check.js';
import { filterIssues } from '../icp/filter/check.js';
import { contactRulesIssues } from '../icp/gate/check.js';
import type { Issue } from '../kernel/issue.js';
import { pactIssue } from './issues.js';
import type { Pact } from './pact.js';
import { under } from './under.js';

/** What cannot work in what a pact says of whom to call: its filter, engagement, actions, dossiers and contact rules. */
export const callingIssues = ({ targetFilter, engagement, actionMatrix, dossier, contactRules, clauses }: Pact): readonly Issue[] => {
  const callers = clauses.filter(({ kind }) => kind === 'list_compliance').map(({ by }) => by);
  return [
    ...(targetFilter === undefined ? [] : under(['targetFilter'], filterIssues(targetFilter))),
    ...(engagement === undefined ? [] : engagementIssues(engagement, ['engagement'])),
    ...(actionMatrix === undefined
      ? []
      : targetFilter === undefined || engagement === undefined
        ? [pactIssue('matrix_without_sides', { missing: [...(targetFilter === undefined ? ['targetFilter'] : []), ...(engagement === undefined ? ['engagement'] : [])] }, ['actionMatrix'])]
        : matrixIssues(actionMatrix, { tiers: targetFilter.tiers.map(({ id }) => id), levels: engagement.levels.map(({ id }) => id) }, ['actionMatrix'])),
    ...(dossier === undefined ? [] : dossierIssues(dossier, ['dossier'])),
    ...(contactRules === undefined ? [] : contactRulesIssues(contactRules, ['contactRules'], [...new Set(callers)])),
  ];
};
