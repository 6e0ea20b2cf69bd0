import { fileURLToPath } from 'node:url';
import { arraysFile } from '../arrays-file.js';
import { dice } from '../dice.js';

export const STAGES = ['inquiry', 'mql', 'sal', 'meeting', 'sql', 'proposal', 'won', 'recycled'] as const;
/** The stages in the order of the funnel: the last one is no step on the way. */
export const ORDER = STAGES.slice(0, 7);
export const FIRST = 1_735_689_600_000;
/** After the last entry. */
export const AS_OF = FIRST + 400 * 86_400_000;

/** Entries into stages, five a lead, in order of time. Leads are numbered from 0, stages from 1. */
export interface Entries {
  readonly lead: Uint32Array;
  readonly at: Float64Array;
  readonly stage: Uint8Array;
}

export const leadsOf = (size: number): number => Math.floor(size / 5);

/** A year of entries: mostly the next stage, now and then any other. Entries of a lead are never of one moment. */
const made = (size: number): Entries => {
  const roll = dice(5);
  const leads = leadsOf(size);
  const entries = { lead: new Uint32Array(size), at: new Float64Array(size), stage: new Uint8Array(size) };
  const now = new Uint8Array(leads);
  const step = Math.floor((365 * 86_400_000) / size);
  for (let row = 0; row < size; row += 1) {
    const lead = Math.floor(roll() * leads);
    const before = now[lead] ?? 0;
    const next = before === 0 ? 1 : roll() < 0.7 && before < 7 ? before + 1 : 1 + Math.floor(roll() * STAGES.length);
    now[lead] = next;
    entries.lead[row] = lead;
    entries.at[row] = FIRST + row * step + Math.floor(roll() * step);
    entries.stage[row] = next;
  }
  return entries;
};

export const entriesFile = (size: number): Entries =>
  arraysFile(fileURLToPath(new URL(`funnel-${String(size)}.columns`, import.meta.url)), () => made(size));
