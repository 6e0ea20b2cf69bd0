import type { Review } from '../../pact/review.js';
import type { DueItem } from '../../sla/due/schedule.js';
import { heading, paragraph, table, type Block, type Cell } from '../document.js';
import type { Linker } from '../links.js';
import type { Named } from '../names.js';
import { count, duration, percent, wallClock, workingTime } from '../words.js';
import { stateCell } from './promises.js';

/** What is owed next, what waits, what is owed in the period as a whole, and what is overdue and still open. */
export const dueSection = ({ due, commitments, asOf, pact }: Review, link: Linker, named: Named, most: number): readonly Block[] => {
  const paused = due.filter(({ state }) => state === 'paused');
  const next = due.filter(({ state }) => state === 'running' || state === 'outside_hours');
  const overdue = due.filter(({ state }) => state === 'breached_open').reverse();
  const moment = (at: number | null): string => (at === null ? '' : wallClock(pact.zone, at));
  const rows = (items: readonly DueItem[], at: (item: DueItem) => number | null): readonly (readonly (Cell | string)[])[] =>
    items
      .slice(0, most)
      .map((item) => [
        moment(at(item)),
        item.leftMs < 0 || item.state === 'breached_open' ? `${workingTime(0 - item.leftMs)} over` : `${workingTime(item.leftMs)} left`,
        item.title,
        link('lead', item.leadId),
        item.person === null ? named('parties', item.by) : named('people', item.person),
        { text: item.flag, tone: item.flag === 'green' ? 'good' : item.flag === 'yellow' ? 'warn' : 'bad' },
      ]);
  const titles = (first: string): readonly string[] => [`${first} (${pact.zone})`, 'Working time', 'Promise', 'Lead', 'Owed by', 'Flag'];
  const more = (items: readonly DueItem[], besides = ''): readonly Block[] =>
    items.length > most ? [paragraph(`… and ${count(items.length - most)} more${besides}.`)] : [];
  const oldest = overdue.at(-1)?.dueAt ?? asOf;
  return [
    heading(2, 'Due next'),
    ...(next.length === 0 ? [paragraph('Nothing is running.')] : [table(titles('Due'), rows(next, ({ dueAt }) => dueAt))]),
    ...more(next),
    ...(paused.length === 0 ? [] : [heading(3, 'Paused: nobody knows until when'), table(titles('Since'), rows(paused, ({ pausedSince }) => pausedSince)), ...more(paused)]),
    ...(commitments.length === 0
      ? []
      : [
          heading(3, 'Owed in the period as a whole'),
          table(
            [`By (${pact.zone})`, 'Promise', 'Owed by', 'Reached>', 'Finding'],
            // The moment itself is too late already.
            commitments.map(({ dueAt, title, by, reached, state }) => [
              moment(dueAt - 1),
              title,
              named('parties', by),
              percent(reached.numerator, reached.denominator),
              stateCell(state),
            ]),
          ),
        ]),
    ...(overdue.length === 0
      ? []
      : [
          heading(3, 'Overdue and still open'),
          table(titles('Due'), rows(overdue, ({ dueAt }) => dueAt)),
          ...more(overdue, `, the oldest due ${duration(asOf - oldest)} ago`),
        ]),
  ];
};
