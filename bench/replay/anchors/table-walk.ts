import type { EventColumns, LifecycleTable } from 'revpact/lifecycle';

/** Each row's place in the table, stage before 0: two columns are all that is left to read. */
export const placesOf = ({ unknown, guardBits, stages }: LifecycleTable, { event, guards, enters }: Required<EventColumns>): Uint32Array =>
  Uint32Array.from(event, (type, row) => (((type * (unknown + 1) + (enters[row] ?? 0)) << guardBits) | (guards[row] ?? 0)) * stages.length);

/** The floor: load, look up, store; nothing checked, every place worked out beforehand. */
export const tableWalk = (cells: Uint16Array, lead: Uint32Array, places: Uint32Array, leads: number): Uint8Array => {
  const verdicts = new Uint8Array(lead.length);
  const stages = new Uint8Array(leads);
  let [current, stage] = [0, 0];
  for (let row = 0; row < lead.length; row += 1) {
    const whose = lead[row] ?? 0;
    if (whose !== current) {
      stages[current] = stage;
      current = whose;
      stage = stages[whose] ?? 0;
    }
    const cell = cells[(places[row] ?? 0) + stage] ?? 0;
    stage = cell & 0x7f;
    verdicts[row] = cell;
  }
  return verdicts;
};
