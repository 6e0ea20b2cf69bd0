import type { Review } from '../../pact/review.js';
import { heading, paragraph, table, type Block } from '../document.js';
import type { Named } from '../names.js';
import { count } from '../words.js';

/** Volume by stage and by each of the four exits. */
export const funnelSection = ({ funnel, pact }: Review, named: Named): readonly Block[] => [
  heading(2, 'Funnel'),
  table(
    ['Stage', 'At the start>', 'In>', 'Out>', 'At the end>'],
    funnel.stages.map((stage) => [
      stage.known ? stage.term : `${stage.term} (not a stage of this pact)`,
      count(stage.opening),
      count(stage.entered),
      count(stage.left),
      stage.balanced ? count(stage.closing) : { text: `${count(stage.closing)} (does not add up)`, tone: 'bad' },
    ]),
  ),
  heading(3, 'The four exits'),
  table(
    ['Exit', 'Leads>', 'Brought back>', 'By', 'Most frequent reasons', 'Class'],
    funnel.exits.map((exit) => [
      exit.exit,
      count(exit.count),
      count(exit.recycled),
      tally(exit.byParty, 3, (of) => named('parties', of)),
      exit.exit === 'expired' ? 'the clock' : tally(exit.byReason, 3, (of) => named('reasons', of)),
      exit.exit === 'rejected' ? tally(exit.byClass, 3, (of) => of) : '',
    ]),
  ),
  paragraph(
    `${count(funnel.recycled)} leads that had left came back into the cycle in this period. Stages are those of pact ${pact.id} ${pact.version}; each lead is counted where the events put it.`,
  ),
];

const tally = (entries: readonly { readonly of: string | null; readonly count: number }[], most: number, name: (of: string) => string): string => {
  const shown = entries.slice(0, most).map((entry) => `${entry.of === null ? 'none given' : name(entry.of)} ${count(entry.count)}`);
  const rest = entries.slice(most).reduce((sum, entry) => sum + entry.count, 0);
  return [...shown, ...(rest > 0 ? [`other ${count(rest)}`] : [])].join(', ');
};
