import type { Review } from '../../pact/review.js';
import { heading, paragraph, table, type Block } from '../document.js';
import type { Linker } from '../links.js';
import type { Named } from '../names.js';
import { count, wallClock } from '../words.js';

/** Leads that the clock has ended, and nobody has recorded. */
export const expiringSection = ({ expiries, findings, pact }: Review, link: Linker, named: Named, most: number): readonly Block[] => {
  if (expiries.length === 0) return [];
  const titles = new Map(findings.map(({ clause, title }) => [clause, title]));
  return [
    heading(2, 'Expired and not recorded'),
    paragraph(
      `By what was agreed the clock has ended ${count(expiries.length)} ${expiries.length === 1 ? 'lead' : 'leads'}; until somebody records it, ` +
        `${expiries.length === 1 ? 'it stays' : 'they stay'} overdue and open.`,
    ),
    table(
      [`Since (${pact.zone})`, 'Lead', 'Promise', 'Let lapse by'],
      expiries
        .slice(0, most)
        .map(({ at, leadId, clause = '', by }) => [wallClock(pact.zone, at), link('lead', leadId), titles.get(clause) ?? clause, named('parties', by.party)]),
    ),
    ...(expiries.length > most ? [paragraph(`… and ${count(expiries.length - most)} more, each in the review as JSON.`)] : []),
  ];
};
