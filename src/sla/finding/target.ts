import { toWhole, type Whole } from '../../kernel/ratio.js';
import type { ClauseBase, ClauseContext } from '../clause.js';
import { countStates, findingHead, type Alarm, type ClauseEvidence, type ClauseFinding } from './finding.js';
import type { Pace } from './pace.js';
import { progress, type Progress, type Step } from './progress.js';
import { counted, percent } from '../words.js';

/** What a clause that asks for so much in a period found. */
export interface Target {
  /** So much, in whole units. */
  readonly amount: bigint;
  readonly pace: Pace;
  readonly steps: readonly Step[];
  /** By moment, in any order; what lies outside the period or at or after `asOf` is left out. */
  readonly evidence: readonly ClauseEvidence[];
  /** What is counted; a currency where it is money. */
  readonly unit: string;
  readonly currency?: string;
  /** `Marketing brought 3 leads to "mql"`. */
  readonly say: (reached: Whole) => string;
  /** An amount in words: `44`, `1,200.00 EUR`. */
  readonly words: (amount: Whole) => string;
  readonly alarms?: readonly Alarm[];
}

/**
 * Judge a clause that asks for so much in a period. The finding's numerator is what was reached, its denominator the
 * target, and `agreed` the part of it that is to be reached by now, or by the deadline. What came after the deadline is
 * evidence of having been late.
 */
export const assessTarget = (clause: ClauseBase, context: ClauseContext, target: Target): ClauseFinding => {
  const { period, asOf } = context;
  const { amount, pace, steps, unit, currency = null, alarms = [] } = target;
  const come = progress(amount, steps, pace, period, asOf, () => context.openHoursOf(clause.by, null, clause.calendar ?? null).open);
  const evidence = target.evidence
    .filter(({ startedAt }) => startedAt >= period.start && startedAt < period.end && startedAt < asOf)
    .map((one) => (one.state === 'met' && one.startedAt >= come.deadline ? { ...one, state: 'answered_late' as const } : one))
    .sort((a, b) => a.startedAt - b.startedAt);
  return {
    ...findingHead(clause, context),
    state: come.state,
    counts: countStates(evidence),
    numerator: toWhole(come.reached),
    denominator: toWhole(amount),
    agreed: come.agreed,
    evidence,
    alarms,
    deadline: come.deadline,
    plot: { unit, currency, target: toWhole(amount), days: come.days },
    sentence: [sentenceOf(target, come, asOf >= period.end), ...alarms.map(({ sentence }) => sentence)].join(' '),
  };
};

const sentenceOf = ({ amount, pace, say, words }: Target, come: Progress, over: boolean): string => {
  const { reached, passed, all, agreed, deadline, inTime, days } = come;
  const [brought, asked] = [say(toWhole(reached)), words(toWhole(amount))];
  const share = percent({ numerator: toWhole(reached), denominator: toWhole(amount) }, agreed);
  if (pace === 'period_end') return `${brought} of ${asked} agreed${over ? '' : ' by the end of the period'} (${share}).`;
  if ('prorate' in pace) {
    const day = pace.prorate === 'working_day' ? 'working day' : 'day';
    if (all === 0) return `${brought}; ${asked} are agreed, but the period has no ${day}.`;
    if (passed === all) return `${brought} of ${asked} agreed (${share}).`;
    return (
      `${brought} of ${asked} agreed for the whole period (${share}); ` +
      `${String(passed)} of its ${counted(all, day, `${day}s`)} are over (${percent({ numerator: passed, denominator: all })}).`
    );
  }
  const last = days.find(({ until }) => until === deadline)?.date ?? '';
  const late = !inTime && reached >= amount ? ' Not all of it came in time.' : '';
  return `${brought} of ${asked} agreed by ${last} (${share}).${late}`;
};

/** A row of evidence of something that happened and has no clock. */
export const evidenceAt = (
  what: Pick<ClauseEvidence, 'startedAt' | 'startedEvent'> & Partial<ClauseEvidence>,
): ClauseEvidence => ({
  leadId: null,
  delivery: null,
  person: null,
  state: 'met',
  dueAt: null,
  stoppedAt: null,
  stoppedEvent: null,
  marginMs: null,
  because: null,
  ...what,
});

/** An alarm about some evidence; none where there is none. */
export const alarmOf = (kind: string, evidence: readonly ClauseEvidence[], sentence: string): readonly Alarm[] =>
  evidence.length === 0 ? [] : [{ kind, count: evidence.length, sentence, evidence }];
