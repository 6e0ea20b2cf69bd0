import type { LogColumns } from '../../vocabulary/log-columns.js';
import { REJECTION_CLASSES } from '../../vocabulary/events/hand-off.js';
import { DAY_MS } from '../requirement.js';
import type { Requirement } from '../../vocabulary/framework.js';
import { attemptsBetween, type LeadNow } from './lead-now.js';

/** Whether a requirement is met at a row, as the row's lead stands just before. */
export type Answer = (row: number) => boolean;

/** Custom fields and findings that a framework asks about, each with its place in `LeadNow`. */
export interface Asked {
  readonly fields: ReadonlyMap<string, number>;
  readonly findings: ReadonlyMap<string, number>;
}

/** `holds`, for rows: what can be looked up by code is looked up once. */
export const answerTo = (requirement: Requirement, log: LogColumns, lead: LeadNow, asked: Asked): Answer => {
  switch (requirement.kind) {
    case 'party': {
      const allowed = oneOf(log.parties, requirement.oneOf, 0);
      return (row) => allowed[log.party[row] ?? 0] === 1;
    }
    case 'human':
      return (row) => log.human[row] === 1;
    case 'delivered':
      return () => lead.delivered;
    case 'by_receiver':
      return (row) => (log.party[row] ?? 0) + 1 === lead.receiver;
    case 'not_attempted_since_delivery':
      return () => lead.attemptsSinceDelivery === 0;
    case 'attempted_since_acceptance':
      return () => lead.attemptsSinceAcceptance >= requirement.atLeast;
    case 'attempted_within':
      return (row) => {
        const at = log.at[row] ?? 0;
        return attemptsBetween(lead, at - requirement.days * DAY_MS, at) >= requirement.atLeast;
      };
    case 'contacted':
      return () => lead.contacted;
    case 'not_contacted':
      return () => !lead.contacted;
    case 'rejection_class':
      return among(REJECTION_CLASSES, requirement.oneOf, log.rejectionClass);
    case 'says': {
      const { field } = requirement;
      if (field === 'class') return among(REJECTION_CLASSES, requirement.oneOf, log.rejectionClass);
      const column = present(log.words?.[field]);
      return among(column.words, requirement.oneOf, column.code);
    }
    case 'fit_tier': {
      const allowed = oneOf(present(log.fitTier).tiers, requirement.oneOf, 2);
      return () => allowed[lead.tier] === 1;
    }
    case 'fields':
      return all(requirement.allOf, asked.fields, lead.filled);
    case 'qualification':
      return all(requirement.allOf.map((field) => `${requirement.framework}.${field}`), asked.findings, lead.found);
  }
};

/** The column that a requirement reads and a log may lack; null where every log has it. */
export const columnFor = (requirement: Requirement): { readonly name: string; readonly of: (log: LogColumns) => object | undefined } | null => {
  switch (requirement.kind) {
    case 'says': {
      const { field } = requirement;
      return field === 'class' ? null : { name: `words.${field}`, of: ({ words }) => words?.[field] };
    }
    case 'fit_tier':
      return { name: 'fitTier', of: ({ fitTier }) => fitTier };
    case 'fields':
      return { name: 'fields', of: ({ fields }) => fields };
    case 'qualification':
      return { name: 'qualification', of: ({ qualification }) => qualification };
    default:
      return null;
  }
};

/** By code, plus what codes are shifted by: 1 for a name that is wanted. */
const oneOf = (names: readonly string[], wanted: readonly string[], shift: number): Uint8Array => {
  const allowed = new Uint8Array(names.length + shift);
  names.forEach((name, code) => {
    if (wanted.includes(name)) allowed[code + shift] = 1;
  });
  return allowed;
};

const among = (names: readonly string[], wanted: readonly string[], codes: Uint8Array | Uint16Array): Answer => {
  const allowed = oneOf(names, wanted, 1);
  return (row) => allowed[codes[row] ?? 0] === 1;
};

const all = (names: readonly string[], places: ReadonlyMap<string, number>, known: Uint8Array): Answer => {
  const wanted = names.map((name) => places.get(name) ?? -1);
  return () => wanted.every((place) => known[place] === 1);
};

/** A log is asked for the columns it needs before anything is answered from it. */
const present = <T>(column: T | undefined): T => {
  if (column === undefined) throw new Error('a column that was not asked for');
  return column;
};
