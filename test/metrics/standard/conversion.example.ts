import {
  inquiryToMqlRate,
  inquiryToMqlRatePeriod,
  inquiryToMqlRateReached,
  inquiryToWonRate,
  inquiryToWonRateAccounts,
  mqlToOpportunityRate,
  mqlToSalRate,
  mqlToSalRatePeriod,
  mqlToSalRateReached,
  mqlToSqlRate,
  mqlToSqlRate90Days,
  mqlToSqlRateAccounts,
  mqlToSqlRateEvery,
  mqlToSqlRateLast,
  mqlToSqlRateMatured,
  mqlToSqlRatePeriod,
  mqlToSqlRateReached,
  mqlToWonRate,
  opportunityToWonRate,
  opportunityToWonRatePeriod,
  salToSqlRate,
  salToSqlRatePeriod,
  salToSqlRateReached,
  sqlToOpportunityRate,
  sqlToOpportunityRatePeriod,
  sqlToOpportunityRateReached,
} from 'revpact/metrics';
import type { ShownFacts, Theme } from '../../support/worked-example.js';

/** Seven leads on which the variants of one rate disagree. */
const lives: ShownFacts = {
  leads: [
    { leadId: 'quick', accountId: 'acme' },
    { leadId: 'slow', accountId: 'acme' },
    { leadId: 'skips', accountId: 'beta' },
    { leadId: 'waits', accountId: 'beta' },
    { leadId: 'again', accountId: null },
    { leadId: 'old', accountId: 'gamma' },
    { leadId: 'older', accountId: 'delta' },
  ],
  stageVisits: [
    { leadId: 'older', stage: 'mql', enteredAt: '02-01' },
    { leadId: 'old', stage: 'mql', enteredAt: '03-01' },
    { leadId: 'quick', stage: 'mql', enteredAt: '04-02' },
    { leadId: 'slow', stage: 'mql', enteredAt: '04-02' },
    { leadId: 'slow', stage: 'rejected', enteredAt: '04-03' },
    { leadId: 'old', stage: 'sql', enteredAt: '04-04' },
    { leadId: 'again', stage: 'mql', enteredAt: '04-05' },
    { leadId: 'quick', stage: 'sql', enteredAt: '04-10' },
    { leadId: 'again', stage: 'sql', enteredAt: '04-20' },
    { leadId: 'slow', stage: 'mql', enteredAt: '05-02' },
    { leadId: 'older', stage: 'sql', enteredAt: '05-05' },
    { leadId: 'skips', stage: 'mql', enteredAt: '05-10' },
    { leadId: 'again', stage: 'recycled', enteredAt: '06-01' },
    { leadId: 'skips', stage: 'won', enteredAt: '06-15' },
    { leadId: 'waits', stage: 'mql', enteredAt: '06-30' },
    { leadId: 'again', stage: 'mql', enteredAt: '07-10' },
    { leadId: 'slow', stage: 'sql', enteredAt: '08-15' },
  ],
};

/** Five people of one account, one deal. */
export const walk: ShownFacts = {
  leads: ['i1', 'i2', 'i3', 'i4', 'i5'].map((leadId) => ({ leadId, accountId: 'acme' })),
  stageVisits: [
    { leadId: 'i1', stage: 'inquiry', enteredAt: '04-01' },
    { leadId: 'i2', stage: 'inquiry', enteredAt: '04-02' },
    { leadId: 'i1', stage: 'mql', enteredAt: '04-03' },
    { leadId: 'i1', stage: 'sal', enteredAt: '04-04' },
    { leadId: 'i3', stage: 'inquiry', enteredAt: '04-05' },
    { leadId: 'i3', stage: 'mql', enteredAt: '04-06' },
    { leadId: 'i3', stage: 'rejected', enteredAt: '04-07' },
    { leadId: 'i2', stage: 'mql', enteredAt: '04-09' },
    { leadId: 'i1', stage: 'sql', enteredAt: '04-10' },
    { leadId: 'i2', stage: 'sal', enteredAt: '04-12' },
    { leadId: 'i4', stage: 'inquiry', enteredAt: '04-20' },
    { leadId: 'i5', stage: 'inquiry', enteredAt: '05-01' },
    { leadId: 'i5', stage: 'mql', enteredAt: '05-02' },
    { leadId: 'i5', stage: 'sal', enteredAt: '05-03' },
    { leadId: 'i5', stage: 'sql', enteredAt: '06-02' },
    { leadId: 'i1', stage: 'won', enteredAt: '06-10' },
  ],
};

/** Seven leads, some of which came before the quarter, and some of which skip stages. */
const skips: ShownFacts = {
  stageVisits: [
    { leadId: 'closed', stage: 'mql', enteredAt: '02-01' },
    { leadId: 'closed', stage: 'sal', enteredAt: '02-02' },
    { leadId: 'closed', stage: 'sql', enteredAt: '02-10' },
    { leadId: 'before', stage: 'inquiry', enteredAt: '03-20' },
    { leadId: 'before', stage: 'mql', enteredAt: '04-02' },
    { leadId: 'before', stage: 'sal', enteredAt: '04-03' },
    { leadId: 'jumper', stage: 'inquiry', enteredAt: '04-05' },
    { leadId: 'steady', stage: 'inquiry', enteredAt: '04-10' },
    { leadId: 'steady', stage: 'mql', enteredAt: '04-12' },
    { leadId: 'steady', stage: 'sal', enteredAt: '04-13' },
    { leadId: 'closed', stage: 'won', enteredAt: '04-15' },
    { leadId: 'before', stage: 'sql', enteredAt: '04-20' },
    { leadId: 'direct', stage: 'sal', enteredAt: '04-25' },
    { leadId: 'jumper', stage: 'sql', enteredAt: '05-01' },
    { leadId: 'stuck', stage: 'inquiry', enteredAt: '05-01' },
    { leadId: 'direct', stage: 'won', enteredAt: '05-02' },
    { leadId: 'stuck', stage: 'mql', enteredAt: '05-05' },
    { leadId: 'steady', stage: 'sql', enteredAt: '05-20' },
    { leadId: 'before', stage: 'won', enteredAt: '05-30' },
    { leadId: 'leaps', stage: 'mql', enteredAt: '06-01' },
    { leadId: 'leaps', stage: 'won', enteredAt: '06-20' },
  ],
};

const share = (numerator: number, denominator: number, open: number, value: string): object => ({ kind: 'fraction', numerator, denominator, open, value });

const cohort = (from: string, to: string): string =>
  `Leads whose first entry ever into \`${from}\` lies in the period and that entered \`${to}\` at that entry or after it, before asOf ÷ leads whose first entry ever into \`${from}\` lies in the period.`;

const perEach = (from: string, to: string): string =>
  `Leads whose first entry ever into \`${to}\` lies in the period ÷ leads whose first entry ever into \`${from}\` lies in the period.`;

const further = (from: string, to: string, later: string): string =>
  `Leads whose first entry ever into \`${from}\` lies in the period and that entered \`${to}\` or any later milestone that the framework maps (${later}) at that entry or after it, before asOf ÷ leads whose first entry ever into \`${from}\` lies in the period.`;

export const conversionTheme: Theme = {
  title: 'Conversion',
  intro:
    'One step, every way in which it is counted. A cohort follows the same leads; a period divides what happened in it, whoever it happened to. ' +
    'The variants of MQL to SQL stand on the same facts and differ.',
  examples: [
    { metric: inquiryToMqlRate, formula: cohort('inquiry', 'mql'), facts: walk, is: share(4, 5, 1, '0.8000') },
    { metric: mqlToSalRate, formula: cohort('mql', 'accepted'), facts: walk, is: share(3, 4, 1, '0.7500') },
    { metric: salToSqlRate, formula: cohort('accepted', 'sql'), facts: walk, is: share(2, 3, 1, '0.6667') },
    {
      metric: sqlToOpportunityRate,
      formula: cohort('sql', 'opportunity'),
      facts: walk,
      is: share(2, 2, 0, '1.0000'),
      says: 'This framework has one stage for both.',
    },
    { metric: opportunityToWonRate, formula: cohort('opportunity', 'won'), facts: walk, is: share(1, 2, 1, '0.5000') },
    { metric: mqlToOpportunityRate, formula: cohort('mql', 'opportunity'), facts: walk, is: share(2, 4, 2, '0.5000') },
    { metric: mqlToWonRate, formula: cohort('mql', 'won'), facts: walk, is: share(1, 4, 3, '0.2500') },
    {
      metric: inquiryToWonRate,
      formula: cohort('inquiry', 'won'),
      facts: walk,
      is: share(1, 5, 4, '0.2000'),
      says: 'Five people and one deal: 20 % of people, and 100 % of accounts.',
    },
    {
      metric: inquiryToWonRateAccounts,
      formula:
        'Accounts whose first entry ever (of any lead) into `inquiry` lies in the period and of which any lead entered `won` at that entry or after it, before asOf ÷ accounts whose first entry into `inquiry` lies in the period.',
      facts: walk,
      is: share(1, 1, 0, '1.0000'),
    },
    {
      metric: mqlToSqlRate,
      formula: cohort('mql', 'sql'),
      facts: lives,
      asOf: '09-01',
      is: share(3, 5, 2, '0.6000'),
      says: 'Quick, slow and again of these two and skips and waits.',
    },
    {
      metric: mqlToSqlRatePeriod,
      formula: 'Leads whose first entry ever into `sql` lies in the period ÷ leads whose first entry ever into `mql` lies in the period.',
      facts: lives,
      asOf: '09-01',
      is: share(4, 5, 0, '0.8000'),
      says: 'The SQLs are quick, again, old and older; old and older became MQL before the period. Slow reached SQL after it.',
    },
    {
      metric: mqlToSqlRateMatured,
      formula: `As the cohort rate, of leads whose first entry into \`mql\` lies at least 90 × 24 hours before asOf.`,
      facts: lives,
      asOf: '09-01',
      is: share(3, 4, 1, '0.7500'),
      says: 'Waits is 63 days old.',
    },
    {
      metric: mqlToSqlRate90Days,
      formula:
        'Leads whose first entry ever into `mql` lies in the period and at least 90 × 24 hours before asOf and that entered `sql` less than 90 × 24 hours after it ÷ leads whose first entry into `mql` lies so.',
      facts: lives,
      asOf: '09-01',
      is: share(2, 4, 0, '0.5000'),
      says: 'Slow took 135 days.',
    },
    {
      metric: mqlToSqlRateReached,
      formula: 'As the cohort rate, where an entry into `sql` or any later milestone that the framework maps (`opportunity`, `won`) converts.',
      facts: lives,
      asOf: '09-01',
      is: share(4, 5, 1, '0.8000'),
      says: 'Skips was won without ever being an SQL.',
    },
    {
      metric: mqlToSqlRateLast,
      formula:
        'Leads whose last entry before asOf into `mql` lies in the period and that entered `sql` at it or after it, before asOf ÷ leads whose last entry before asOf into `mql` lies in the period.',
      facts: lives,
      asOf: '09-01',
      is: share(2, 4, 2, '0.5000'),
      says: 'The last entry of again is in July.',
    },
    {
      metric: mqlToSqlRateEvery,
      formula:
        'Entries into `mql` in the period that were followed by an entry of the same lead into `sql` at them or after them, before asOf ÷ entries into `mql` in the period.',
      facts: lives,
      asOf: '09-01',
      is: share(4, 6, 2, '0.6667'),
      says: 'Slow counts twice, for one SQL.',
    },
    {
      metric: mqlToSqlRateAccounts,
      formula:
        'Accounts whose first entry ever (of any lead) into `mql` lies in the period and of which any lead entered `sql` at that entry or after it, before asOf ÷ accounts whose first entry into `mql` lies in the period.',
      facts: lives,
      asOf: '09-01',
      is: share(1, 2, 1, '0.5000'),
      says: 'Acme converted, beta did not; again has no account.',
    },
    {
      metric: inquiryToMqlRatePeriod,
      formula: perEach('inquiry', 'mql'),
      facts: skips,
      is: share(4, 3, 0, '1.3333'),
      says: 'MQLs are before, steady, stuck and leaps; inquiries are jumper, steady and stuck.',
    },
    {
      metric: mqlToSalRatePeriod,
      formula: perEach('mql', 'accepted'),
      facts: skips,
      is: share(3, 4, 0, '0.7500'),
      says: 'Direct was accepted without ever being an MQL, and counts.',
    },
    {
      metric: salToSqlRatePeriod,
      formula: perEach('accepted', 'sql'),
      facts: skips,
      is: share(3, 3, 0, '1.0000'),
      says: 'Jumper stands in for direct, which never became an SQL.',
    },
    {
      metric: sqlToOpportunityRatePeriod,
      formula: perEach('sql', 'opportunity'),
      facts: skips,
      is: share(3, 3, 0, '1.0000'),
      says: 'This framework has one stage for both.',
    },
    {
      metric: opportunityToWonRatePeriod,
      formula: perEach('opportunity', 'won'),
      facts: skips,
      is: share(4, 3, 0, '1.3333'),
      says: 'Of the four that were won, closed became an opportunity in February, and direct and leaps never did.',
    },
    {
      metric: inquiryToMqlRateReached,
      formula: further('inquiry', 'mql', '`accepted`, `sql`, `opportunity`, `won`'),
      facts: skips,
      is: share(3, 3, 0, '1.0000'),
      says: 'Jumper became an SQL at once: counted strictly it is 2 of 3.',
    },
    {
      metric: mqlToSalRateReached,
      formula: further('mql', 'accepted', '`sql`, `opportunity`, `won`'),
      facts: skips,
      is: share(3, 4, 1, '0.7500'),
      says: 'Leaps was won at once; stuck is still open.',
    },
    {
      metric: salToSqlRateReached,
      formula: further('accepted', 'sql', '`opportunity`, `won`'),
      facts: skips,
      is: share(3, 3, 0, '1.0000'),
      says: 'Direct was won without ever being an SQL.',
    },
    {
      metric: sqlToOpportunityRateReached,
      formula: further('sql', 'opportunity', '`won`'),
      facts: skips,
      is: share(3, 3, 0, '1.0000'),
      says: 'Where the framework has one stage for both, nobody skips it.',
    },
  ],
};
