import { CLOCK_STATES, judgeMany, openHours, type ClockColumns, type JudgedClocks } from 'revpact/sla';
import type { Facts } from 'revpact/vocabulary';
import { integerDayLoop } from '../calendar/anchors/integer-day-loop.js';
import { momentBusinessTime } from '../calendar/anchors/moment-business-time.js';
import { temporalDateLoop } from '../calendar/anchors/temporal-day-loop.js';
import { CHANGING_ZONE, officeIn } from '../calendar/office.js';
import { INPUT_AND_64_BYTES, main, type Benchmark, type Case } from '../harness.js';
import { byCalendar } from './anchors/by-calendar.js';
import { prefixSums } from './anchors/prefix-sums.js';
import { AS_OF, bytesOfJudged, clocks, firstRows, HELD, heldClocks, LATE, MET, OVERDUE, OWED, type Judged } from './clocks.js';
import { heldLeads, judgedHeld } from './paused-clock.js';

process.env['TZ'] = 'UTC';

const once = <T>(make: (size: number) => T): ((size: number) => T) => {
  const made = new Map<number, T>();
  return (size) => {
    const value = made.get(size) ?? make(size);
    made.set(size, value);
    return value;
  };
};
const plain = once(clocks);
const held = once(heldClocks);

const open = openHours(officeIn(CHANGING_ZONE));

const ours = (columns: ClockColumns): JudgedClocks => {
  const judged = judgeMany(open, columns, AS_OF);
  if (!judged.ok) throw new Error(judged.issues[0]?.message);
  return judged.value;
};

/** The states that these clocks can be in, as the other engines number them. */
const NUMBERS: Readonly<Partial<Record<(typeof CLOCK_STATES)[number], number>>> = { met: MET, answered_late: LATE, breached_open: OVERDUE, paused: HELD };
const asNumbered = (judged: JudgedClocks): Judged => ({ ...judged, state: judged.state.map((code) => NUMBERS[CLOCK_STATES[code] ?? 'running'] ?? OWED) });
const itself = (judged: Judged): Judged => judged;

const all = (size: number): number => size;
/** Slow peers get the beginning. */
const few = (most: number) => (size: number): number => Math.min(size, most);

const judging = <Result>(name: string, items: Case['items'], columns: (size: number) => ClockColumns, run: (columns: ClockColumns) => Result, judgedOf: (result: Result) => Judged): Case => ({
  name,
  items,
  prepare: (size) => {
    const given = firstRows(columns(size), items(size));
    return () => {
      const result = run(given);
      return () => bytesOfJudged(judgedOf(result));
    };
  },
});

const plainCases: readonly Case[] = [
  judging('judgeMany', all, plain, ours, asNumbered),
  judging('bare prefix sums', all, plain, prefixSums(open).plain, itself),
  judging('integer day loop', few(200_000), plain, byCalendar(integerDayLoop(CHANGING_ZONE)), itself),
  judging('temporal date loop', few(1000), plain, byCalendar(temporalDateLoop(CHANGING_ZONE)), itself),
  judging('moment-business-time', few(100), plain, byCalendar(momentBusinessTime(CHANGING_ZONE)), itself),
];

const heldCases: readonly Case[] = [
  judging('judgeMany, some held', all, held, ours, asNumbered),
  judging('bare prefix sums, some held', all, held, prefixSums(open).held, itself),
];

const PAUSES = 1000;
const clocksOfLeads = (name: string, facts: () => Facts): Case => ({
  name,
  items: () => PAUSES,
  prepare: () => {
    const given = facts();
    return () => {
      const judged = judgedHeld(given);
      return () => judged;
    };
  },
});

const pauseCases: readonly Case[] = [
  clocksOfLeads('one clock, 1,000 pauses', () => heldLeads(1, PAUSES)),
  clocksOfLeads('ten clocks, 100 pauses each', () => heldLeads(10, PAUSES / 10)),
];

const benchmark: Benchmark = {
  name: 'clocks',
  size: 5_000_000,
  quickSize: 500_000,
  files: () => undefined,
  cases: [],
  comparisons: [],
  // What each goal rests on is in bench/README.md.
  parts: [
    {
      cases: plainCases,
      comparisons: [
        { case: 'judgeMany', anchor: 'bare prefix sums', goal: 0.34 },
        { case: 'judgeMany', anchor: 'integer day loop', goal: 6 },
        { case: 'judgeMany', anchor: 'temporal date loop', goal: 1000 },
        { case: 'judgeMany', anchor: 'moment-business-time', goal: 15_000 },
        { case: 'judgeMany', anchor: INPUT_AND_64_BYTES, goal: 1 },
      ],
    },
    { cases: heldCases, comparisons: [{ case: 'judgeMany, some held', anchor: 'bare prefix sums, some held', goal: 0.34 }] },
    { cases: pauseCases, comparisons: [{ case: 'one clock, 1,000 pauses', anchor: 'ten clocks, 100 pauses each', goal: 0.5, timeOnly: true }] },
  ],
};

main(benchmark, process.argv.slice(2));
