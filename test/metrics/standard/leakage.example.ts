import { leakLostOnConvert, leakStalled, leakUnaccepted, leakUnowned, leakUnrouted, leakUntouched } from 'revpact/metrics';
import type { ShownFacts, Theme } from '../../support/worked-example.js';

/** Nobody has Ann; nobody delivered Ben; Dan expired; Eva is new. */
const qualified: ShownFacts = {
  leads: [
    { leadId: 'ann', mqlAt: '04-02', assignedAt: null, routedAt: null },
    { leadId: 'ben', mqlAt: '04-02', assignedAt: '04-03', routedAt: null },
    { leadId: 'cem', mqlAt: '04-10', assignedAt: '04-11', routedAt: '04-12' },
    { leadId: 'dan', mqlAt: '04-15', assignedAt: null, routedAt: null },
    { leadId: 'eva', mqlAt: '06-28', assignedAt: null, routedAt: null },
  ],
  exits: [{ leadId: 'dan', exit: 'expired', at: '04-20' }],
};

const delivered: ShownFacts = {
  handOffs: [
    { leadId: 'tried', deliveredAt: '04-02', acceptedAt: '04-03', rejectedAt: null, firstAttemptAt: '04-04' },
    { leadId: 'unanswered', deliveredAt: '04-05', acceptedAt: null, rejectedAt: null, firstAttemptAt: null },
    { leadId: 'sent_back', deliveredAt: '04-06', acceptedAt: null, rejectedAt: '04-07', firstAttemptAt: null },
    { leadId: 'untouched', deliveredAt: '04-08', acceptedAt: '04-09', rejectedAt: null, firstAttemptAt: null },
    { leadId: 'let_go', deliveredAt: '04-08', acceptedAt: '04-09', rejectedAt: null, firstAttemptAt: null },
    { leadId: 'called_us', deliveredAt: '04-08', acceptedAt: '04-09', rejectedAt: null, firstAttemptAt: null },
    { leadId: 'new', deliveredAt: '06-29', acceptedAt: null, rejectedAt: null, firstAttemptAt: null },
  ],
  exits: [{ leadId: 'let_go', exit: 'disqualified', at: '04-20' }],
  activities: [{ leadId: 'called_us', kind: 'contact', at: '04-10' }],
};

const inWork: ShownFacts = {
  stageVisits: [
    { leadId: 'customer', stage: 'mql', enteredAt: '04-01' },
    { leadId: 'stalled', stage: 'sal', enteredAt: '04-05' },
    { leadId: 'customer', stage: 'won', enteredAt: '05-01' },
    { leadId: 'alive', stage: 'mql', enteredAt: '05-02' },
    { leadId: 'booked', stage: 'mql', enteredAt: '05-10' },
    { leadId: 'recent', stage: 'sql', enteredAt: '06-15' },
  ],
  activities: [
    { leadId: 'stalled', kind: 'attempt', at: '04-06' },
    { leadId: 'alive', kind: 'attempt', at: '06-20' },
  ],
  meetings: [{ leadId: 'booked', bookedAt: '06-25', startsAt: '07-10' }],
};

const share = (numerator: number, denominator: number, value: string): object => ({ kind: 'fraction', numerator, denominator, open: 0, value });
const notLeft = 'that has no exit at or after that and before asOf';

export const leakageTheme: Theme = {
  title: 'Leakage',
  intro:
    'No formula of leakage is accepted, so that each kind of leak is a number of its own: a share of the leads that had the time. What has left by an exit is no leak: ' +
    'somebody said what became of it. Seven and thirty days stand in the definitions; a host that agrees on others takes these as a start.',
  examples: [
    {
      metric: leakUnowned,
      formula: `Leads whose \`mqlAt\` lies in the period and at least 7 × 24 hours before asOf, never assigned before asOf and ${notLeft} ÷ leads whose \`mqlAt\` lies so.`,
      facts: qualified,
      is: share(1, 4, '0.2500'),
      says: 'Ann. Dan had no owner either, but somebody let him expire; Eva has had three days.',
    },
    {
      metric: leakUnrouted,
      formula: `Leads whose \`mqlAt\` lies in the period and at least 7 × 24 hours before asOf, never delivered before asOf and ${notLeft} ÷ leads whose \`mqlAt\` lies so.`,
      facts: qualified,
      is: share(2, 4, '0.5000'),
      says: 'Ann and Ben.',
    },
    {
      metric: leakUnaccepted,
      formula:
        'Hand-offs delivered in the period, at least 7 × 24 hours before asOf, and not accepted, rejected, expired or superseded before asOf ÷ hand-offs delivered so.',
      facts: delivered,
      is: share(1, 6, '0.1667'),
    },
    {
      metric: leakUntouched,
      formula:
        'Hand-offs accepted in the period, at least 7 × 24 hours before asOf, without a first attempt, not superseded, without any activity of a person on the lead at or after the delivery, and whose lead has no exit at or after the acceptance, all before asOf ÷ hand-offs accepted so.',
      facts: delivered,
      is: share(1, 4, '0.2500'),
      says: 'Of tried, untouched, let go and called us.',
    },
    {
      metric: leakStalled,
      formula:
        'Stays, not inferred, in stages of the milestones `mql`, `delivered`, `accepted` or `sql` that began before the cut (the end of the period, or asOf where that is earlier) and had not ended by then: those that began at least 30 × 24 hours before it and whose lead has no activity of a person and no booking less than 30 × 24 hours before it ÷ all of them.',
      facts: inWork,
      is: share(1, 4, '0.2500'),
      says: 'Of stalled, alive, booked and recent; a customer is in none of these stages.',
    },
    {
      metric: leakLostOnConvert,
      formula:
        'Of each lead the first entry ever into `opportunity` (by moment, then number of the stay), where it is not inferred and lies in the period, at least 7 × 24 hours before asOf: those of whose lead no opportunity was opened before asOf ÷ all of them.',
      facts: {
        stageVisits: [
          { leadId: 'a', stage: 'sql', enteredAt: '04-05' },
          { leadId: 'b', stage: 'sql', enteredAt: '04-10' },
          { leadId: 'c', stage: 'sql', enteredAt: '06-28' },
        ],
        opportunities: [{ opportunityId: 'o', leadId: 'a', openedAt: '04-06' }],
      },
      is: share(1, 2, '0.5000'),
    },
  ],
};
