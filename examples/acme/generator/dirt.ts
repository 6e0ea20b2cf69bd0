import { dateIn, MINUTE, offsetAt, wall } from './hours.js';
import { HOSTILE_TEXTS, TWO_LINES } from './hostile.js';
import { chance, pick, whole, type Random } from './random.js';
import type { Column, Life, Line } from './story.js';
import { AS_OF, CLOCK_CHANGES, EXPORTED, START } from './world.js';

/**
 * What happens to a clean log on its way into an export. None of it changes what really became of a
 * delivery or a deal.
 */

/** Recorded days after it happened. What happened before the review was known by then. */
export const recordLate = (random: Random, lines: readonly Line[]): readonly Line[] =>
  lines.map((line) => {
    const known = line.at < AS_OF ? AS_OF - 1000 : EXPORTED;
    const late = chance(random, 0.02) ? line.at + whole(random, 26, 24 * 9) * 60 * MINUTE : line.knownAt;
    return { ...line, knownAt: Math.max(line.at, Math.min(late, known)) };
  });

/** Nobody's name on what somebody did. */
export const forgetPeople = (random: Random, lines: readonly Line[]): readonly Line[] =>
  lines.map((line) =>
    ['attempt', 'contact_made', 'inquiry'].includes(line.cells.type ?? '') && line.cells.kind === 'human' && chance(random, 0.025)
      ? { ...line, cells: { ...line.cells, person: '' } }
      : line,
  );

interface Pasted {
  readonly lines: readonly Line[];
  readonly hostile: number;
  readonly twoLines: number;
}

/** Texts from hell, and texts over two lines, in the cells that hold people’s words. */
export const pasteTexts = (random: Random, lines: readonly Line[]): Pasted => {
  const result = [...lines];
  const used = new Set<number>();
  const paste = (column: Column, types: readonly string[], text: string): number => {
    const places = result.flatMap((line, i) => (types.includes(line.cells.type ?? '') && !used.has(i) ? [i] : []));
    const place = pick(random, places);
    const line = result[place];
    if (line === undefined) return 0;
    used.add(place);
    result[place] = { ...line, cells: { ...line.cells, [column]: text } };
    return 1;
  };
  const places = [
    ['note', ['rejected', 'disqualified', 'opportunity_lost']],
    ['learned', ['contact_made']],
    ['landing_page', ['inquiry', 'touch']],
  ] as const;
  const everywhere = (texts: readonly string[]): number =>
    texts.flatMap((text) => places.map(([column, types]) => paste(column, types, text))).reduce((sum, one) => sum + one, 0);
  return { hostile: everywhere(HOSTILE_TEXTS), twoLines: everywhere(TWO_LINES), lines: result };
};

/** Mail on the nights when clocks change, twice in the hour that comes twice. */
export const nightMail = (random: Random, lives: readonly Life[]): readonly Line[] =>
  CLOCK_CHANGES.flatMap(({ zone, date }, day) => {
    const american = zone === 'America/New_York';
    const night = lives.filter(({ inquiredAt }) => inquiredAt > START && inquiredAt < wall(zone, date, '00:00'));
    const first = wall(zone, date, american ? '01:30' : '02:30');
    return [first - 60 * MINUTE, first, first + 60 * MINUTE, first + 90 * MINUTE].map((at, i): Line => {
      const { leadId } = pick(random, night);
      const actor = american
        ? { type: 'attempt', party: 'sales_development', person: 'sdr_ella', outcome: 'none' }
        : { type: 'touch', party: 'marketing' };
      const id = `night-${String(day)}${String(i)}`;
      return { at, knownAt: at, zone, cells: { id, lead_id: leadId, kind: 'automation', channel: 'email', ...actor } };
    });
  });

export const onClockChange = (at: number, zone: Line['zone']): boolean =>
  CLOCK_CHANGES.some((change) => change.zone === zone && change.date === dateIn(zone, at));

/** Whether the wall clock shows the same time an hour before or after, because it was put back in between. */
export const inRepeatedHour = (at: number, zone: Line['zone']): boolean =>
  offsetAt(zone, at) - offsetAt(zone, at + 60 * MINUTE) === 60 * MINUTE ||
  offsetAt(zone, at - 60 * MINUTE) - offsetAt(zone, at) === 60 * MINUTE;
