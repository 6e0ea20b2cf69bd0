import type { Whole } from '../../kernel/ratio.js';
import type { ZoneId } from '../../kernel/zone.js';
import type { Review } from '../../pact/review.js';
import type { Alarm, ClauseEvidence, ClauseFinding, FindingState } from '../../sla/finding/finding.js';
import { heading, paragraph, table, withoutEmptyColumns, type Block, type Cell, type Tone } from '../document.js';
import type { Linker } from '../links.js';
import type { Named } from '../names.js';
import { count, money, percent, wallClock, workingTime } from '../words.js';
import { plotTable } from './plot.js';

const TONES: Readonly<Record<FindingState, Tone>> = { kept: 'good', at_risk: 'warn', broken: 'bad', excused: 'warn', unproven: 'muted' };

/** A finding's state in words, with its tone. */
export const stateCell = (state: FindingState): Cell => ({ text: state.replace('_', ' '), tone: TONES[state] });

/** The clauses: one line each, then what lies behind those that were not simply kept. */
export const promises = (review: Review, link: Linker, named: Named, most: number): readonly Block[] => [
  heading(2, 'Promises'),
  table(
    ['Finding', 'Promise', 'Owed by', 'To', 'Found>', 'Agreed>', 'Records>'],
    review.findings.map((finding) => [
      stateCell(finding.state),
      finding.title,
      named('parties', finding.by),
      named('parties', finding.to),
      found(finding),
      percent(finding.agreed.numerator, finding.agreed.denominator),
      count(finding.evidence.length),
    ]),
  ),
  ...review.findings.flatMap((finding) => detail(finding, review, link, named, most)),
];

const detail = (finding: ClauseFinding, { pact }: Review, link: Linker, named: Named, most: number): readonly Block[] => {
  const failed = finding.evidence.filter(({ state }) => state === 'breached_open' || state === 'answered_late');
  const worst = [...failed].sort((a, b) => (a.marginMs ?? 0) - (b.marginMs ?? 0)).slice(0, Math.ceil(most / 2));
  return [
    heading(3, `${finding.title}: ${finding.state.replace('_', ' ')}`),
    paragraph(finding.sentence),
    ...finding.alarms.flatMap((alarm) => alarming(alarm, pact.zone, link, named, most)),
    ...(finding.plot === null ? [] : plotTable(finding.plot, most)),
    ...(finding.state === 'kept' || worst.length === 0
      ? []
      : [
          withoutEmptyColumns(
            table(
              ['Lead', `Started (${pact.zone})`, 'State', 'Working time over>', 'Who', 'Because'],
              worst.map((one) => [
                one.leadId === null ? '' : link('lead', one.leadId),
                wallClock(pact.zone, one.startedAt),
                one.state.replace('_', ' '),
                over(one),
                named('people', one.person),
                one.because ?? '',
              ]),
            ),
          ),
          ...(failed.length > worst.length ? [paragraph(`… and ${count(failed.length - worst.length)} more, each in the findings as CSV and JSON.`)] : []),
        ]),
  ];
};

/** The share that was found and what makes it: money as money, anything else as a number. */
const found = ({ numerator, denominator, plot }: ClauseFinding): string => {
  if (denominator === 0) return '–';
  const currency = plot?.currency ?? null;
  const amount = (whole: Whole): string => (currency === null ? count(whole) : money({ minor: whole, currency }));
  return `${percent(numerator, denominator)} (${amount(numerator)}/${amount(denominator)})`;
};

/** What the share does not show, and the records behind it. */
const alarming = ({ kind, evidence }: Alarm, zone: ZoneId, link: Linker, named: Named, most: number): readonly Block[] => [
  paragraph(`Alarm: ${kind.replaceAll('_', ' ')}.`),
  withoutEmptyColumns(
    table(
      ['Lead', `Since (${zone})`, 'Who', 'Because'],
      evidence
        .slice(0, Math.ceil(most / 2))
        .map((one) => [one.leadId === null ? '' : link('lead', one.leadId), wallClock(zone, one.startedAt), named('people', one.person), one.because ?? '']),
    ),
  ),
  ...(evidence.length > Math.ceil(most / 2) ? [paragraph(`… and ${count(evidence.length - Math.ceil(most / 2))} more, each in the review as JSON.`)] : []),
];

const over = ({ marginMs }: ClauseEvidence): string => (marginMs === null ? '' : workingTime(-marginMs));
