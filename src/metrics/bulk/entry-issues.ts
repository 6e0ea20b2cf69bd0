import type { Issue } from '../../kernel/issue.js';
import type { EntryColumns, FunnelManyOptions } from './funnel-many.js';
import { columnIssue } from './issues.js';

/** Why entries make no funnel: what is missing, and what stands for nothing. */
export const entryIssues = (entries: EntryColumns, { order }: Pick<FunnelManyOptions, 'order'>): readonly Issue[] => {
  const { rows, lead, at, stages, stage } = entries;
  const lengths = Object.entries({ lead, at, stage }).flatMap(([column, { length }]) =>
    length === rows ? [] : [columnIssue('column_length', { column, length, rows }, [column])],
  );
  if (lengths.length > 0) return lengths;
  const unknown = order.flatMap((one, i) =>
    stages.indexOf(one) < 0 || order.indexOf(one) < i ? [columnIssue('not_a_stage', { stage: one }, ['order', i])] : [],
  );
  return [...unknown, ...(isSound(entries) ? [] : amiss(entries))];
};

/** One loop that only asks: it reads every number. */
const isSound = ({ rows, leads, lead, at, stages, stage }: EntryColumns): boolean => {
  const [leadCount, stageCount] = [leads.length, stages.length];
  for (let row = 0; row < rows; row += 1) {
    if ((lead[row] ?? 0) >= leadCount || (stage[row] ?? 0) > stageCount || !isMoment(at[row] ?? NaN)) return false;
  }
  return true;
};

/** Whole numbers are those that are left as they are; NaN is not itself. */
const isMoment = (moment: number): boolean => Math.trunc(moment) === moment && Math.abs(moment) <= Number.MAX_SAFE_INTEGER;

/** The first row of each column that is amiss. */
const amiss = ({ leads, lead, at, stages, stage }: EntryColumns): readonly Issue[] => {
  const value = (column: string, row: number, found: number | undefined, asked: string): readonly Issue[] =>
    row < 0 ? [] : [columnIssue('column_value', { column, row, value: found ?? NaN, asked }, [column, row])];
  const badLead = lead.findIndex((code) => code >= leads.length);
  const badStage = stage.findIndex((code) => code > stages.length);
  const badAt = at.findIndex((moment) => !isMoment(moment));
  return [
    ...value('lead', badLead, lead[badLead], `0 to ${String(leads.length - 1)}`),
    ...value('stage', badStage, stage[badStage], `0 to ${String(stages.length)}`),
    ...value('at', badAt, at[badAt], 'whole milliseconds'),
  ];
};
