import { groupBy } from '../../kernel/group.js';
import { crmIssue } from '../issues.js';
import { changesIn, inOrder, isVersions, live, versionsIn } from './change.js';
import type { DealLife, DealRecord } from './deal.js';
import { savedSteps, snapshot, type DealStep } from './deal-step.js';
import { leave, notice, type Desk, type Draft } from './desk.js';
import type { Links } from './link.js';
import { idIn, needId, needMoment, type Sheet } from './sheet.js';

interface Read {
  readonly sheet: Sheet;
  readonly drafts: readonly Draft[];
}

/** All opportunities of an export with their steps in order, each under the lead that it belongs to. */
export const dealsIn = (
  desk: Desk,
  links: Links,
  opportunities: Read | null,
  history: Read | null,
  fields: Read | null,
): ReadonlyMap<string, DealLife> => {
  const versions = history !== null && isVersions(history.sheet) ? versionsIn(desk, history.sheet, live(history.drafts)) : null;
  const records = new Map<string, DealRecord>();
  const leftOut = new Set<string>();
  const enter = (sheet: Sheet, draft: Draft): void => {
    const id = needId(sheet, draft.row, 'Id', draft.issues);
    const created = needMoment(sheet, draft.row, 'CreatedDate', desk.zones, draft.issues);
    if (records.has(id)) draft.issues.push(crmIssue('duplicate_id', { id }, [sheet.headerOf('Id') ?? 'Id']));
    if (draft.issues.length > 0 || created === null) return;
    records.set(id, { id, sheet, draft, created, account: idIn(sheet, draft.row, 'AccountId') });
  };
  if (opportunities !== null) for (const draft of live(opportunities.drafts)) enter(opportunities.sheet, draft);
  else if (history !== null) for (const [first, ...later] of versions?.values() ?? []) enter(history.sheet, (later.at(-1) ?? first).draft);
  for (const { row, rule } of opportunities?.drafts ?? []) {
    const id = opportunities === null || rule === null ? null : idIn(opportunities.sheet, row, 'Id');
    if (id !== null && !records.has(id)) leftOut.add(id);
  }

  const steps = [...snapshots(desk, history, versions), ...fieldSteps(desk, fields, history !== null)];
  const byDeal = groupBy(steps, ({ opportunity }) => opportunity);
  const lives = new Map<string, DealLife>();
  for (const id of new Set([...records.keys(), ...byDeal.keys()])) {
    const record = records.get(id) ?? null;
    const of = byDeal.get(id) ?? [];
    const drafts = [...(record === null ? [] : [record.draft]), ...of.map(({ draft }) => draft)];
    if (leftOut.has(id)) {
      for (const draft of drafts) leave(draft, 'of_ignored_record');
      continue;
    }
    const lead = links.leadOfOpportunity(id);
    if (lead === null && desk.agreement.opportunity?.withoutLead === 'ignore') {
      for (const draft of drafts) leave(draft, 'opportunity_without_lead');
      continue;
    }
    const first = drafts[0];
    if (lead === null && first !== undefined) notice(first, 'salesforce_opportunity_without_lead', { opportunity: id, leads: links.mayComeFrom(id, record?.account ?? null) });
    if (record === null && first !== undefined) notice(first, 'salesforce_record_not_exported', { record: id });
    lives.set(id, { id, lead: lead ?? `opportunity:${id}`, record, steps: [...of].sort((a, b) => a.at.at - b.at.at || a.place - b.place) });
  }
  return lives;
};

const snapshots = (desk: Desk, history: Read | null, versions: ReturnType<typeof versionsIn> | null): readonly DealStep[] => {
  if (history === null) return [];
  const { sheet, drafts } = history;
  if (versions !== null) {
    return [...versions.values()].flat().map(({ draft, record, from }) =>
      snapshot({ id: `${record}@${String(from.at)}`, draft, sheet, opportunity: record, at: from, user: idIn(sheet, draft.row, 'LastModifiedById') }),
    );
  }
  const seen = new Set<string>();
  return live(drafts).flatMap((draft): readonly DealStep[] => {
    const { row, issues } = draft;
    const id = needId(sheet, row, 'Id', issues);
    const opportunity = needId(sheet, row, 'OpportunityId', issues);
    const at = needMoment(sheet, row, 'CreatedDate', desk.zones, issues);
    if (id !== '' && seen.has(id)) issues.push(crmIssue('duplicate_id', { id }, [sheet.headerOf('Id') ?? 'Id']));
    seen.add(id);
    return issues.length > 0 || at === null ? [] : [snapshot({ id, draft, sheet, opportunity, at, user: idIn(sheet, row, 'CreatedById') })];
  });
};

/** Steps of single fields; where the export has snapshots too, those tell the same and more. */
const fieldSteps = (desk: Desk, fields: Read | null, told: boolean): readonly DealStep[] => {
  if (fields === null) return [];
  const changes = changesIn(desk, fields.sheet, 'OpportunityId', live(fields.drafts));
  if (told) {
    for (const { draft, field } of changes) {
      leave(draft, ['stagename', 'amount', 'probability', 'closedate', 'forecastcategoryname'].includes(field) ? 'told_by_opportunity_history' : 'field_not_read');
    }
    return [];
  }
  const ordered = [...groupBy(changes, ({ record, field }) => `${record}|${field}`).values()].flatMap(inOrder);
  return savedSteps(ordered);
};
