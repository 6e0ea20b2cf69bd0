import type { LogColumns } from '../../vocabulary/log-columns.js';
import type { LifecycleTable } from '../table.js';
import type { Asked } from './answers.js';
import type { LeadNow } from './lead-now.js';

/** What a framework asks about that few frameworks do: custom fields and findings, each with a place of its own. */
export const askedBy = ({ guards }: LifecycleTable): Asked => {
  const fields = new Map<string, number>();
  const findings = new Map<string, number>();
  const place = (names: Map<string, number>, name: string): Map<string, number> => names.set(name, names.get(name) ?? names.size);
  for (const requirement of guards.flat()) {
    if (requirement.kind === 'fields') for (const name of requirement.allOf) place(fields, name);
    if (requirement.kind === 'qualification') for (const field of requirement.allOf) place(findings, `${requirement.framework}.${field}`);
  }
  return { fields, findings };
};

/** What rows teach about a lead: what an event records of the lead counts when it is judged, the rest from the next event on. */
export interface Learner {
  readonly before: (row: number) => void;
  readonly after: (row: number) => void;
}

type Lesson = (row: number) => void;

/** Null where the log has nothing to teach. */
export const learnerOf = (log: LogColumns, lead: LeadNow, asked: Asked): Learner | null => {
  const fields = asked.fields.size > 0 ? fieldsOf(log, lead, asked) : null;
  const after = [fields?.handedOver, tierOf(log, lead), asked.findings.size > 0 ? findingsOf(log, lead, asked) : null].filter(
    (lesson): lesson is Lesson => lesson !== null && lesson !== undefined,
  );
  if (after.length === 0) return null;
  return {
    before: fields?.recorded ?? ((): void => undefined),
    after: (row) => {
      for (const lesson of after) lesson(row);
    },
  };
};

const HANDED_OVER = 2;

const fieldsOf = ({ fields }: LogColumns, lead: LeadNow, asked: Asked): { readonly recorded: Lesson; readonly handedOver: Lesson } | null => {
  if (fields === undefined) return null;
  const { names, starts, name, change } = fields;
  const places = placesOf(names, asked.fields);
  const each = (row: number, handedOver: boolean): void => {
    const end = starts[row + 1] ?? 0;
    for (let i = starts[row] ?? 0; i < end; i += 1) {
      const place = places[name[i] ?? 0] ?? -1;
      if (place >= 0 && (change[i] === HANDED_OVER) === handedOver) lead.filled[place] = change[i] === 0 ? 0 : 1;
    }
  };
  return {
    recorded: (row) => {
      each(row, false);
    },
    handedOver: (row) => {
      each(row, true);
    },
  };
};

const tierOf = ({ fitTier }: LogColumns, lead: LeadNow): Lesson | null =>
  fitTier === undefined
    ? null
    : (row) => {
        const code = fitTier.code[row] ?? 0;
        if (code !== 0) lead.tier = code;
      };

const findingsOf = ({ qualification }: LogColumns, lead: LeadNow, asked: Asked): Lesson | null => {
  if (qualification === undefined) return null;
  const { fields, code, known } = qualification;
  const places = placesOf(fields, asked.findings);
  return (row) => {
    const finding = code[row] ?? 0;
    const place = finding === 0 ? -1 : (places[finding - 1] ?? -1);
    if (place >= 0) lead.found[place] = known[row] ?? 0;
  };
};

/** By code: a name's place among those asked about, −1 where nobody asks. */
const placesOf = (names: readonly string[], asked: ReadonlyMap<string, number>): Int32Array =>
  Int32Array.from(names, (name) => asked.get(name) ?? -1);
