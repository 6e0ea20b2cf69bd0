import { groupBy } from '../../kernel/group.js';
import { isVersions, type Placed } from './change.js';
import { leave, type Draft } from './desk.js';
import { textIn, type Moment, type Sheet } from './sheet.js';

/** An opportunity as one row of its history recorded it, or what rows of one save changed of it. */
export interface DealStep {
  readonly id: string;
  readonly draft: Draft;
  readonly sheet: Sheet;
  readonly opportunity: string;
  readonly at: Moment;
  readonly user: string | null;
  /** The stage after it; null where the row does not say. */
  readonly stage: string | null;
  /** The stage before it, where the row itself says so. */
  readonly was: string | null;
  readonly amount: string | null;
  readonly probability: string | null;
  /** Its place among steps of one moment, where values tell it. */
  readonly place: number;
  /** What of a version is read, as one text: a version that says the same as the one before changed something else. */
  readonly says: string | null;
  /** Columns of the row that the step has read. */
  readonly columns: readonly string[];
}

const SNAPSHOT = ['Id', 'OpportunityId', 'IsDeleted', 'CreatedById', 'CreatedDate', 'SystemModstamp', 'StageName', 'Amount', 'Probability'];

/** A row of `OpportunityHistory`, or a version: the opportunity as it stood from then on. */
export const snapshot = (of: Pick<DealStep, 'id' | 'draft' | 'sheet' | 'opportunity' | 'at' | 'user'>): DealStep => {
  const text = (column: string): string | null => textIn(of.sheet, of.draft.row, column);
  const read = { stage: text('StageName'), amount: text('Amount'), probability: text('Probability') };
  const says = isVersions(of.sheet) ? JSON.stringify([...Object.values(read), text('CloseDate'), text('ForecastCategory')]) : null;
  return { ...of, ...read, was: null, place: 0, says, columns: SNAPSHOT };
};

const FIELD_ROW = ['Id', 'OpportunityId', 'IsDeleted', 'CreatedById', 'CreatedDate', 'Field', 'DataType', 'OldValue', 'NewValue'];

/**
 * Rows of `OpportunityFieldHistory`: those of one save make one step, which stands with the row of the stage, so that
 * the probability of that moment stays with it. Fields that no step reads are left out.
 */
export const savedSteps = (changes: readonly Placed[]): readonly DealStep[] => {
  const read = changes.filter(({ change: { field, draft } }) => {
    const known = field === 'stagename' || field === 'amount' || field === 'probability';
    if (!known) leave(draft, field === 'created' ? 'told_by_opportunity' : 'field_not_read');
    return known;
  });
  const saves = groupBy(read, ({ change: { record, at, user } }) => `${record}|${String(at.at)}|${user ?? ''}`);
  return [...saves.values()].flatMap((save): readonly DealStep[] => {
    const stages = save.filter(({ change }) => change.field === 'stagename');
    const value = (field: string): string | null => save.find(({ change }) => change.field === field)?.change.now ?? null;
    const figures = { amount: value('amount'), probability: value('probability') };
    const heads = stages.length > 0 ? stages : save.slice(0, 1);
    return heads.map(({ change: head, place: known }, nth): DealStep => {
      const place = known ?? 0;
      const { id, draft, sheet, record, at, user } = head;
      const stage = head.field === 'stagename' ? { stage: head.now, was: head.was } : { stage: null, was: null };
      const last = nth === heads.length - 1 ? figures : { amount: null, probability: null };
      return { id, draft, sheet, opportunity: record, at, user, place, says: null, columns: FIELD_ROW, ...stage, ...last };
    });
  });
};
