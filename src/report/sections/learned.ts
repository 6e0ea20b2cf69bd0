import type { Learning } from '../../feedback/learn/learning.js';
import type { Learned } from '../../feedback/learn/learnings.js';
import type { LearnedOf, LearningTable } from '../../feedback/learn/table.js';
import type { Learnings, LearningCount } from '../../feedback/learn/summary.js';
import type { Share } from '../../kernel/share.js';
import type { ZoneId } from '../../kernel/zone.js';
import type { Review } from '../../pact/review.js';
import { heading, list, paragraph, table, type Block, type Cell } from '../document.js';
import type { Named } from '../names.js';
import { count, percent, wallClock } from '../words.js';

/** Why leads left, how sure a sample of that size can be, and what conversations and leads taught. */
export const learnedSection = ({ feedback, learned, pact }: Review, named: Named): readonly Block[] => [
  heading(2, 'What was learned'),
  ...reasonsTable(feedback, named),
  ...(feedback.learnings === null || feedback.learnings.contacts === 0 ? [] : conversationBlocks(feedback.learnings, named)),
  ...lessonBlocks(learned, pact.zone, named),
];

const reasonsTable = ({ exits, completeness, reasons }: Review['feedback'], named: Named): readonly Block[] =>
  exits === 0
    ? [paragraph('Nobody left with a reason in this period.')]
    : [
        paragraph(
          `${of(completeness)} rejections, disqualifications and losses say everything that was agreed (${share(completeness)}).` +
            (completeness.enough ? '' : ' Too few to conclude from.'),
        ),
        table(
          ['Exit', 'Reason', 'Count>', 'Share>', '95 % interval>', 'Complete>', 'Brought back>'],
          reasons
            .filter(({ exit }) => exit !== 'expired')
            .map((row): readonly (Cell | string)[] => [
              row.exit,
              row.agreed ? named('reasons', row.reason) : { text: `${row.reason ?? 'none given'} (not agreed)`, tone: 'warn' },
              count(row.count),
              share(row.share),
              interval(row.share),
              count(row.complete),
              row.terminal === true && row.recycled > 0 ? { text: `${count(row.recycled)}, though gone for good`, tone: 'warn' } : count(row.recycled),
            ]),
        ),
      ];

const conversationBlocks = ({ contacts, reported, complete, corrected, messages, objections }: Learnings, named: Named): readonly Block[] => {
  const cameUp = (title: string, kind: 'messages' | 'objections', rows: readonly LearningCount[]): readonly Block[] =>
    rows.length === 0
      ? []
      : [
          table(
            [title, 'Conversations>', 'Share>'],
            rows
              .slice(0, 5)
              .map((one) => [one.agreed === false ? { text: `${one.id} (not agreed)`, tone: 'warn' } : named(kind, one.id), count(one.count), share(one.share)]),
          ),
        ];
  return [
    paragraph(
      `${count(contacts)} conversations; ${count(reported.numerator)} of them reported something (${share(reported)}).` +
        (complete === null ? '' : ` ${of(complete)} reports asked for say everything that was agreed (${share(complete)}).`) +
        (corrected.numerator === 0 ? '' : ` ${count(corrected.numerator)} put facts about an account or contact right.`),
    ),
    ...cameUp('Message that came up', 'messages', messages),
    ...cameUp('Objection', 'objections', objections),
  ];
};

/** How many of a period's findings stand in the document. */
const SHOWN = 12;

/** Which leads taught what, and who is to answer it: only what is more or less than of the others, since the rest is no finding. */
const lessonBlocks = ({ windowDays, delivered, unsaid, judged, tables }: Learned, zone: ZoneId, named: Named): readonly Block[] => {
  if (judged === 0) return [];
  const findings = tables.flatMap((one) => one.rows.flatMap((row) => row.learnings.filter(isFinding).map((learning) => ({ by: one.by, row, learning }))));
  const comparisons = tables.reduce((sum, one) => sum + one.comparisons, 0);
  return [
    heading(3, 'Which leads taught what'),
    paragraph(
      `${count(judged)} of ${count(delivered)} leads whose ${count(windowDays)} days after the delivery ended in the period are evidence; ` +
        `${count(unsaid)} left by the clock or for a reason that teaches nothing. Of ${count(comparisons)} comparisons about one in twenty looks like a difference without being one.`,
    ),
    findings.length === 0
      ? paragraph('No kind of lead taught more or less than the others that so few can show.')
      : list(findings.slice(0, SHOWN).map(({ by, row, learning }) => [worded(by, row, learning, named), ...answersWords(learning, zone, named)].join(' '))),
    ...(findings.length > SHOWN ? [paragraph(`… and ${count(findings.length - SHOWN)} more, each in the review as JSON.`)] : []),
  ];
};

const isFinding = ({ verdict }: Learning): boolean => verdict === 'more' || verdict === 'less';

const KINDS = { source: null, campaign: null, message: 'messages', objection: 'objections', criterion: 'criteria' } as const;

/** The learning's sentence, with the name that people know for what it is about. */
const worded = (by: LearningTable['by'], { of: id }: LearnedOf, { sentence }: Learning, named: Named): string => {
  const kind = KINDS[by];
  return kind === null ? sentence : sentence.replace(`"${id}"`, () => `"${named(kind, id)}"`);
};

/** Whose answer a learning waits for, how far they are, and when the next is due. */
const answersWords = ({ owners }: Learning, zone: ZoneId, named: Named): readonly string[] =>
  (owners ?? []).flatMap(({ party, items, answered, overdue, dueAt }) => {
    if (party === null) return [];
    const when = dueAt === null ? null : wallClock(zone, dueAt);
    const owed =
      overdue > 0 ? `; ${count(overdue)} ${overdue === 1 ? 'is' : 'are'} overdue${when === null ? '' : `, the first since ${when}`}` : when === null ? '' : `; the next is due ${when}`;
    return [`${named('parties', party)} answered ${count(answered)} of ${count(items)} items of it${owed}.`];
  });

const of = ({ numerator, denominator }: Share): string => `${count(numerator)} of ${count(denominator)}`;

const share = ({ numerator, denominator }: Share): string => percent(numerator, denominator);

const interval = ({ enough, low, high }: Share): string => (enough && low !== null && high !== null ? `${shift(low)}–${shift(high)} %` : 'too few');

/** Decimal text of a part of one as percent with one place: moves the point, nothing else. */
const shift = (part: string): string => percent(part.replace('.', '').replace(/^0+(?=\d)/, ''), 10_000).replace(' %', '');
