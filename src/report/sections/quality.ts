import type { Review } from '../../pact/review.js';
import { heading, table, type Block } from '../document.js';
import type { Named } from '../names.js';
import { count, percent } from '../words.js';

/** The deliveries of the period as their receivers found them, by source and by fit. */
export const qualitySection = ({ quality }: Review, named: Named): readonly Block[] => {
  if (quality.length === 0) return [];
  const titles = (first: string): readonly string[] => [first, 'Delivered>', 'Accepted>', 'Share>', 'Sent back>', 'Not as defined>', 'Expired>', 'Waiting>'];
  return [
    heading(2, 'Leads as their receivers found them'),
    ...quality.flatMap(({ handOff, bySource, byTier }) => {
      const rows = (from: typeof bySource): readonly (readonly string[])[] =>
        from.map((row) => [
          row.of ?? 'not known',
          count(row.delivered),
          count(row.accepted),
          percent(row.accepted, row.delivered),
          count(row.rejected),
          count(row.definitional),
          count(row.expired),
          count(row.waiting),
        ]);
      return [
        heading(3, handOff === null ? 'Deliveries that named no hand-off' : named('handOffs', handOff)),
        table(titles('Source'), rows(bySource)),
        ...(byTier.length === 0 ? [] : [table(titles('Fit'), rows(byTier))]),
      ];
    }),
  ];
};
