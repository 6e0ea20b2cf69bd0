import Papa from 'papaparse';
import { EVENT_TYPES, type LeadEvent } from 'revpact/vocabulary';
import { HEADER } from '../file.js';

/** What became of the rows: events, and the rows that are none. */
export interface Parsed {
  readonly events: readonly LeadEvent[];
  readonly rejected: readonly { readonly row: number; readonly reason: string }[];
}

const TYPES = new Set<string>(EVENT_TYPES);
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?(?:Z|[+-]\d\d:\d\d)$/;
const ID = /^[a-z][a-z0-9_]{0,63}$/;

const at = Object.fromEntries(HEADER.map((column, i) => [column, i]));
const [TYPE, AT, LEAD, PARTY, KIND, STAGE, TO, CLASS] = ['type', 'at', 'lead_id', 'party', 'kind', 'stage', 'to', 'class'].map((column) => at[column] ?? -1) as [number, number, number, number, number, number, number, number];

/**
 * What one writes around papaparse: rows as arrays, its fastest way, and the few checks by hand that a careful team makes,
 * with a reason for each row that fails. It checks and keeps what verdicts need; the library checks every cell.
 */
export const papaparseEvents = (text: string): Parsed => {
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: true });
  const events: LeadEvent[] = [];
  const rejected: { row: number; reason: string }[] = [];
  for (let row = 0; row < data.length - 1; row += 1) {
    const cells = data[row + 1] ?? [];
    const reason = wrongWith(cells);
    if (reason !== null) {
      rejected.push({ row, reason });
      continue;
    }
    events.push({
      type: cells[TYPE],
      at: Date.parse(cells[AT] ?? ''),
      leadId: cells[LEAD],
      by: { party: cells[PARTY], kind: cells[KIND] },
      ...(cells[STAGE] === '' ? {} : { stage: cells[STAGE] }),
      ...(cells[TO] === '' ? {} : { to: cells[TO] }),
      ...(cells[CLASS] === '' ? {} : { class: cells[CLASS] }),
      // Of checked cells, field by field; the compiler sees text.
    } as unknown as LeadEvent);
  }
  return { events, rejected };
};

const wrongWith = (cells: readonly string[]): string | null => {
  if (cells.length !== HEADER.length) return 'the row has another number of cells than the header';
  if (!TYPES.has(cells[TYPE] ?? '')) return `no such type: ${cells[TYPE] ?? ''}`;
  const moment = cells[AT] ?? '';
  const ms = MOMENT.test(moment) ? Date.parse(moment) : NaN;
  // Date.parse takes the thirtieth of February for a day in March.
  if (Number.isNaN(ms) || new Date(`${moment.slice(0, 10)}T00:00:00Z`).toISOString().slice(0, 10) !== moment.slice(0, 10)) return `no moment: ${moment}`;
  if ((cells[LEAD] ?? '') === '') return 'no lead';
  if (!ID.test(cells[PARTY] ?? '')) return `no party: ${cells[PARTY] ?? ''}`;
  if (cells[KIND] !== 'human' && cells[KIND] !== 'automation') return `neither human nor automation: ${cells[KIND] ?? ''}`;
  return null;
};
