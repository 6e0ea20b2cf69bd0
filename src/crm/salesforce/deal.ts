import type { Issue } from '../../kernel/issue.js';
import { nearest } from '../../kernel/nearest.js';
import { readCell } from '../reading/read-cell.js';
import { lastModified } from './change.js';
import { NO_OUTLOOK, outlookIn, type DealOutlook } from './deal-outlook.js';
import type { DealStep } from './deal-step.js';
import { actorOf, dated, dayOf, leave, notice, putEvent, wordOf, type Desk, type Draft } from './desk.js';
import { salesforceIssue } from './issues.js';
import { SEQ } from './lead-status-event.js';
import { idIn, leftOver, momentIn, textIn, type Moment, type Sheet } from './sheet.js';

/** An opportunity as its own row has it. */
export interface DealRecord {
  readonly id: string;
  readonly sheet: Sheet;
  readonly draft: Draft;
  readonly created: Moment;
  readonly account: string | null;
}

/** Everything that an export says of one opportunity, its steps in order of time. */
export interface DealLife {
  readonly id: string;
  readonly lead: string;
  readonly record: DealRecord | null;
  readonly steps: readonly DealStep[];
}

const READ = ['Id', 'CreatedDate', 'CreatedById', 'AccountId', 'Type', 'IsDeleted'];

/** One opportunity's rows as events, each put with the row that says it. */
export const putDeal = (desk: Desk, { id, lead, record, steps }: DealLife): void => {
  const base = { leadId: lead, opportunityId: id, accountId: record?.account };
  const first = steps[0];
  const opening = record !== null && first !== undefined && first.at.at - record.created.at < 1000 ? first : undefined;
  let stage: string | null = null;
  if (record !== null) stage = putOpening(desk, record, base, opening);
  if (record !== null && first !== undefined && opening === undefined && first.was === null) {
    notice(first.draft, 'salesforce_history_begins_late', { at: dayOf(first.at) });
  }
  const closings = steps.filter((step) => step.stage !== null && meaningOf(desk, step.stage)?.is !== 'open');
  for (const [i, step] of steps.entries()) {
    if (step === opening) continue;
    const { draft, sheet, at, says } = step;
    if (says !== null && says === steps[i - 1]?.says) {
      leave(draft, 'field_not_read');
      continue;
    }
    const entered = step.stage !== null && step.stage !== stage ? step.stage : null;
    const by = actorOf(desk, sheet, draft.row, step.user);
    const outlook = entered === null || !closes(desk, entered) ? outlookIn(desk, sheet, draft) : NO_OUTLOOK;
    const attributes = leftOver(sheet, draft.row, [...step.columns, ...outlook.columns], draft.issues);
    // A closed opportunity found when its history begins was closed on its close date, not when somebody began to look.
    const found = step === first && opening === undefined && step.was === null && closings.includes(step) ? closeDate(desk, step) : null;
    if (found !== null) {
      const said = { what: `the stage "${step.stage ?? ''}"`, column: 'CloseDate' };
      notice(draft, 'salesforce_dated_by', said);
      if (record !== null && found.at < record.created.at) notice(draft, 'salesforce_before_creation', said);
    }
    const said = { id: `opportunity_history:${step.id}`, seq: SEQ.deal + step.place, ...dated(found ?? at), by, ...base, attributes };
    const left = step.was === null || entered === null ? null : stageOf(desk, step.was, draft.issues);
    putStep(desk, draft, said, { record, step, entered, left, outlook, last: step === closings.at(-1) });
    stage = step.stage ?? stage;
  }
  if (record !== null) putCurrent(desk, record, base, stage, steps.length > 0);
};

type Base = Readonly<Record<'leadId' | 'opportunityId', string>> & { readonly accountId: string | null | undefined };

const putOpening = (desk: Desk, record: DealRecord, base: Base, opening: DealStep | undefined): string | null => {
  const { id, sheet, draft, created } = record;
  const by = actorOf(desk, sheet, draft.row, idIn(sheet, draft.row, 'CreatedById'));
  const { types = {} } = desk.agreement.opportunity ?? {};
  const kind = textIn(sheet, draft.row, 'Type');
  const opportunityType = kind !== null && Object.hasOwn(types, kind) ? types[kind] : null;
  const { columns: told, ...outlook } = opening === undefined ? NO_OUTLOOK : outlookIn(desk, opening.sheet, opening.draft);
  const attributes = {
    ...leftOver(sheet, draft.row, opportunityType === null ? READ.filter((column) => column !== 'Type') : READ, draft.issues),
    // What the first row of the history recorded then stands before what the record says now.
    ...(opening === undefined ? {} : leftOver(opening.sheet, opening.draft.row, [...opening.columns, ...told], opening.draft.issues)),
  };
  const began = opening === undefined ? null : opening.was ?? opening.stage;
  const stage = began === null ? null : stageOf(desk, began, draft.issues);
  const figures = opening === undefined ? {} : figuresOf(desk, opening.sheet, opening.draft, opening);
  putEvent(draft, { id: `opportunity:${id}`, seq: SEQ.opened, type: 'opportunity_opened', ...dated(created), by, ...base, stage, opportunityType, ...figures, ...outlook, attributes });
  return began;
};

interface Told {
  readonly record: DealRecord | null;
  readonly step: DealStep;
  /** The stage that was entered, null where only figures changed. */
  readonly entered: string | null;
  readonly left: string | null;
  readonly outlook: DealOutlook;
  /** Whether it is the last closing, of which the record's reason speaks. */
  readonly last: boolean;
}

/** A step of a history as its event. Where only figures changed it names no stage: nobody entered one. */
const putStep = (desk: Desk, draft: Draft, said: Readonly<Record<string, unknown>>, { record, step, entered, left, outlook, last }: Told): void => {
  const { expectedClose, forecast } = outlook;
  const meaning = entered === null ? null : meaningOf(desk, entered);
  const stage = entered === null ? null : stageOf(desk, entered, draft.issues);
  const { amount, probability } = figuresOf(desk, step.sheet, draft, step);
  if (meaning?.is === 'won') putEvent(draft, { ...said, type: 'opportunity_won', stage, leftStage: left, amount });
  else if (meaning?.is === 'lost') {
    putEvent(draft, { ...said, type: 'opportunity_lost', stage, leftStage: left, reason: last ? lossReason(desk, record, draft) : null });
  } else putEvent(draft, { ...said, type: 'opportunity_advanced', stage, leftStage: left, amount, probability, expectedClose, forecast });
};

/** Where an opportunity stands now, if no row of a history says how it got there. */
const putCurrent = (desk: Desk, record: DealRecord, base: Base, known: string | null, history: boolean): void => {
  const { id, sheet, draft } = record;
  const now = textIn(sheet, draft.row, 'StageName');
  if (now === null || now === known) return;
  const stage = stageOf(desk, now, draft.issues);
  const meaning = meaningOf(desk, now);
  if (meaning === null) return;
  const what = `the stage "${now}"`;
  const closed = meaning.is === 'open' ? null : momentIn(sheet, draft.row, 'CloseDate', 'date', desk.zones, draft.issues);
  const last = closed === null && desk.agreement.opportunity?.undatedStage === 'last_modified' ? lastModified(desk, sheet, draft) : null;
  const at = closed ?? last;
  if (at === null) {
    notice(draft, 'salesforce_undated', { what });
    return;
  }
  const column = closed === null ? 'LastModifiedDate' : 'CloseDate';
  notice(draft, 'salesforce_dated_by', { what, column });
  if (at.at < record.created.at) notice(draft, 'salesforce_before_creation', { what, column });
  const by = actorOf(desk, sheet, draft.row, idIn(sheet, draft.row, 'LastModifiedById') ?? idIn(sheet, draft.row, 'OwnerId'));
  // Without a history the record's figures are the only ones; with one, the history has them.
  const figures = history ? { amount: null, probability: null } : figuresOf(desk, sheet, draft, textOf(sheet, draft));
  const said = { id: `opportunity:${id}:stage`, seq: SEQ.deal, ...dated(at), by, ...base, stage, attributes: { dated_by: column } };
  if (meaning.is === 'won') putEvent(draft, { ...said, type: 'opportunity_won', amount: figures.amount });
  else if (meaning.is === 'lost') putEvent(draft, { ...said, type: 'opportunity_lost', reason: lossReason(desk, record, draft) });
  else {
    const { expectedClose, forecast } = history ? NO_OUTLOOK : outlookIn(desk, sheet, draft);
    putEvent(draft, { ...said, type: 'opportunity_advanced', ...figures, expectedClose, forecast });
  }
};

const textOf = (sheet: Sheet, { row }: Draft) => ({ amount: textIn(sheet, row, 'Amount'), probability: textIn(sheet, row, 'Probability') });

const closeDate = (desk: Desk, { sheet, draft, at }: DealStep): Moment | null => {
  const date = momentIn(sheet, draft.row, 'CloseDate', 'date', desk.zones, draft.issues);
  return date !== null && date.at < at.at ? date : null;
};

const lossReason = (desk: Desk, record: DealRecord | null, draft: Draft): string | null => {
  const said = desk.agreement.opportunity?.lossReason;
  return said === undefined || record === null ? null : wordOf(said, record.sheet, record.draft.row, draft.issues);
};

/** Whether a stage ends a deal: its event has no place for an outlook. */
const closes = (desk: Desk, stage: string): boolean => {
  const meaning = meaningOf(desk, stage);
  return meaning !== null && meaning.is !== 'open';
};

const meaningOf = (desk: Desk, stage: string) => {
  const stages = desk.agreement.opportunity?.stages ?? {};
  return Object.hasOwn(stages, stage) ? (stages[stage] ?? null) : null;
};

/** The stage of the framework; an issue where the agreement does not know the name. */
const stageOf = (desk: Desk, stage: string, issues: Issue[]): string | null => {
  const meaning = meaningOf(desk, stage);
  if (meaning !== null) return meaning.stage ?? null;
  const known = Object.keys(desk.agreement.opportunity?.stages ?? {});
  issues.push(salesforceIssue('salesforce_stage_not_mapped', { stage: stage.slice(0, 60), suggestion: nearest(stage, known) }, ['StageName']));
  return null;
};

/** Amount in minor units and probability in percent, as recorded there and then. */
const figuresOf = (desk: Desk, sheet: Sheet, { row, issues }: Draft, of: { readonly amount: string | null; readonly probability: string | null }) => {
  const { currency } = desk.agreement;
  const column = sheet.headerOf('Amount') ?? sheet.headerOf('NewValue') ?? 'Amount';
  const beside = typeof currency === 'string' ? currency : { column: sheet.headerOf(currency.column) ?? currency.column };
  const money = of.amount === null ? null : readCell({ column, as: 'money', currency: beside }, plain(of.amount), row, desk.zones.clocks);
  if (money !== null && 'issues' in money) issues.push(...money.issues);
  const percent = of.probability === null ? null : /^(\d{1,3})(?:\.0{1,18})?$/.exec(of.probability)?.[1];
  const probability = percent === null || percent === undefined ? null : Number(percent);
  if (percent === undefined || (probability !== null && probability > 100)) {
    issues.push(salesforceIssue('salesforce_probability', { received: (of.probability ?? '').slice(0, 60) }, [sheet.headerOf('Probability') ?? 'Probability']));
  }
  return { amount: money !== null && 'value' in money ? money.value : null, probability };
};

/** Copies write amounts as doubles: `1200.0`, `2.412E7`. Digits, exactly, where that is what they are. */
const plain = (amount: string): string => {
  const found = /^(-?)(\d)(?:\.(\d{1,15}))?E(\d{1,2})$/i.exec(amount);
  if (found === null) return amount;
  const [, sign = '', head = '', tail = '', power = '0'] = found;
  const digits = tail.padEnd(Number(power), '0');
  return `${sign}${head}${digits.slice(0, Number(power))}${digits.length > Number(power) ? `.${digits.slice(Number(power))}` : ''}`;
};
