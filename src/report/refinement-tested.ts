import type { Proposal } from '../icp/refine/propose/proposal.js';
import { paragraph, table, type Block } from './document.js';
import { count } from './words.js';

/** How a proposal was tested: on which rows, how it ranks them beside what was agreed, and how far its chances can be believed. */
export const testBlocks = ({ split, comparison: { champion, challenger }, chances }: Proposal): readonly Block[] => [
  paragraph(
    `Learned from ${count(split.older.rows)} hand-overs, of which ${count(split.older.wins)} were won; tested on the ${count(split.newer.rows)} newer ones, ` +
      `of which ${count(split.newer.wins)} were. ${count(split.leftOut)} newer ones of accounts already learned from were left out.`,
  ),
  table(
    ['On the newer hand-overs', 'As agreed>', 'As proposed>'],
    [
      ['Ranks a win above a loss (AUC)', three(champion.auc), three(challenger.auc)],
      ['Average precision', three(champion.averagePrecision), three(challenger.averagePrecision)],
      ['Widest gap between wins and losses (KS)', three(champion.separation?.distance), three(challenger.separation?.distance)],
      ...capacityRows(champion.capacity, challenger.capacity),
    ],
  ),
  ...chanceBlocks(chances),
];

type AtCapacity = Proposal['comparison']['champion']['capacity'];

const capacityRows = (champion: AtCapacity, challenger: AtCapacity): readonly (readonly string[])[] =>
  champion === null || challenger === null
    ? []
    : [
        [`Won of the best ${count(Math.round(champion.worked))}`, three(champion.precision), three(challenger.precision)],
        ['How many times what lots would win (lift)', three(champion.lift), three(challenger.lift)],
      ];

const chanceBlocks = ({ brier, calibration }: Proposal['chances']): readonly Block[] =>
  brier === null || calibration === null
    ? []
    : [
        paragraph(
          `Read as chances the proposed points are ${(calibration.error * 100).toFixed(1)} percentage points off on average ` +
            `(Brier score ${three(brier.score)}; always saying the share of wins ${three(brier.base)}).`,
        ),
      ];

const three = (value: number | null | undefined): string => value?.toFixed(3) ?? '–';
