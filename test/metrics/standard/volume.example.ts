import {
  customerVolume,
  deliveryVolume,
  inquiryVolume,
  mqlAccountVolume,
  mqlEntries,
  mqlGrowth,
  mqlVolume,
  opportunityLeadVolume,
  salVolume,
  sqlVolume,
  stageDepartures,
  stageEntries,
  stageFirstEntries,
  stageInventory,
  stageNetChange,
} from 'revpact/metrics';
import type { ShownFacts, Theme } from '../../support/worked-example.js';

/** Ann goes all the way; Bob and Dan are recycled; Cem has just come in. */
const lives: ShownFacts = {
  leads: [
    { leadId: 'ann', accountId: 'acme' },
    { leadId: 'bob', accountId: 'acme' },
    { leadId: 'cem', accountId: null },
    { leadId: 'dan', accountId: 'beta' },
  ],
  stageVisits: [
    { leadId: 'dan', stage: 'inquiry', enteredAt: '03-01' },
    { leadId: 'ann', stage: 'inquiry', enteredAt: '03-20' },
    { leadId: 'dan', stage: 'mql', enteredAt: '03-25' },
    { leadId: 'ann', stage: 'mql', enteredAt: '04-02' },
    { leadId: 'ann', stage: 'sal', enteredAt: '04-05' },
    { leadId: 'dan', stage: 'recycled', enteredAt: '04-08' },
    { leadId: 'bob', stage: 'inquiry', enteredAt: '04-10' },
    { leadId: 'bob', stage: 'mql', enteredAt: '04-12' },
    { leadId: 'bob', stage: 'rejected', enteredAt: '04-13' },
    { leadId: 'dan', stage: 'mql', enteredAt: '04-15' },
    { leadId: 'ann', stage: 'sql', enteredAt: '04-20' },
    { leadId: 'bob', stage: 'recycled', enteredAt: '04-20' },
    { leadId: 'cem', stage: 'inquiry', enteredAt: '05-01' },
    { leadId: 'bob', stage: 'mql', enteredAt: '05-04' },
    { leadId: 'ann', stage: 'won', enteredAt: '06-01' },
  ],
};

const count = (numerator: number): object => ({ kind: 'fraction', numerator, denominator: 1, value: String(numerator) });
const byStage = (counts: Readonly<Record<string, number>>): readonly object[] =>
  Object.entries(counts).map(([stage, numerator]) => ({ key: { 'row.stage': stage }, numerator, value: String(numerator) }));

export const volumeTheme: Theme = {
  title: 'Volume',
  intro: 'How many, stage by stage. First entries count a lead once in its life; every entry counts it each time it comes back.',
  examples: [
    {
      metric: inquiryVolume,
      formula: 'Leads whose first entry ever into a stage of the milestone `inquiry` lies in the period.',
      facts: lives,
      is: count(2),
      says: 'Bob and Cem; Ann and Dan came in before.',
    },
    {
      metric: mqlVolume,
      formula: 'Leads whose first entry ever into a stage of the milestone `mql` lies in the period.',
      facts: lives,
      is: count(2),
      says: 'Ann and Bob. Dan became MQL again in April, but first in March.',
    },
    {
      metric: mqlEntries,
      formula: 'Entries into a stage of the milestone `mql` in the period.',
      facts: lives,
      is: count(4),
      says: 'Ann once, Bob twice, Dan once.',
    },
    {
      metric: mqlAccountVolume,
      formula: 'Accounts of which the first entry ever of any lead into a stage of the milestone `mql` lies in the period; leads without an account are in none.',
      facts: lives,
      is: count(1),
      says: 'Acme, by Ann. Beta had its first in March.',
    },
    {
      metric: salVolume,
      formula: 'Leads whose first entry ever into a stage of the milestone `accepted` lies in the period.',
      facts: lives,
      is: count(1),
    },
    {
      metric: sqlVolume,
      formula: 'Leads whose first entry ever into a stage of the milestone `sql` lies in the period.',
      facts: lives,
      is: count(1),
    },
    {
      metric: opportunityLeadVolume,
      formula: 'Leads whose first entry ever into a stage of the milestone `opportunity` lies in the period.',
      facts: lives,
      is: count(1),
      says: 'This framework has one stage for SQL and opportunity.',
    },
    {
      metric: customerVolume,
      formula: 'Leads whose first entry ever into a stage of the milestone `won` lies in the period.',
      facts: lives,
      is: count(1),
    },
    {
      metric: deliveryVolume,
      formula: 'Hand-offs delivered in the period, by the party that receives.',
      facts: {
        handOffs: [
          { leadId: 'ann', toParty: 'sales_development', deliveredAt: '04-03' },
          { leadId: 'bob', toParty: 'sales_development', deliveredAt: '04-12' },
          { leadId: 'ann', toParty: 'sales', deliveredAt: '04-18' },
          { leadId: 'dan', toParty: 'sales_development', deliveredAt: '07-01' },
        ],
      },
      asOf: '07-10',
      is: {
        ...count(3),
        groups: [
          { key: { 'row.toParty': 'sales' }, numerator: 1 },
          { key: { 'row.toParty': 'sales_development' }, numerator: 2 },
        ],
      },
    },
    {
      metric: stageEntries,
      formula: 'Stays, not inferred, that began in the period, by stage.',
      facts: lives,
      is: { ...count(12), groups: byStage({ inquiry: 2, mql: 4, recycled: 2, rejected: 1, sal: 1, sql: 1, won: 1 }) },
    },
    {
      metric: stageFirstEntries,
      formula: 'Stays, not inferred, that began in the period and are the first of their lead in their stage, by stage.',
      facts: lives,
      is: { ...count(10), groups: byStage({ inquiry: 2, mql: 2, recycled: 2, rejected: 1, sal: 1, sql: 1, won: 1 }) },
    },
    {
      metric: stageDepartures,
      formula: 'Stays, not inferred, that ended in the period, by stage.',
      facts: lives,
      is: { ...count(10), groups: byStage({ inquiry: 2, mql: 3, recycled: 2, rejected: 1, sal: 1, sql: 1 }) },
    },
    {
      metric: stageInventory,
      formula: 'Stays, not inferred, that began before the end of the period (or asOf, where that is earlier) and had not ended by then, by stage.',
      facts: lives,
      is: { ...count(4), groups: byStage({ inquiry: 1, mql: 2, won: 1 }) },
    },
    {
      metric: stageNetChange,
      formula: 'Stays, not inferred, that began in the period, less those that ended in it, by stage.',
      facts: lives,
      is: {
        kind: 'formula',
        value: '2',
        groups: Object.entries({ inquiry: '0', mql: '1', recycled: '0', rejected: '0', sal: '0', sql: '0', won: '1' }).map(([stage, value]) => ({
          key: { 'row.stage': stage },
          value,
        })),
      },
      says: 'Two stood in a stage when the period began (Ann, Dan) and four when it ended.',
    },
    {
      metric: mqlGrowth,
      formula: '(First MQLs of the period − first MQLs of the period before) ÷ first MQLs of the period before.',
      facts: lives,
      is: { kind: 'formula', numerator: 1, denominator: 1, value: '1.0000' },
      says: 'Ann and Bob after Dan alone: it doubled.',
    },
  ],
};
