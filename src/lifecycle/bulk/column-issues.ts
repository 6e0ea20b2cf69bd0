import type { Issue } from '../../kernel/issue.js';
import { EVENT_TYPES } from '../../vocabulary/event.js';
import { REJECTION_CLASSES } from '../../vocabulary/events/hand-off.js';
import type { LogColumns } from '../../vocabulary/log-columns.js';
import { lifecycleIssue } from '../issues.js';
import type { LifecycleTable } from '../table.js';
import { columnFor } from './answers.js';

/** Why a log cannot be held against a table: what it lacks, and what in it contradicts itself. */
export const columnIssues = (table: LifecycleTable, log: LogColumns): readonly Issue[] => {
  const lacking = missing(table, log);
  const columns: readonly Column[] = [...codeColumns(log), ...extraColumns(log), ...otherColumns(log)];
  const lengths = columns.flatMap(({ name, column, length = log.rows }) =>
    column.length === length ? [] : [lifecycleIssue('column_length', { column: name, length: column.length, rows: length }, [name])],
  );
  if (lengths.length > 0) return [...lacking, ...lengths];
  const core = isSound(log) ? [] : [...codeColumns(log).flatMap(codeIssues), ...momentIssues(log)];
  return [...lacking, ...core, ...dayIssues(log), ...extraColumns(log).flatMap(codeIssues), ...startIssues(log)];
};

/** Whether every code and moment of the columns that all logs have stands for something. One loop: it reads every number of a log. */
const isSound = ({ rows, leads, parties, stages, lead, type, at, party, human, to, rejectionClass, stage, leftStage }: LogColumns): boolean => {
  const [leadCount, partyCount, stageCount, classCount] = [leads.length, parties.length, stages.length, REJECTION_CLASSES.length];
  for (let row = 0; row < rows; row += 1) {
    const moment = at[row] ?? NaN;
    if (
      (lead[row] ?? 0) >= leadCount ||
      (type[row] ?? 0) >= LEAD_EVENT_TYPES ||
      (party[row] ?? 0) >= partyCount ||
      (human[row] ?? 0) > 1 ||
      (to[row] ?? 0) > partyCount ||
      (rejectionClass[row] ?? 0) > classCount ||
      (stage[row] ?? 0) > stageCount ||
      (leftStage[row] ?? 0) > stageCount ||
      !isMoment(moment)
    ) {
      return false;
    }
  }
  return true;
};

/** Whole numbers are those that are left as they are; NaN is not itself. */
const isMoment = (moment: number): boolean => Math.trunc(moment) === moment && Math.abs(moment) <= Number.MAX_SAFE_INTEGER;

const missing = ({ guards }: LifecycleTable, log: LogColumns): readonly Issue[] => {
  const found = new Map<string, Issue>();
  guards.forEach((asked, event) => {
    for (const requirement of asked) {
      const column = columnFor(requirement);
      if (column === null || column.of(log) !== undefined || found.has(column.name)) continue;
      found.set(column.name, lifecycleIssue('missing_column', { column: column.name, requirement: requirement.kind, on: EVENT_TYPES[event] ?? '' }, [column.name]));
    }
  });
  return [...found.values()];
};

interface Column {
  readonly name: string;
  readonly column: { readonly length: number };
  /** Where it is not the number of rows. */
  readonly length?: number;
}

/** A column of codes below a limit. */
interface CodeColumn extends Column {
  readonly column: Uint8Array | Uint16Array | Uint32Array;
  readonly below: number;
}

/** `EVENT_TYPES` names those that happen to leads first. */
const LEAD_EVENT_TYPES = /* @__PURE__ */ EVENT_TYPES.indexOf('practice_held');

const codeColumns = (log: LogColumns): readonly CodeColumn[] => [
  { name: 'lead', column: log.lead, below: log.leads.length },
  { name: 'type', column: log.type, below: LEAD_EVENT_TYPES },
  { name: 'party', column: log.party, below: log.parties.length },
  { name: 'human', column: log.human, below: 2 },
  { name: 'to', column: log.to, below: log.parties.length + 1 },
  { name: 'rejectionClass', column: log.rejectionClass, below: REJECTION_CLASSES.length + 1 },
  { name: 'stage', column: log.stage, below: log.stages.length + 1 },
  { name: 'leftStage', column: log.leftStage, below: log.stages.length + 1 },
];

const extraColumns = ({ rows, words, fitTier, fields, qualification }: LogColumns): readonly CodeColumn[] => [
  ...Object.entries(words ?? {}).map(([field, { code, words: known }]) => ({ name: `words.${field}`, column: code, below: known.length + 1 })),
  ...(fitTier === undefined ? [] : [{ name: 'fitTier', column: fitTier.code, below: fitTier.tiers.length + 2 }]),
  ...(fields === undefined
    ? []
    : [
        { name: 'fields.name', column: fields.name, below: fields.names.length, length: fields.starts[rows] ?? 0 },
        { name: 'fields.change', column: fields.change, below: 3, length: fields.starts[rows] ?? 0 },
      ]),
  ...(qualification === undefined
    ? []
    : [
        { name: 'qualification', column: qualification.code, below: qualification.fields.length + 1 },
        { name: 'qualification.known', column: qualification.known, below: 2 },
      ]),
];

const otherColumns = ({ at, seq, dayEnd, rows, fields }: LogColumns): readonly Column[] => [
  { name: 'at', column: at },
  { name: 'seq', column: seq },
  ...(dayEnd === undefined ? [] : [{ name: 'dayEnd', column: dayEnd }]),
  ...(fields === undefined ? [] : [{ name: 'fields.starts', column: fields.starts, length: rows + 1 }]),
];

/** The first code of a column that its dictionary does not have. */
const codeIssues = ({ name, column, below }: CodeColumn): readonly Issue[] => {
  const row = column.findIndex((code) => code >= below);
  return row < 0 ? [] : [lifecycleIssue('column_code', { column: name, row, value: column[row] ?? 0 }, [name, row])];
};

const momentIssues = ({ at }: LogColumns): readonly Issue[] => {
  const row = at.findIndex((moment) => !isMoment(moment));
  return row < 0 ? [] : [lifecycleIssue('column_code', { column: 'at', row, value: at[row] ?? 0 }, ['at', row])];
};

/** A day ends after its event, if there is one. */
const dayIssues = ({ at, dayEnd }: LogColumns): readonly Issue[] => {
  const row = dayEnd === undefined ? -1 : dayEnd.findIndex((end, i) => !Number.isNaN(end) && !(isMoment(end) && end > (at[i] ?? NaN)));
  return row < 0 ? [] : [lifecycleIssue('column_code', { column: 'dayEnd', row, value: dayEnd?.[row] ?? 0 }, ['dayEnd', row])];
};

/** Where rows' changes begin must not go back. */
const startIssues = ({ fields }: LogColumns): readonly Issue[] => {
  const row = fields === undefined ? -1 : fields.starts.findIndex((start, i) => i > 0 && start < (fields.starts[i - 1] ?? 0));
  return row < 0 ? [] : [lifecycleIssue('column_code', { column: 'fields.starts', row, value: fields?.starts[row] ?? 0 }, ['fields.starts', row])];
};
