import { add, elapsed, openHours, openSegments } from 'revpact/sla';
import { main, type Benchmark, type Case } from '../harness.js';
import { dayjsBusinessTime } from './anchors/dayjs-business-time.js';
import { integerDayLoop } from './anchors/integer-day-loop.js';
import { momentBusinessTime } from './anchors/moment-business-time.js';
import { openingHours } from './anchors/opening-hours.js';
import { temporalDateLoop, temporalZonedLoop } from './anchors/temporal-day-loop.js';
import { CHANGING_ZONE, FROM, officeIn, STILL_ZONE, TO, YEARS } from './office.js';
import { additions, bytesOf, spans, type Additions, type Spans } from './questions.js';

const ours = (zone: string) => {
  const open = openHours(officeIn(zone));
  return {
    elapsed: ({ from, to }: Spans): Float64Array => {
      const results = new Float64Array(from.length);
      for (let i = 0; i < results.length; i += 1) results[i] = elapsed(open, from[i] ?? 0, to[i] ?? 0);
      return results;
    },
    add: ({ from, openMs }: Additions): Float64Array => {
      const results = new Float64Array(from.length);
      for (let i = 0; i < results.length; i += 1) results[i] = add(open, from[i] ?? 0, openMs[i] ?? 0);
      return results;
    },
  };
};

/** How many of the questions a case is asked: its results are held against the same questions. */
const few = (most: number) => (size: number): number => Math.min(size, most);
const all = (size: number): number => size;

const asked = <Input>(name: string, items: Case['items'], questions: (size: number) => Input, answerer: () => (input: Input) => Float64Array): Case => ({
  name,
  items,
  prepare: (size) => {
    const input = questions(items(size));
    const answer = answerer();
    return () => {
      const results = answer(input);
      return () => bytesOf(results);
    };
  },
});

const shortSpans = (size: number): Spans => spans(size, 3);
const longSpans = (size: number): Spans => spans(size, 90);

const changing: readonly Case[] = [
  asked('elapsed', all, shortSpans, () => ours(CHANGING_ZONE).elapsed),
  asked('integer day loop', few(200_000), shortSpans, () => integerDayLoop(CHANGING_ZONE).elapsed),
  asked('temporal zoned loop', few(1000), shortSpans, () => temporalZonedLoop(CHANGING_ZONE).elapsed),
  asked('temporal date loop', few(2000), shortSpans, () => temporalDateLoop(CHANGING_ZONE).elapsed),
  asked('moment-business-time', few(200), shortSpans, () => momentBusinessTime(CHANGING_ZONE).elapsed),
  asked('add', all, additions, () => ours(CHANGING_ZONE).add),
  asked('integer day loop, add', few(200_000), additions, () => integerDayLoop(CHANGING_ZONE).add),
  asked('temporal zoned loop, add', few(1000), additions, () => temporalZonedLoop(CHANGING_ZONE).add),
  asked('temporal date loop, add', few(2000), additions, () => temporalDateLoop(CHANGING_ZONE).add),
  asked('moment-business-time, add', few(200), additions, () => momentBusinessTime(CHANGING_ZONE).add),
  asked('elapsed, 90 days', all, longSpans, () => ours(CHANGING_ZONE).elapsed),
  asked('integer day loop, 90 days', few(50_000), longSpans, () => integerDayLoop(CHANGING_ZONE).elapsed),
  asked('temporal date loop, 90 days', few(200), longSpans, () => temporalDateLoop(CHANGING_ZONE).elapsed),
];

const still: readonly Case[] = [
  asked('elapsed', all, shortSpans, () => ours(STILL_ZONE).elapsed),
  asked('dayjs-business-time', few(1000), shortSpans, () => dayjsBusinessTime().elapsed),
  asked('opening_hours', few(1000), shortSpans, () => openingHours().elapsed),
  asked('add', all, additions, () => ours(STILL_ZONE).add),
  asked('dayjs-business-time, add', few(1000), additions, () => dayjsBusinessTime().add),
];

/** From the calendar as written to the opening and closing of every day of ten years, nothing kept from before. */
const compiled = (): Float64Array => {
  const found = openSegments(openHours(officeIn(CHANGING_ZONE)), FROM, TO);
  return Float64Array.from({ length: 2 * found.length }, (_, i) => found[i >> 1]?.[i % 2 === 0 ? 'start' : 'end'] ?? NaN);
};

const years = (): number => YEARS;
const compiling: readonly Case[] = [
  asked('compile ten years', years, () => null, () => compiled),
  asked('temporal zoned loop, ten years', years, () => null, () => () => temporalZonedLoop(CHANGING_ZONE).compile(FROM, TO)),
  asked('temporal date loop, ten years', years, () => null, () => () => temporalDateLoop(CHANGING_ZONE).compile(FROM, TO)),
];

// Each process answers for one zone: its own, for peers that know no other.
const part = process.argv.find((flag) => flag.startsWith('--part='));
process.env['TZ'] = part === '--part=1' ? STILL_ZONE : 'UTC';

const benchmark: Benchmark = {
  name: 'calendar',
  size: 1_000_000,
  quickSize: 200_000,
  files: () => undefined,
  cases: [],
  comparisons: [],
  // What each goal rests on is in bench/README.md.
  parts: [
    {
      cases: changing,
      comparisons: [
        { case: 'elapsed', anchor: 'moment-business-time', goal: 15_000 },
        { case: 'elapsed', anchor: 'temporal zoned loop', goal: 1000 },
        { case: 'elapsed', anchor: 'temporal date loop', goal: 1000 },
        { case: 'elapsed', anchor: 'integer day loop', goal: 6 },
        { case: 'add', anchor: 'moment-business-time, add', goal: 30_000 },
        { case: 'add', anchor: 'temporal zoned loop, add', goal: 1500 },
        { case: 'add', anchor: 'temporal date loop, add', goal: 1000 },
        { case: 'add', anchor: 'integer day loop, add', goal: 6 },
        { case: 'elapsed, 90 days', anchor: 'integer day loop, 90 days', goal: 25 },
        { case: 'elapsed, 90 days', anchor: 'temporal date loop, 90 days', goal: 8000 },
        { case: 'elapsed, 90 days', anchor: 'elapsed', goal: 0.77, timeOnly: true },
      ],
    },
    {
      cases: still,
      comparisons: [
        { case: 'elapsed', anchor: 'dayjs-business-time', goal: 3000 },
        { case: 'elapsed', anchor: 'opening_hours', goal: 2000 },
        { case: 'add', anchor: 'dayjs-business-time, add', goal: 5000 },
      ],
    },
    {
      cases: compiling,
      comparisons: [
        { case: 'compile ten years', anchor: 'temporal zoned loop, ten years', goal: 5 },
        { case: 'compile ten years', anchor: 'temporal date loop, ten years', goal: 1.5 },
      ],
    },
  ],
};

main(benchmark, process.argv.slice(2));
