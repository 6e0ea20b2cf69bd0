import * as z from 'zod';
import { schema } from '../../kernel/schema.js';
import type { ActivityFact, Facts } from '../../vocabulary/fact.js';
import { Id } from '../../vocabulary/words.js';
import { clauseBase, clauseKind, Share, type ClauseBase } from '../clause.js';
import { listsOf, type Lists } from '../reading/lists.js';
import { logOrder } from '../reading/log-order.js';
import { assessShare, type Outcome } from '../finding/share.js';
import { againstAgreed } from '../finding/timed.js';
import { counted, partyWithin, partyWords } from '../words.js';

/** How a list-compliance clause is written. */
export const listComplianceShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    ...clauseBase,
    kind: z.literal('list_compliance'),
    /** Which list, as the events that provide it name it: `target_list`. */
    item: Id,
    /** first_attempts: the party's first attempt on each lead. all_attempts: every one. */
    counting: z.enum(['first_attempts', 'all_attempts']),
    /** The agreed share of attempts on accounts of the list. */
    share: Share,
    /** The share is judged only once so many were: fewer prove nothing. */
    minimumSample: z.int().min(1).max(1_000_000).exactOptional(),
  }),
);
/** A party works the agreed list and nobody else. */
export interface ListCompliance extends z.infer<typeof listComplianceShape> {}
export const ListCompliance: z.ZodType<ListCompliance> = listComplianceShape;

const isOwn = (clause: ClauseBase): clause is ListCompliance => clause.kind === 'list_compliance';

/** The attempts by people of a party, in order: all, or the first on each lead. */
const attemptsOf = ({ by, counting }: ListCompliance, facts: Facts): readonly ActivityFact[] => {
  const { compare } = logOrder(facts);
  const attempts = facts.activities
    .filter(({ kind, human, party }) => kind === 'attempt' && human && party === by)
    .sort((a, b) => compare({ at: a.at, event: a.eventId }, { at: b.at, event: b.eventId }));
  if (counting === 'all_attempts') return attempts;
  const met = new Set<string>();
  return attempts.filter(({ leadId }) => !met.has(leadId) && met.add(leadId));
};

const outcomeOf = (lists: Lists, accountId: string | null, attempt: ActivityFact): Outcome => {
  if (accountId === null) return { state: 'unproven', because: 'no account is known' };
  switch (lists.has(accountId, attempt)) {
    case 'on':
      return { state: 'met', because: null };
    case 'off':
      // By leave that somebody who may gave before: as agreed, and the list of exceptions tells how many there are.
      if (attempt.excepted === true) return { state: 'met', because: `${accountId} was let through` };
      return { state: 'breached_open', because: `${accountId} was not on the list` };
    case 'no_list':
      return { state: 'unproven', because: 'no list had been provided' };
    case 'unclear':
      return { state: 'unproven', because: 'the list changed on a day that is all that is known' };
  }
};

/**
 * List compliance: the share of attempts by people of a party on accounts that were on the list that it had last been
 * provided with, by whomever, or let through by an exception then in force. Attempts on a lead without an account, or before there was a list, prove nothing.
 */
export const listCompliance = /* @__PURE__ */ clauseKind<ListCompliance>({
  kind: 'list_compliance',
  title: 'List compliance',
  byDelivery: false,
  lint: () => [],
  clocks: () => [],
  breaches: () => [],
  assess: (clause, facts, context) => {
    const known = new Map<string, Lists>();
    const lists = (item: string): Lists => {
      const found = known.get(item) ?? listsOf(facts, item, clause.by);
      known.set(item, found);
      return found;
    };
    const accounts = new Map(facts.leads.map(({ leadId, accountId }) => [leadId, accountId]));
    return assessShare(clause, context, {
      all: attemptsOf(clause, facts).map((attempt) => ({ ...attempt, delivery: null, startedAt: attempt.at, event: attempt.eventId })),
      outcome: (one) => {
        const worded = context.wordingAt(clause, one.startedAt);
        if (worded === null || !isOwn(worded)) return null;
        return outcomeOf(lists(worded.item), one.accountId ?? accounts.get(one.leadId) ?? null, one);
      },
      say: ({ met }, judged) => {
        const [one, many] = clause.counting === 'first_attempts' ? ['first attempt', 'first attempts'] : ['attempt', 'attempts'];
        return judged === 0
          ? `No ${one} by ${partyWithin(clause.by, context.partyNames)} could be held against "${clause.item}".`
          : `${partyWords(clause.by, context.partyNames)} made ${String(met)} of ${counted(judged, one, many)} on accounts of "${clause.item}" ` +
              againstAgreed(clause, met, judged);
      },
    });
  },
});
