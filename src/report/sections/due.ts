import type { Review } from '../../pact/review.js';
import { heading, paragraph, table, type Block, type Cell } from '../document.js';
import type { Linker } from '../links.js';
import type { Named } from '../names.js';
import { count, duration, wallClock, workingTime } from '../words.js';

/** What is owed next, and what is overdue and still open. */
export const dueSection = ({ due, asOf, pact }: Review, link: Linker, named: Named, most: number): readonly Block[] => {
  const next = due.filter(({ dueAt }) => dueAt >= asOf);
  const overdue = due.filter(({ dueAt }) => dueAt < asOf).reverse();
  const rows = (items: typeof due): readonly (readonly (Cell | string)[])[] =>
    items
      .slice(0, most)
      .map((item) => [
        wallClock(pact.zone, item.dueAt),
        item.dueAt >= asOf ? `${workingTime(item.leftMs)} left` : `${workingTime(-item.leftMs)} over`,
        item.title,
        link('lead', item.leadId),
        item.person === null ? named('parties', item.by) : named('people', item.person),
        { text: item.flag, tone: item.flag === 'green' ? 'good' : item.flag === 'yellow' ? 'warn' : 'bad' },
      ]);
  const titles = [`Due (${pact.zone})`, 'Working time', 'Promise', 'Lead', 'Owed by', 'Flag'];
  return [
    heading(2, 'Due next'),
    ...(next.length === 0 ? [paragraph('Nothing is running.')] : [table(titles, rows(next))]),
    ...(next.length > most ? [paragraph(`… and ${count(next.length - most)} more.`)] : []),
    ...(overdue.length === 0
      ? []
      : [
          heading(3, 'Overdue and still open'),
          table(titles, rows(overdue)),
          ...(overdue.length > most ? [paragraph(`… and ${count(overdue.length - most)} more, the oldest due ${duration(asOf - (overdue.at(-1)?.dueAt ?? asOf))} ago.`)] : []),
        ]),
  ];
};
