import { isoIn, DAY } from './hours.js';
import { chance, pick, whole, type Random } from './random.js';
import type { Cells, Line } from './story.js';
import { AS_OF, EXPORTED } from './world.js';

/** One row as it will stand in the file, and where it stands in the order of recording. */
export interface Row {
  readonly recorded: number;
  readonly cells: Cells;
}

/** Events of one lead at one moment, in pairs or more, by lead and moment. */
export const tiesOf = (lines: readonly Line[]): readonly (readonly Line[])[] => {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    if (line.cells.lead_id === undefined || line.cells.lead_id === '') continue;
    const key = `${line.cells.lead_id} ${String(line.at)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [line]);
    else group.push(line);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
};

interface Dialed {
  readonly lines: readonly Line[];
  readonly unnumbered: ReadonlySet<string>;
}

/** A call and the conversation it became. */
const spoken = (group: readonly Line[]): boolean =>
  group.length === 2 && group.every(({ cells }) => ['attempt', 'contact_made'].includes(cells.type ?? ''));

/**
 * Some calls and the conversations they became come from the dialer, which gives no numbers: recorded together, so that
 * they stand next to each other. The lines, and the ids of those without a number.
 */
export const fromDialer = (random: Random, lines: readonly Line[]): Dialed => {
  const known = new Map<string, number>();
  for (const group of tiesOf(lines).filter((tied) => spoken(tied) && chance(random, 0.12))) {
    for (const { cells } of group) known.set(cells.id ?? '', group[0]?.knownAt ?? 0);
  }
  return {
    lines: lines.map((line) => ({ ...line, knownAt: known.get(line.cells.id ?? '') ?? line.knownAt })),
    unnumbered: new Set(known.keys()),
  };
};

/** Lines as rows: numbered in the order in which things happened, in the offset of the office that recorded them. */
export const rowsOf = (lines: readonly Line[], unnumbered: ReadonlySet<string>): readonly Row[] =>
  lines
    .map((line, told) => ({ line, told }))
    .sort((a, b) => a.line.at - b.line.at || a.told - b.told)
    .map(({ line: { at, knownAt, zone, cells } }, i) => {
      const seq = unnumbered.has(cells.id ?? '') ? '' : String(i + 1);
      return { recorded: knownAt, cells: { ...cells, at: cells.at ?? isoIn(zone, at), known_at: isoIn(zone, knownAt), seq } };
    });

/** Rows that the export holds twice to the letter. */
export const repeated = (random: Random, rows: readonly Row[], count: number): readonly Row[] =>
  Array.from({ length: count }, () => pick(random, rows)).map(({ cells, recorded }) => {
    return { cells, recorded: Math.min(recorded + whole(random, 0, 40) * DAY, EXPORTED) };
  });

/** Rows that stand there twice under one id and differ: a page or what was learned was edited between two exports. */
export const edited = (random: Random, rows: readonly Row[], count: number): readonly Row[] => {
  const editable = (type: string): boolean => ['touch', 'contact_made'].includes(type);
  const fitting = rows.filter(({ cells, recorded }) => editable(cells.type ?? '') && recorded < AS_OF - 20 * DAY);
  return Array.from({ length: count }, () => fitting.splice(whole(random, 0, fitting.length - 1), 1))
    .flat()
    .map(({ recorded, cells }) => ({
      recorded: recorded + 6 * DAY,
      cells: { ...cells, ...(cells.type === 'touch' ? { landing_page: '/edited' } : { learned: 'Edited afterwards.' }) },
    }));
};
