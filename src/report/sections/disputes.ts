import type { Review } from '../../pact/review.js';
import { heading, table, type Block } from '../document.js';
import type { Linker } from '../links.js';
import type { Named } from '../names.js';
import { wallClock } from '../words.js';

/** What is contested, and how it was settled. */
export const disputesSection = ({ disputes, pact }: Review, link: Linker, named: Named): readonly Block[] =>
  disputes.length === 0
    ? []
    : [
        heading(2, 'Disputes'),
        table(
          ['Raised', 'By', 'About', 'Lead', 'Outcome'],
          disputes.map((dispute) => [
            wallClock(pact.zone, dispute.raisedAt),
            named('parties', dispute.raisedBy),
            dispute.subject,
            dispute.leadId === null ? '' : link('lead', dispute.leadId),
            dispute.outcome ?? { text: 'open', tone: 'warn' },
          ]),
        ),
      ];
