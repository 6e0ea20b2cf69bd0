import { ANN, MAX, QUEUE, sfId } from './salesforce-rows.js';

type Cells = Record<string, string | null>;

/** What was planned of one lead, in whole seconds, and so is true of the export whatever reads it. */
export interface PlannedLead {
  readonly id: string;
  readonly stays: readonly { readonly stage: string; readonly at: number }[];
  readonly attempts: number;
  readonly automated: number;
  readonly won: boolean;
  readonly mergedInto: string | null;
}

/** An export as Salesforce's own API names its columns, and what was planned. */
export interface GeneratedExport {
  readonly tables: Readonly<Record<'Lead' | 'LeadHistory' | 'Opportunity' | 'OpportunityHistory' | 'Task', readonly Cells[]>>;
  readonly truth: readonly PlannedLead[];
  /** Rows that were spoiled on purpose, and rows that stand for something else. */
  readonly spoiled: number;
  readonly deleted: number;
}

const STAGE: Readonly<Record<string, string>> = {
  'Open - Not Contacted': 'open_not_contacted',
  'Working - Contacted': 'working_contacted',
  'Closed - Converted': 'closed_converted',
  'Closed - Not Converted': 'closed_not_converted',
  Prospecting: 'prospecting',
  'Needs Analysis': 'needs_analysis',
  'Negotiation/Review': 'negotiation_review',
  'Closed Won': 'closed_won',
  'Closed Lost': 'closed_lost',
};

/** mulberry32: small, seeded, and not the library's. */
const random = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/**
 * A year of a small team, planned first and written down as an export then. Of every 20 leads one was merged away, one is
 * deleted, and one status row is spoiled; sequencers send mails under a rep's name.
 */
export const generatedExport = (seed: number, leads: number): GeneratedExport => {
  const chance = random(seed);
  const pick = <T>(of: readonly [T, ...T[]]): T => of[Math.floor(chance() * of.length)] ?? of[0];
  const iso = (at: number): string => new Date(at).toISOString().replace('Z', '+0000');
  const tables = { Lead: [] as Cells[], LeadHistory: [] as Cells[], Opportunity: [] as Cells[], OpportunityHistory: [] as Cells[], Task: [] as Cells[] };
  const truth: PlannedLead[] = [];
  let [row, spoiled, deleted] = [0, 0, 0];
  const history = (cells: Cells): void => {
    row += 1;
    tables.LeadHistory.push({ Id: sfId('017', row), IsDeleted: 'false', DataType: 'Text', CreatedById: ANN, OldValue: null, NewValue: null, ...cells });
  };

  for (let n = 1; n <= leads; n += 1) {
    const id = sfId('00Q', n);
    // History rows sometimes have the short id.
    const shown = (): string => (chance() < 0.3 ? id.slice(0, 15) : id);
    let at = Date.UTC(2025, 0, 1) + Math.floor(chance() * 300 * 86_400) * 1000;
    const created = at;
    const stays = [{ stage: 'open_not_contacted', at }];
    let status = 'Open - Not Contacted';
    const later = (days: number): number => (at += (1 + Math.floor(chance() * days * 86_400)) * 1000);
    const set = (next: string): void => {
      history({ LeadId: shown(), CreatedDate: iso(at), Field: 'Status', OldValue: status, NewValue: next });
      status = next;
      stays.push({ stage: STAGE[next] ?? '', at });
    };
    history({ LeadId: shown(), CreatedDate: iso(created), Field: 'created', CreatedById: MAX });

    let [attempts, automated] = [0, 0];
    const work = (): void => {
      for (let i = Math.floor(chance() * 4); i > 0; i -= 1) {
        const machine = chance() < 0.4;
        if (machine) automated += 1;
        else attempts += 1;
        tables.Task.push({
          Id: sfId('00T', tables.Task.length + 1),
          WhoId: shown(),
          OwnerId: ANN,
          CreatedDate: iso(at),
          CompletedDateTime: iso(later(1)),
          ActivityDate: iso(at).slice(0, 10),
          Status: 'Completed',
          TaskSubtype: machine ? 'Email' : pick(['Call', 'Email']),
          Sequence__c: machine ? 'Q1 cold' : null,
        });
      }
      if (chance() < 0.2) tables.Task.push({ ...(tables.Task.at(-1) ?? {}), Id: sfId('00T', tables.Task.length + 1), WhoId: id, Status: 'Not Started' });
    };

    later(5);
    work();
    later(2);
    set('Working - Contacted');
    work();
    if (chance() < 0.3) {
      later(20);
      set('Closed - Not Converted');
      later(60);
      set('Open - Not Contacted');
      later(3);
      set('Working - Contacted');
    }
    const end = chance();
    let won = false;
    let opportunity: string | null = null;
    if (end < 0.4) {
      later(20);
      set('Closed - Converted');
      opportunity = sfId('006', n);
      const opened = at;
      let amount = 1000 * (1 + Math.floor(chance() * 50));
      const deal = (StageName: string, Probability: number): void => {
        const number = tables.OpportunityHistory.length + 1;
        tables.OpportunityHistory.push({
          Id: sfId('008', number), IsDeleted: 'false', OpportunityId: sfId('006', n), CreatedById: ANN, CreatedDate: iso(at),
          StageName, Amount: `${String(amount)}.0`, Probability: `${String(Probability)}.0`, CloseDate: '2026-01-31', ForecastCategory: 'Pipeline',
        });
      };
      // An opportunity is made in the second of the conversion.
      stays.push({ stage: 'prospecting', at });
      deal('Prospecting', 10);
      later(10);
      amount += 500;
      deal('Prospecting', 10);
      for (const [stage, probability] of [['Needs Analysis', 20], ['Negotiation/Review', 90]] as const) {
        later(20);
        deal(stage, probability);
        stays.push({ stage: STAGE[stage] ?? '', at });
      }
      later(20);
      won = chance() < 0.5;
      const last = won ? 'Closed Won' : 'Closed Lost';
      deal(last, won ? 100 : 0);
      stays.push({ stage: STAGE[last] ?? '', at });
      tables.Opportunity.push({
        Id: sfId('006', n), IsDeleted: 'false', AccountId: sfId('001', n), CreatedDate: iso(opened), CreatedById: ANN, OwnerId: ANN,
        StageName: last, Amount: `${String(amount)}.0`, Probability: won ? '100.0' : '0.0', CloseDate: '2026-01-31', Type: 'New Business', LastModifiedDate: iso(at),
      });
    }

    const gone = n % 20 === 7;
    const merged = n % 20 === 13 ? sfId('00Q', n - 1) : null;
    if (merged !== null) later(30);
    if (gone) deleted += 1;
    tables.Lead.push({
      Id: id, IsDeleted: String(gone || merged !== null), MasterRecordId: merged, CreatedDate: iso(created), CreatedById: MAX, OwnerId: QUEUE, LeadSource: pick(['Web', 'Event', 'Partner']),
      Status: status, IsConverted: String(opportunity !== null), ConvertedDate: opportunity === null ? null : iso(at).slice(0, 10), ConvertedOpportunityId: opportunity?.slice(0, 15) ?? null,
      HasOptedOutOfEmail: 'false', LastModifiedDate: iso(at), LastModifiedById: ANN, Industry: pick(['Steel', 'Retail']),
    });
    if (n % 20 === 3) {
      history({ LeadId: shown(), CreatedDate: '31.12.2025 17:00', Field: 'Status', OldValue: status, NewValue: 'Working - Contacted' });
      spoiled += 1;
    }
    truth.push({ id, stays: gone ? [] : stays, attempts: gone ? 0 : attempts, automated: gone ? 0 : automated, won: won && !gone, mergedInto: merged });
  }
  return { tables, truth, spoiled, deleted };
};
