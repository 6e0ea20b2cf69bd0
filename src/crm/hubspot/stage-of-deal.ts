import { groupBy } from '../../kernel/group.js';
import { toIso } from '../../kernel/instant.js';
import type { Acting } from './actor.js';
import type { HubspotAgreement } from './agreement.js';
import { isDealStep } from './agreement-check.js';
import { stepDraft, type StageStep } from './contact-history.js';
import type { DealStep } from './deal-events.js';
import { hubspotIssue } from './issues.js';
import { refuse } from './ledger.js';
import type { Homes } from './merges.js';
import { whenOf } from './moment.js';

/**
 * Give each stage its event. A stage that stands for a deal's opening or win is one fact with that deal, since HubSpot
 * sets the stage because of the deal: the deal's own event then carries the stage, and no deal is counted for it again.
 *
 * Which deal: the nearest in time of the contact's own deals (merges followed) that no stage has claimed, then of those where
 * it is one of the other contacts. The moment is the deal's, the row's own stands in `lifecyclestage_at`; where other stages
 * of the contact lie between the two it is the row's, as long as the deal had not moved on by then.
 */
export const tellStages = (
  steps: readonly StageStep[],
  deals: readonly DealStep[],
  { stages }: Pick<HubspotAgreement, 'stages'>,
  contactHomes: Homes,
  acting: Acting,
  zone: string,
): void => {
  const keyOf = (home: string, type: string): string => `${type} ${home}`;
  const own = freeSteps(deals.map((step) => ({ key: keyOf(contactHomes.of(step.contact), step.type), step })));
  const shared = freeSteps(
    deals.flatMap((step) => step.others.map((other) => ({ key: keyOf(contactHomes.of(other), step.type), step }))),
  );
  const moments = new Map<string, readonly number[]>();
  for (const [home, list] of groupBy(steps, ({ contact }) => contactHomes.of(contact)))
    moments.set(home, list.map(({ moment }) => moment.at).sort((a, b) => a - b));
  /** Whether a stage of the contact lies between two moments, and is at neither. */
  const between = (home: string, a: number, b: number): boolean => {
    const list = moments.get(home) ?? [];
    return (list[firstAfter(list, Math.min(a, b), (at) => at)] ?? Infinity) < Math.max(a, b);
  };

  for (const step of steps) {
    const { entry, contact, moment } = step;
    const tell = (extra: Readonly<Record<string, unknown>> = {}): void => {
      entry.drafts.push(stepDraft(step, acting, zone, extra));
    };
    if (step.back || !isDealStep(step.step)) {
      tell();
      continue;
    }
    const home = contactHomes.of(contact);
    const key = keyOf(home, step.step.type);
    const mine = claimNearest(own.get(key), moment.at);
    const deal = mine ?? claimNearest(shared.get(key), moment.at);
    const stage = { ...(step.step.stage === undefined ? {} : { stage: step.step.stage }), ...(step.left === null ? {} : { leftStage: step.left }) };
    const kept = deal !== null && !between(home, deal.draft.input.at, moment.at);
    if (mine !== null && (kept || (moment.at >= mine.previous && moment.at <= mine.next))) {
      Object.assign(mine.draft.input, stage);
      if (kept) mine.draft.attributes['lifecyclestage_at'] = toIso(moment.at);
      else {
        mine.draft.attributes['deal_at'] = toIso(mine.draft.input.at);
        for (const field of ['precision', 'zone']) Reflect.deleteProperty(mine.draft.input, field);
        Object.assign(mine.draft.input, whenOf(moment, zone));
        entry.notices.push(hubspotIssue('hubspot_moved_to_stage', { deal: mine.deal }));
      }
    } else if (mine === null && deal !== null && kept) {
      // Another contact of the deal: the same deal at the same moment, right after its own event and before its next.
      tell({ at: deal.draft.input.at, seq: deal.draft.input.seq + 1, opportunityId: deal.deal });
    } else if (deal === null) alone(step, stages.withoutDeal, tell);
    else stageOnly(step, tell);
  }
};

/** A deal's step that no stage has claimed, at the moment that it had. */
interface Free {
  readonly at: number;
  readonly step: DealStep;
}

const freeSteps = (list: readonly { readonly key: string; readonly step: DealStep }[]): ReadonlyMap<string, Free[]> => {
  const free = new Map<string, Free[]>();
  for (const [key, group] of groupBy(list, (one) => one.key))
    free.set(key, group.map(({ step }) => ({ at: step.draft.input.at, step })).sort((a, b) => a.at - b.at));
  return free;
};

/** Take the step nearest to a moment, of two as near the earlier. */
const claimNearest = (free: Free[] | undefined, at: number): DealStep | null => {
  if (free === undefined || free.length === 0) return null;
  const after = firstAfter(free, at, (one) => one.at);
  const [before, next] = [free[after - 1], free[after]];
  const nearer = before !== undefined && (next === undefined || at - before.at <= next.at - at) ? after - 1 : after;
  return free.splice(nearer, 1)[0]?.step ?? null;
};

/** The position of the first that lies after a moment, in ascending order of moments. */
const firstAfter = <T>(list: readonly T[], at: number, momentOf: (one: T) => number): number => {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = list[middle];
    if (one !== undefined && momentOf(one) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
};

const stageOnly = ({ entry, contact, value }: StageStep, tell: (extra: Readonly<Record<string, unknown>>) => void): void => {
  entry.notices.push(hubspotIssue('hubspot_stage_only', { contact, value }));
  tell({ type: 'qualified' });
};

/** No deal says so: an opportunity that is implied, the stage and no more, or a row that is refused. */
const alone = (step: StageStep, rule: HubspotAgreement['stages']['withoutDeal'], tell: (extra: Readonly<Record<string, unknown>>) => void): void => {
  const { entry, contact, value } = step;
  if (rule === 'reject') refuse(entry, hubspotIssue('hubspot_no_deal', { contact, value }));
  else if (rule === 'stage_only') stageOnly(step, tell);
  else {
    const opportunity = `hubspot:contact:${contact}`;
    entry.notices.push(hubspotIssue('hubspot_implied_deal', { contact, value, opportunity }));
    tell({ opportunityId: opportunity });
  }
};
