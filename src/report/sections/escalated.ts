import { groupBy } from '../../kernel/group.js';
import type { Review } from '../../pact/review.js';
import type { Escalation } from '../../sla/due/escalation.js';
import { heading, paragraph, table, type Block } from '../document.js';
import type { Linker } from '../links.js';
import type { Named } from '../names.js';
import { count, wallClock } from '../words.js';

const TOLD: Readonly<Record<Escalation['tell'], string>> = {
  owner: 'who holds the lead',
  manager: 'their manager',
  sponsor: 'the sponsor',
  reassign: 'the lead goes to somebody else',
};

/** Who was to be told in the period: each rung of each ladder that was reached, how often, and the last time. */
export const escalatedSection = ({ escalations, pact }: Review, link: Linker, named: Named, most: number): readonly Block[] => {
  if (escalations.length === 0) return [];
  const rungs = [...groupBy(escalations, ({ clause, rung }) => JSON.stringify([clause, rung])).values()].sort((a, b) => b.length - a.length);
  return [
    heading(2, 'Escalated'),
    table(
      ['Promise', 'Rung>', 'Told', 'Times>', 'Leads>', `Last (${pact.zone})`, 'About', 'Whom'],
      rungs.slice(0, most).map((group) => {
        const last = group.at(-1) ?? group[0];
        return [
          last.title,
          String(last.rung),
          TOLD[last.tell],
          count(group.length),
          count(new Set(group.map(({ leadId }) => leadId)).size),
          wallClock(pact.zone, last.at),
          link('lead', last.leadId),
          last.tell === 'sponsor' ? (last.person ?? '') : named('people', last.person),
        ];
      }),
    ),
    ...(rungs.length > most ? [paragraph(`… and ${count(rungs.length - most)} more rungs, each in the review as JSON.`)] : []),
  ];
};
