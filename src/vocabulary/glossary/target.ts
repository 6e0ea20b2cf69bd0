import type { Term } from './term.js';
import { OURS, topic } from './topic.js';

/** Whom to call, and what was learned. */
export const TARGET_TERMS: readonly Term[] = /* @__PURE__ */ topic('target', [
  {
    id: 'target_filter',
    term: 'Target filter',
    definition: 'The agreed description of whom to sell to, as questions about an account with points.',
    said: [
      ['ideal customer profile (ICP)', 'both sides'],
      ['ICP', 'both sides'],
    ],
    not: [['target_list', 'the list is what the filter leaves of the accounts']],
    as: { schema: ['TargetFilter'] },
    source: OURS,
  },
  {
    id: 'must_have',
    term: 'Must-have',
    definition: 'A question of the target filter that an account has to answer with yes.',
    said: [['knock-out criterion', 'sales']],
    not: [['disqualifier', 'that has to be answered with no']],
    source: OURS,
  },
  {
    id: 'disqualifier',
    term: 'Disqualifier',
    definition: 'A question of the target filter that keeps an account out when it is answered with yes.',
    said: [['knock-out criterion', 'marketing']],
    source: OURS,
  },
  {
    id: 'fit',
    term: 'Fit',
    definition: 'How well an account matches the target filter, whatever it does.',
    said: [['demographic score', 'Marketo']],
    not: [['engagement', 'who is busy on our site may still not fit']],
    source: OURS,
  },
  {
    id: 'engagement',
    term: 'Engagement',
    definition: 'How much somebody does that shows interest, whoever they are.',
    said: [
      ['behaviour score', 'Marketo'],
      ['intent', 'marketing'],
    ],
    not: [['fit', 'who fits may still not be interested']],
    source: OURS,
  },
  {
    id: 'tier',
    term: 'Tier',
    definition: 'A class of accounts, by the points that they have in the target filter.',
    said: [
      ['grade', 'marketing'],
      ['segment', 'sales'],
    ],
    source: OURS,
  },
  {
    id: 'target_list',
    term: 'Target list',
    definition: 'The accounts that both sides agreed to call.',
    said: [['named accounts', 'sales']],
    as: { metric_unit: ['list entry'] },
    source: OURS,
  },
  {
    id: 'dossier',
    term: 'Dossier',
    definition: 'The agreed research that comes with an account on the target list, and how much of it is there.',
    said: [['account plan', 'sales']],
    source: OURS,
  },
  {
    id: 'call_gate',
    term: 'Call gate',
    definition: 'The check before a call or message: an opt-out or an account that is off the list refuses it, with the reason.',
    source: OURS,
  },
  {
    id: 'list_compliance',
    term: 'List compliance',
    definition: 'The share of calls that went to accounts on the target list.',
    source: OURS,
  },
  {
    id: 'exit_reason',
    term: 'Exit reason',
    definition: 'An agreed reason why a lead leaves, with what must be said and done before anyone may give it.',
    said: [
      ['reject code', 'Oracle'],
      ['lost reason', 'Salesforce'],
    ],
    not: [['rejection_class', 'a class says on which ground; a reason says why']],
    as: { schema: ['ExitReason'] },
    source: 'siriusdecisions.com/blog/sales-accepted-leads-disqualification-reasons',
  },
  {
    id: 'specifics',
    term: 'Specifics',
    definition: 'What an exit has to say besides its reason, by name: which competitor, which field was wrong.',
    source: OURS,
  },
  {
    id: 'precondition',
    term: 'Precondition',
    definition: 'What must have been done since the last delivery before a reason may be given: so many attempts before "unreachable".',
    source: 'siriusdecisions.com/blog/sales-accepted-leads-disqualification-reasons',
  },
  {
    id: 'learning',
    term: 'Learning',
    definition: 'What a conversation taught us about the market, the message or the account, for the side that was not there.',
    not: [['feedback', 'feedback is what one side says about a lead, not what the lead told']],
    source: OURS,
  },
  {
    id: 'message',
    term: 'Message',
    definition: 'One of the agreed things to say, by name, so that one can tell which of them works.',
    said: [['talk track', 'sales']],
    source: OURS,
  },
  {
    id: 'objection',
    term: 'Objection',
    definition: 'What the lead held against it, by name.',
    source: OURS,
  },
]);
