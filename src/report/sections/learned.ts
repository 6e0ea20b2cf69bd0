import type { Review } from '../../pact/review.js';
import { heading, paragraph, table, type Block, type Cell } from '../document.js';
import type { Named } from '../names.js';
import { count, percent } from '../words.js';

/** Why leads left, how sure a sample of that size can be, and what conversations taught. */
export const learnedSection = ({ feedback }: Review, named: Named): readonly Block[] => {
  const { completeness, learnings } = feedback;
  const sure = (enough: boolean): string => (enough ? '' : ' Too few to conclude from.');
  return [
    heading(2, 'What was learned'),
    paragraph(
      feedback.exits === 0
        ? 'Nobody left with a reason in this period.'
        : `${count(completeness.numerator)} of ${count(completeness.denominator)} rejections, disqualifications and losses say everything that was agreed (${percent(completeness.numerator, completeness.denominator)}).${sure(completeness.enough)}`,
    ),
    ...(feedback.exits === 0 ? [] : [table(
      ['Exit', 'Reason', 'Count>', 'Share>', '95 % interval>', 'Complete>', 'Brought back>'],
      feedback.reasons
        .filter(({ exit }) => exit !== 'expired')
        .map((row): readonly (Cell | string)[] => [
          row.exit,
          row.agreed ? named('reasons', row.reason) : { text: `${row.reason ?? 'none given'} (not agreed)`, tone: 'warn' },
          count(row.count),
          percent(row.share.numerator, row.share.denominator),
          row.share.enough && row.share.low !== null && row.share.high !== null ? `${shift(row.share.low)}–${shift(row.share.high)} %` : 'too few',
          count(row.complete),
          count(row.recycled),
        ]),
    )]),
    ...(learnings === null || learnings.contacts === 0
      ? []
      : [
          paragraph(
            `${count(learnings.contacts)} conversations; ${count(learnings.reported.numerator)} of them reported something (${percent(learnings.reported.numerator, learnings.reported.denominator)}).`,
          ),
          ...(learnings.messages.length === 0
            ? []
            : [
                table(
                  ['Message that came up', 'Conversations>', 'Share>'],
                  learnings.messages.slice(0, 5).map((one) => [named('messages', one.id), count(one.count), percent(one.share.numerator, one.share.denominator)]),
                ),
              ]),
          ...(learnings.objections.length === 0
            ? []
            : [
                table(
                  ['Objection', 'Conversations>', 'Share>'],
                  learnings.objections.slice(0, 5).map((one) => [one.id, count(one.count), percent(one.share.numerator, one.share.denominator)]),
                ),
              ]),
        ]),
  ];
};

/** Decimal text of a part of one as percent with one place: moves the point, nothing else. */
const shift = (part: string): string => percent(part.replace('.', '').replace(/^0+(?=\d)/, ''), 10_000).replace(' %', '');
