import { groupBy } from '../kernel/group.js';
import { toIso } from '../kernel/instant.js';
import { formatPath } from '../kernel/issue.js';
import type { Review } from '../pact/review.js';
import { heading, list, paragraph, table, type Block, type Cell, type ReportDocument } from './document.js';
import { linkerOf, type Linker } from './links.js';
import { namedIn, type Named } from './names.js';
import { talkAbout } from './talk.js';
import { promises } from './promises.js';
import { numbers } from './numbers.js';
import { count, duration, percent, wallClock, workingTime } from './words.js';

/** How much of a review a document shows. All of it is in the review itself. */
export interface DocumentOptions {
  /** How many records, due dates and rejected rows each table shows at most; 10 where left out. */
  readonly rows?: number;
}

/**
 * A review as a document that marketing and sales can sit down over: what was promised and what became of it, the
 * numbers, the funnel, what the leads were like, what was learned, what is due, and what could not be read.
 */
export const reviewDocument = (review: Review, { rows = 10 }: DocumentOptions = {}): ReportDocument => {
  const link = linkerOf(review);
  const named = namedIn(review);
  return [
    ...opening(review, named),
    ...talkAbout(review, named),
    ...promises(review, link, named, rows),
    ...numbers(review, named),
    ...funnelBlocks(review, named),
    ...qualityBlocks(review, named),
    ...learned(review, named),
    ...conformanceBlocks(review, link, named),
    ...disputed(review, link, named),
    ...dueNext(review, link, named, rows),
    ...evidence(review, rows),
  ];
};

const opening = ({ pact, period, asOf, knownBy, findings }: Review, named: Named): readonly Block[] => {
  const states = (state: string): number => findings.filter((finding) => finding.state === state).length;
  const parts = [
    [states('kept'), 'kept'],
    [states('at_risk'), 'at risk'],
    [states('broken'), 'broken'],
    [states('excused'), 'excused'],
    [states('unproven'), 'unproven'],
  ] as const;
  const names = (parties: readonly string[]): string => parties.map((party) => named('parties', party)).join(', ');
  const approved = pact.approval.complete
    ? 'approved by every party'
    : pact.approval.given.length === 0
      ? 'not approved yet'
      : `approved by ${names(pact.approval.given.map(({ party }) => party))}; missing: ${names(pact.approval.missing)}`;
  return [
    heading(1, `${pact.title}: review of ${period.label}`),
    paragraph(
      `As of ${wallClock(pact.zone, asOf)} ${pact.zone} (${toIso(asOf)})${knownBy === null ? '' : `, with what was recorded before ${toIso(knownBy)}`}. ` +
        `Pact ${pact.id} ${pact.version}, digest ${pact.approval.digest.slice(0, 12)}, ${approved}.`,
    ),
    paragraph(
      `Of ${count(findings.length)} promises, ${parts
        .filter(([number]) => number > 0)
        .map(([number, word]) => `${String(number)} ${number === 1 ? 'is' : 'are'} ${word}`)
        .join(', ')}.`,
    ),
  ];
};

const funnelBlocks = ({ funnel, pact }: Review, named: Named): readonly Block[] => [
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

const qualityBlocks = ({ quality }: Review, named: Named): readonly Block[] => {
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

const learned = ({ feedback }: Review, named: Named): readonly Block[] => {
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

const conformanceBlocks = ({ conformance, violations }: Review, link: Linker, named: Named): readonly Block[] => {
  const kinds = groupBy(violations, ({ party, message }) => JSON.stringify([party, message]));
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

const disputed = ({ disputes, pact }: Review, link: Linker, named: Named): readonly Block[] =>
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

const dueNext = ({ due, asOf, pact }: Review, link: Linker, named: Named, most: number): readonly Block[] => {
  const next = due.filter(({ dueAt }) => dueAt >= asOf);
  const overdue = due.filter(({ dueAt }) => dueAt < asOf).reverse();
  const rows = (items: typeof due): readonly (readonly (Cell | string)[])[] =>
    items
      .slice(0, most)
      .map((item) => [
        wallClock(pact.zone, item.dueAt),
        item.dueAt >= asOf ? `${workingTime(item.leftMs)} left` : `${workingTime(-item.leftMs)} over`,
        item.title,
        link('lead', item.leadId),
        item.person === null ? named('parties', item.by) : named('people', item.person),
        { text: item.flag, tone: item.flag === 'green' ? 'good' : item.flag === 'yellow' ? 'warn' : 'bad' },
      ]);
  const titles = [`Due (${pact.zone})`, 'Working time', 'Promise', 'Lead', 'Owed by', 'Flag'];
  return [
    heading(2, 'Due next'),
    ...(next.length === 0 ? [paragraph('Nothing is running.')] : [table(titles, rows(next))]),
    ...(next.length > most ? [paragraph(`… and ${count(next.length - most)} more.`)] : []),
    ...(overdue.length === 0
      ? []
      : [
          heading(3, 'Overdue and still open'),
          table(titles, rows(overdue)),
          ...(overdue.length > most ? [paragraph(`… and ${count(overdue.length - most)} more, the oldest due ${duration(asOf - (overdue.at(-1)?.dueAt ?? asOf))} ago.`)] : []),
        ]),
  ];
};

const evidence = ({ imports, log, notices }: Review, most: number): readonly Block[] => {
  const rejected = imports.flatMap(({ source, rejectedRows }) => rejectedRows.map((row) => ({ source, ...row })));
  return [
    heading(2, 'What this was made from'),
    ...(imports.length === 0
      ? []
      : [
          table(
            ['File', 'Rows read>', 'Accepted>', 'Rejected>', 'Ignored by rule>'],
            imports.map((one) => [one.source, count(one.read), count(one.accepted), one.rejected === 0 ? '0' : { text: count(one.rejected), tone: 'warn' }, count(one.ignored)]),
          ),
        ]),
    list([
      `Events: ${count(log.read)} read = ${count(log.kept)} counted + ${count(log.duplicates)} duplicates + ${count(log.cut)} after the moment of judgement + ${count(log.voided)} taken back + ${count(log.directives)} corrections, merges and erasures.`,
      ...(log.conflicts === 0 ? [] : [`${count(log.conflicts)} of the duplicates had other content; the first row counts.`]),
      ...(notices.length === 0 ? [] : [`${count(notices.length)} notes on the log, such as: ${notices[0]?.message ?? ''}.`]),
    ]),
    ...(rejected.length === 0
      ? []
      : [
          heading(3, 'Rows that could not be read'),
          table(
            ['File', 'Line>', 'Where', 'Why'],
            rejected.slice(0, most * 2).flatMap(({ source, line, issues }) => issues.map((issue) => [source, String(line), formatPath(issue.path), issue.message])),
          ),
          ...(rejected.length > most * 2 ? [paragraph(`… and ${count(rejected.length - most * 2)} more rows, each in the review as JSON.`)] : []),
        ]),
  ];
};
