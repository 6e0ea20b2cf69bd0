import { groupBy } from '../../kernel/group.js';
import type { Instant } from '../../kernel/instant.js';
import { EVIDENCE_MINIMUM, shareOf, type Share } from '../../kernel/share.js';
import { CALL_OUTCOMES, CHANNELS, type CallOutcome, type Channel } from '../../vocabulary/activity.js';
import type { ActivityFact, ConversationFact } from '../../vocabulary/fact.js';
import type { Period } from '../../vocabulary/period.js';

/** Attempts by one channel with one outcome. */
export interface OutcomeCount {
  readonly channel: Channel;
  readonly outcome: CallOutcome;
  readonly count: number;
  /** Of the attempts by that channel whose outcome was said. */
  readonly share: Share;
}

/** How often people of ours tried, and what became of it. Says nothing about why any lead left. */
export interface CallSummary {
  readonly period: string;
  readonly asOf: Instant;
  /** By people. */
  readonly attempts: number;
  /** By automation, in none of the other figures. */
  readonly automated: number;
  /** Attempts of which nobody said what became. */
  readonly unsaid: number;
  /** By channel and outcome, each in the order of the vocabulary. */
  readonly outcomes: readonly OutcomeCount[];
  /** Connect rate: somebody was spoken with or wrote back, of the attempts whose outcome was said. */
  readonly connected: Share;
  /** Wrong number or bounced, of the attempts whose outcome was said: what a list is worth. */
  readonly badData: Share;
  /** Leads spoken with in the period, of the leads tried in it. */
  readonly leadsReached: Share;
}

/**
 * Sum up the attempts of a period by what became of them: `period.start` ≤ at < `period.end`, and strictly before asOf. A
 * lead was reached where an attempt connected or was replied to, or a conversation with it is on record: a contact made, or
 * a meeting held, which `conversations` tell.
 *
 * @param options - Shares of fewer cases than `minimum` are marked as not enough evidence; 30 where left out.
 */
export const callSummary = (
  activities: readonly ActivityFact[],
  options: {
    readonly period: Period;
    readonly asOf: Instant;
    readonly conversations?: readonly Pick<ConversationFact, 'leadId' | 'at' | 'human'>[];
    readonly minimum?: number;
  },
): CallSummary => {
  const { period, asOf, conversations = [], minimum = EVIDENCE_MINIMUM } = options;
  const inPeriod = ({ at }: { readonly at: Instant }): boolean => period.start <= at && at < period.end && at < asOf;
  const within = activities.filter(inPeriod);
  const attempts = within.filter(({ kind, human }) => kind === 'attempt' && human);
  const said = attempts.filter(({ outcome }) => outcome !== null);
  const having = (...outcomes: readonly CallOutcome[]): number => said.filter(({ outcome }) => outcomes.some((one) => one === outcome)).length;
  const tried = new Set(attempts.map(({ leadId }) => leadId));
  const spokenWith = within.filter(({ kind, outcome }) => kind === 'contact' || outcome === 'connected' || outcome === 'replied');
  const reached = new Set(
    [...spokenWith, ...conversations.filter(inPeriod)].flatMap(({ human, leadId }) => (human && tried.has(leadId) ? [leadId] : [])),
  );
  const byChannel = groupBy(said, ({ channel }) => channel);
  return {
    period: period.label,
    asOf,
    attempts: attempts.length,
    automated: within.filter(({ kind, human }) => kind === 'attempt' && !human).length,
    unsaid: attempts.length - said.length,
    outcomes: CHANNELS.flatMap((channel) => {
      const here = groupBy(byChannel.get(channel) ?? [], ({ outcome }) => outcome);
      const all = byChannel.get(channel)?.length ?? 0;
      return CALL_OUTCOMES.flatMap((outcome) => {
        const count = here.get(outcome)?.length ?? 0;
        return count === 0 ? [] : [{ channel, outcome, count, share: shareOf(count, all, minimum) }];
      });
    }),
    connected: shareOf(having('connected', 'replied'), said.length, minimum),
    badData: shareOf(having('wrong_number', 'bounced'), said.length, minimum),
    leadsReached: shareOf(reached.size, tried.size, minimum),
  };
};
