import type { Prepared } from '../log.js';
import { NUMBER, REFUSED } from './verdict.js';

interface Lead {
  readonly stage: string;
  readonly steps: number;
  readonly refusals: number;
}

/** The reducer that teams write: a switch on the stage and the event, and a new object for every step. */
const reduce = (lead: Lead, { type, facts }: Prepared): Lead | null => {
  const go = (stage: string): Lead => ({ ...lead, stage, steps: lead.steps + 1 });
  switch (lead.stage) {
    case 'start':
      return type === 'inquiry' ? go('inquiry') : type === 'qualified' ? go('mql') : null;
    case 'inquiry':
      return type === 'qualified' ? go('mql') : type === 'expired' ? go('expired') : null;
    case 'mql':
      switch (type) {
        case 'accepted':
          return facts.delivered && facts.human ? go('sal') : null;
        case 'rejected':
          return facts.delivered && facts.attemptsSinceDelivery === 0 && facts.rejectionClass !== null ? go('rejected') : null;
        case 'expired':
          return go('expired');
        default:
          return null;
      }
    case 'sal':
      switch (type) {
        case 'opportunity_opened':
          return go('sql');
        case 'disqualified':
          return facts.attemptsSinceAcceptance >= 1 ? go('disqualified') : null;
        case 'expired':
          return go('expired');
        default:
          return null;
      }
    case 'sql':
      return type === 'opportunity_won' ? go('won') : type === 'opportunity_lost' ? go('lost') : type === 'expired' ? go('expired') : null;
    case 'rejected':
    case 'disqualified':
    case 'expired':
    case 'lost':
      return type === 'recycled' ? go('recycled') : null;
    case 'recycled':
      return type === 'inquiry' ? go('inquiry') : type === 'qualified' ? go('mql') : type === 'expired' ? go('expired') : null;
    default:
      return null;
  }
};

const isStep = (type: string, stage: string): boolean => {
  switch (type) {
    case 'inquiry':
      return stage === 'start' || stage === 'recycled';
    case 'qualified':
    case 'accepted':
    case 'rejected':
    case 'opportunity_opened':
    case 'disqualified':
    case 'opportunity_won':
    case 'opportunity_lost':
    case 'expired':
    case 'recycled':
      return true;
    default:
      return false;
  }
};

export const switchImmutable = (rows: readonly Prepared[], leads: number): Uint8Array => {
  const verdicts = new Uint8Array(rows.length);
  const all = new Array<Lead | undefined>(leads);
  rows.forEach((row, i) => {
    const before = all[row.lead] ?? { stage: 'start', steps: 0, refusals: 0 };
    if (row.stage === undefined && !isStep(row.type, before.stage)) {
      verdicts[i] = NUMBER.get(before.stage) ?? 0;
      return;
    }
    const next = reduce(before, row);
    const accepted = next !== null && (row.stage === undefined || row.stage === next.stage);
    const after = accepted ? next : { ...before, stage: row.stage ?? before.stage, refusals: before.refusals + 1 };
    all[row.lead] = after;
    verdicts[i] = (NUMBER.get(after.stage) ?? 0) | (accepted ? 0 : REFUSED);
  });
  return verdicts;
};
