import type { Instant } from '../../kernel/instant.js';
import type { ClockPause } from '../../vocabulary/fact.js';
import type { Hold } from './hold.js';
import type { Life } from './life.js';
import { firstWhere } from './run.js';

type Gap = ClockPause & { readonly until: Instant };

/**
 * The stretches in which one clock does not run, in order: what holds the lead meanwhile, from the start where it began
 * before; and the time from each answer to its reopening, which no hold shortens. What begins at the clock's end or later is
 * none of its.
 */
export const pausesOf = (holds: readonly Hold[], answered: Life['answered'], start: Instant, end: Instant): readonly ClockPause[] => {
  const gaps = answered
    .filter(({ from, until }) => from.at < until.at)
    .map(({ from, until }): Gap => ({ because: 'answered', from: from.at, fromEvent: from.event, until: until.at, untilEvent: until.event }));
  const first = firstWhere(holds.length, (i) => (holds[i]?.until ?? Infinity) > start);
  const last = firstWhere(holds.length, (i) => (holds[i]?.from ?? Infinity) >= end);
  const held = holds.slice(first, last).map((hold): Hold => ({ ...hold, from: Math.max(hold.from, start) }));
  return [...outside(held, gaps), ...gaps].sort((a, b) => a.from - b.from);
};

/** What is left of holds once the gaps are cut out. Both ascending and apart. */
const outside = (holds: readonly Hold[], gaps: readonly Gap[]): readonly ClockPause[] => {
  const left: ClockPause[] = [];
  let first = 0;
  for (const { from: begun, fromEvent, until, untilEvent } of holds) {
    while ((gaps[first]?.until ?? Infinity) <= begun) first += 1;
    let from = begun;
    for (let i = first; from < (until ?? Infinity); i += 1) {
      const gap = gaps[i];
      if (gap === undefined || gap.from >= (until ?? Infinity)) break;
      if (from < gap.from) left.push({ because: 'held', from, fromEvent, until: gap.from, untilEvent: gap.fromEvent });
      from = gap.until;
    }
    if (from < (until ?? Infinity)) left.push({ because: 'held', from, fromEvent, until, untilEvent });
  }
  return left;
};
