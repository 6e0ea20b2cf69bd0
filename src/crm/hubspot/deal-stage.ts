import type { HubspotAgreement } from './agreement.js';
import { hubspotIssue } from './issues.js';
import { isOpen, refuse, text, use, type Entry } from './ledger.js';
import { isTrue } from './tables.js';

/** What entering a stage of a pipeline means for a deal. */
export type StageKind = HubspotAgreement['deals']['stages'][string];

/** The kind of a stage, in a pipeline where that is known; undefined where neither the agreement nor the export says. */
export type StageKinds = (stage: string, pipeline: string | null) => StageKind | undefined;

/** The agreement's word on a stage, else what the table of pipeline stages says: `closed_won`, `is_closed`. Probabilities are not asked. */
export const stageKinds = (rows: readonly Entry[], { deals }: HubspotAgreement): StageKinds => {
  const listed = new Map<string, StageKind>();
  for (const entry of rows.filter(isOpen)) {
    const stage = text(entry, 'stage_id');
    if (stage === null) {
      refuse(entry, hubspotIssue('hubspot_no_id', { column: 'stage_id' }, ['stage_id']));
      continue;
    }
    const closed = isTrue(text(entry, 'is_closed'));
    const kind = isTrue(text(entry, 'closed_won')) ? 'won' : closed ? 'lost' : 'open';
    listed.set(stage, kind);
    use(entry);
    const zero = /^0(?:\.0{1,9})?$/.test(text(entry, 'probability') ?? '');
    if (kind === 'open' && zero && !Object.hasOwn(deals.stages, stage)) entry.notices.push(hubspotIssue('hubspot_zero_probability', { stage }));
  }
  const agreed = new Map(Object.entries(deals.stages));
  return (stage, pipeline) => agreed.get(`${pipeline ?? ''}/${stage}`) ?? agreed.get(stage) ?? listed.get(stage);
};
