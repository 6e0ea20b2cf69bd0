import type { TargetFilter } from '../icp/filter/filter.js';
import type { CriterionProposal } from '../icp/refine/propose/diff.js';
import type { EvidenceLine } from '../icp/refine/propose/evidence.js';
import type { Proposal } from '../icp/refine/propose/proposal.js';
import type { TooFew } from '../icp/refine/propose/too-few.js';
import { whichRows } from '../icp/refine/propose/words.js';
import type { Share } from '../kernel/share.js';
import { heading, list, paragraph, table, withoutEmptyColumns, type Block, type Cell, type ReportDocument } from './document.js';
import { cardBlocks } from './refinement-card.js';
import { testBlocks } from './refinement-tested.js';
import { count, percent } from './words.js';

/**
 * What outcomes say about a filter, for those who have to agree on it: whether it can be adopted and why, each criterion with
 * its evidence bin by bin, what may have leaked, what has moved, how it was tested, and how it was made. With too few outcomes, what was won by
 * tier and by answer.
 */
export const refinementDocument = (filter: TargetFilter, found: Proposal | TooFew): ReportDocument => [
  heading(1, `${filter.title}: what outcomes say`),
  ...(found.kind === 'too_few' ? tooFewBlocks(filter, found) : proposalBlocks(filter, found)),
];

const tooFewBlocks = (filter: TargetFilter, { wins, losses, minimum, tiers, criteria, alarms, notes }: TooFew): readonly Block[] => [
  paragraph(
    `${count(wins)} wins and ${count(losses)} losses to learn from; ${count(minimum.wins)} and ${count(minimum.losses)} are the least. No points are fitted.`,
  ),
  ...(notes.length === 0 ? [] : [list(notes)]),
  table(['Tier', 'Rows>', 'Won>', 'Rate>', '95 %>'], tiers.map((one) => [one.tier ?? 'none', ...shareCells(one.wins)])),
  ...criteria.flatMap(({ criterion, evidence }) => [heading(3, titleOf(filter, criterion)), evidenceTable(evidence)]),
  ...alarmBlocks(alarms),
];

const proposalBlocks = (filter: TargetFilter, found: Proposal): readonly Block[] => [
  paragraph(found.adoptable ? 'It can be adopted, criterion by criterion.' : 'It cannot be adopted as it is.'),
  list(found.why),
  ...testBlocks(found),
  ...found.criteria.flatMap((one) => criterionBlocks(filter, one)),
  ...alarmBlocks(found.alarms),
  ...driftBlocks(found.drift),
  ...cardBlocks(found.card),
];

const CHANGE_WORDS: Readonly<Record<CriterionProposal['change'], string>> = { added: 'new', changed: 'changed', removed: 'removed', kept: 'as agreed' };

const criterionBlocks = (filter: TargetFilter, { criterion, change, together, evidence, words, after }: CriterionProposal): readonly Block[] => [
  heading(2, `${after?.title ?? titleOf(filter, criterion)}: ${CHANGE_WORDS[change]}`),
  ...(words[0] === undefined ? [] : [paragraph(`${words[0]}.`)]),
  ...(together.length === 0 ? [] : [paragraph(`Decided together with: ${together.map((id) => titleOf(filter, id)).join(', ')}.`)]),
  ...(evidence.length === 0 ? [] : [evidenceTable(evidence)]),
];

const evidenceTable = (evidence: readonly EvidenceLine[]): Block =>
  withoutEmptyColumns(
    table(
      ['Answer', 'Rows>', 'Won>', 'Rate>', '95 %>', 'Against all', 'Agreed>', 'Proposed>'],
      evidence.map((line) => [whichRows(line.of), ...shareCells(line.wins), toldCell(line), agreedText(line), line.proposed === null ? '' : count(line.proposed)]),
    ),
  );

const shareCells = ({ numerator, denominator, low, high }: Share): readonly string[] => [
  count(denominator),
  count(numerator),
  denominator === 0 ? '–' : percent(numerator, denominator),
  low === null || high === null ? '–' : `${percent(Number(low.replace('.', '')), 10_000)} to ${percent(Number(high.replace('.', '')), 10_000)}`,
];

const toldCell = ({ tells }: EvidenceLine): Cell =>
  tells === 'nothing' ? { text: 'too close to tell', tone: 'muted' } : tells === 'above' ? { text: 'above', tone: 'good' } : { text: 'below', tone: 'bad' };

const agreedText = ({ agreed }: EvidenceLine): string =>
  agreed === null ? '' : agreed.least === agreed.most ? count(agreed.least) : `${count(agreed.least)} to ${count(agreed.most)}`;

const alarmBlocks = (alarms: Proposal['alarms']): readonly Block[] =>
  alarms.length === 0 ? [] : [heading(2, 'What may know too much'), list(alarms.map(({ message }) => message))];

const driftBlocks = ({ score, features }: Proposal['drift']): readonly Block[] => {
  const moved = features.filter(({ drift }) => drift !== null && drift.verdict !== 'ok');
  const rows = [
    ...(score === null ? [] : [['the points', score.psi.toFixed(2), score.verdict]]),
    ...moved.flatMap(({ attribute, drift }) => (drift === null ? [] : [[attribute, drift.psi.toFixed(2), drift.verdict]])),
  ];
  return rows.length === 0 ? [] : [heading(2, 'What has moved'), table(['', 'Stability index>', 'Verdict'], rows)];
};

const titleOf = ({ criteria }: TargetFilter, id: string): string => criteria.find((one) => one.id === id)?.title ?? id;
