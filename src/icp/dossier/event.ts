import { fail, type Result } from '../../kernel/result.js';
import type { ProvidedEvent } from '../../vocabulary/event.js';
import { icpIssue } from '../issues.js';
import { providedEvent, type Provision } from '../list/event.js';
import type { DossierCoverage } from './coverage.js';

/** What dossiers are called as a thing provided. */
const DOSSIERS = 'dossiers';

/**
 * The event by which a host records that dossiers were provided: it names the accounts whose dossier is complete, and no others.
 *
 * Issues: `icp.nothing_researched` where none is; and those of the event's form.
 */
export const dossierEvent = ({ accounts, standard }: DossierCoverage, provision: Provision): Result<ProvidedEvent> => {
  const complete = accounts.flatMap(({ complete: enough, accountId }) => (enough ? [accountId] : []));
  if (complete.length === 0) return fail([icpIssue('nothing_researched', { accounts: accounts.length })]);
  return providedEvent(provision, { item: DOSSIERS, accountIds: complete, attributes: { dossier_standard: standard } });
};
