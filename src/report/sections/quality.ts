import type { FollowUpRow } from '../../pact/follow-up.js';
import type { QualityRow } from '../../pact/quality.js';
import type { Review } from '../../pact/review.js';
import { heading, paragraph, table, type Block } from '../document.js';
import type { Named } from '../names.js';
import { count, percent, workingTime } from '../words.js';

/** Each hand-off of the period from both of its sides: the leads as their receiver found them, the follow-up as they met it. */
export const qualitySection = ({ quality }: Review, named: Named): readonly Block[] => {
  if (quality.length === 0) return [];
  return [
    heading(2, 'Both sides of each hand-off'),
    ...quality.flatMap(({ handOff, fromParty, toParty, bySource, byTier, followUp }) => {
      const [from, to] = [named('parties', fromParty), named('parties', toParty)];
      return [
        heading(3, handOff === null ? `Deliveries of ${from} to ${to} that named no hand-off` : named('handOffs', handOff)),
        paragraph(`The leads of ${from} as ${to} found them:`),
        qualityTable('Source', bySource),
        ...(byTier.length === 0 ? [] : [qualityTable('Fit', byTier)]),
        paragraph(`The follow-up of ${to} as the leads of ${from} met it, in working time; those nobody has tried rank behind all others:`),
        followUpTable(followUp),
      ];
    }),
  ];
};

const qualityTable = (first: string, rows: readonly QualityRow[]): Block =>
  table(
    [first, 'Delivered>', 'Accepted>', 'Share>', 'Sent back>', 'Not as defined>', 'Expired>', 'Waiting>', 'Let go later>', 'Opportunities>'],
    rows.map((row) => [
      row.of ?? 'not known',
      count(row.delivered),
      count(row.accepted),
      percent(row.accepted, row.delivered),
      count(row.rejected),
      count(row.definitional),
      count(row.expired),
      count(row.waiting),
      count(row.disqualified),
      count(row.opportunities),
    ]),
  );

const followUpTable = (rows: readonly FollowUpRow[]): Block =>
  table(
    ['Source', 'Delivered>', 'Tried>', 'Sent back untried>', 'Nobody tried>', 'Tries>', 'Half within>', 'Nine in ten within>'],
    rows.map((row) => [
      row.of ?? 'not known',
      count(row.delivered),
      count(row.tried),
      count(row.sentBack),
      count(row.untried),
      count(row.attempts),
      within(row.median),
      within(row.ninth),
    ]),
  );

const within = ({ ms, atLeast }: FollowUpRow['median']): string => (ms !== null ? workingTime(ms) : atLeast === null ? '–' : `over ${workingTime(atLeast)}`);
