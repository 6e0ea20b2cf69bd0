/** The floor: load, look up, store; grouped by lead, every place in the table worked out beforehand, nothing checked. */
export const tableWalk = (cells: Uint16Array, lead: Uint32Array, places: Uint32Array): Uint8Array => {
  const verdicts = new Uint8Array(lead.length);
  let [current, stage] = [0, 0];
  for (let row = 0; row < lead.length; row += 1) {
    const whose = lead[row] ?? 0;
    if (whose !== current) {
      current = whose;
      stage = 0;
    }
    const cell = cells[(places[row] ?? 0) + stage] ?? 0;
    stage = cell & 0x7f;
    verdicts[row] = cell;
  }
  return verdicts;
};
