import { levelOf, type AccountEngagement } from '../engagement/engagement.js';
import type { EngagementModel } from '../engagement/model.js';
import type { TargetList } from '../list/target-list.js';
import type { ActionMatrix } from './matrix.js';

/** One of the agreed things to do. */
export interface AgreedAction {
  readonly id: string;
  readonly title: string;
  /** The party that does it; null where nobody was named. */
  readonly by: string | null;
}

/** What is to be done, and which part of the matrix says so. */
export interface ActionChoice {
  readonly action: AgreedAction;
  /** `otherwise`: there is no tier, no level, or no cell for the two. */
  readonly because: 'cell' | 'otherwise';
}

/**
 * What was agreed to be done about somebody whose account has this tier and who shows this level of interest. Null stands for none.
 * Throws on a matrix that names an action it does not have, which `matrixIssues` finds.
 *
 * @example
 * ```ts
 * import { actionFor } from 'revpact/icp';
 *
 * const matrix = {
 *   id: 'plan',
 *   title: 'Plan',
 *   actions: [{ id: 'call', title: 'Call today', by: 'sales_development' }, { id: 'nurture', title: 'Send the newsletter' }],
 *   cells: [{ fit: 'A', engagement: '1', action: 'call' }],
 *   otherwise: 'nurture',
 * };
 * actionFor(matrix, 'A', '1').action.id // => 'call'
 * actionFor(matrix, 'A', null).action.id // => 'nurture'
 * ```
 */
export const actionFor = ({ actions, cells, otherwise }: ActionMatrix, tier: string | null, level: string | null): ActionChoice => {
  const cell = cells.find(({ fit, engagement }) => fit === tier && engagement === level);
  const id = cell?.action ?? otherwise;
  const found = actions.find((one) => one.id === id);
  if (found === undefined) throw new Error(`the matrix has no action "${id}"`);
  return { action: { id, title: found.title, by: found.by ?? null }, because: cell === undefined ? 'otherwise' : 'cell' };
};

/** What is to be done about an account of a list. */
export interface PlannedAction extends ActionChoice {
  readonly rank: number;
  readonly accountId: string;
  readonly contactId: string | null;
  readonly tier: string;
  /** Null where no level is reached. An account that showed nothing has no points, and the level of that. */
  readonly level: string | null;
}

/**
 * What is to be done about each account of a list, in the order of the list: its tier and how much interest it shows, as the
 * matrix combines them.
 *
 * @param engagements - As `engagementByAccount` gives them by the same model, of the same moment as the list.
 */
export const planActions = (
  list: TargetList,
  engagements: readonly AccountEngagement[],
  { matrix, model }: { readonly matrix: ActionMatrix; readonly model: EngagementModel },
): readonly PlannedAction[] => {
  const levels = new Map(engagements.map(({ accountId, level }) => [accountId, level]));
  const idle = levelOf(model, 0);
  return list.in.map(({ rank, accountId, contactId, tier }) => {
    const level = levels.get(accountId);
    const reached = level === undefined ? idle : level;
    return { rank, accountId, contactId, tier, level: reached, ...actionFor(matrix, tier, reached) };
  });
};
