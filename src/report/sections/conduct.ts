import { groupBy } from '../../kernel/group.js';
import type { Review } from '../../pact/review.js';
import { heading, paragraph, table, type Block } from '../document.js';
import type { Linker } from '../links.js';
import type { Named } from '../names.js';
import { count, percent } from '../words.js';

/** Steps that were recorded and not agreed. */
export const conductSection = ({ conformance, violations }: Review, link: Linker, named: Named): readonly Block[] => {
  // What only an order that the source does not give makes a violation is nobody's doing.
  const undecided = violations.filter(({ tied }) => tied).length;
  const kinds = groupBy(violations.filter(({ tied }) => !tied), ({ party, message }) => JSON.stringify([party, message]));
  const rows = [...kinds.values()].sort((a, b) => b.length - a.length).slice(0, 8);
  const { leads } = conformance;
  return [
    heading(2, 'Steps against the agreed life'),
    paragraph(
      violations.length === 0
        ? 'Every step of the period is one that was agreed.'
        : `${count(violations.length)} ${violations.length === 1 ? 'step' : 'steps'} of the period ${violations.length === 1 ? 'is' : 'are'} not as agreed; they count as recorded and are listed so that somebody asks. ` +
            `Since the log begins, ${count(leads.numerator)} of ${count(leads.denominator)} leads lived as agreed (${percent(leads.numerator, leads.denominator)}).`,
    ),
    ...(undecided === 0 ? [] : [paragraph(`${count(undecided)} of them only in an order that the source does not give: nobody is named for those.`)]),
    ...(rows.length === 0
      ? []
      : [
          table(
            ['Count>', 'By', 'What happened', 'For example'],
            rows.map((group) => [count(group.length), named('parties', group[0].party), group[0].message, link('lead', group[0].leadId)]),
          ),
        ]),
  ];
};
