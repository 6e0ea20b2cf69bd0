import {
  inquiryToMqlTimeP50,
  mqlToSalTimeP50,
  mqlToSqlNotConverted,
  mqlToSqlTimeConvertersMean,
  mqlToSqlTimeConvertersP50,
  mqlToSqlTimeP50,
  mqlToSqlTimeP75,
  mqlToSqlTimeP90,
  mqlToWonTimeP50,
  opportunityToWonTimeP50,
  salToSqlTimeP50,
  sqlToOpportunityTimeP50,
  timeInStageCumulativeP50,
  timeInStageCumulativeP75,
  timeInStageCumulativeP90,
  timeInStageLeftP50,
  timeInStageOpenP50,
  timeInStageOpenP75,
  timeInStageOpenP90,
  timeInStageP50,
  timeInStageP75,
  timeInStageP90,
} from 'revpact/metrics';
import { DAY } from '../../support/metric-facts.js';
import type { ShownFacts, Theme } from '../../support/worked-example.js';
import { walk } from './conversion.example.js';

const HOUR = DAY / 24;

/** MQLs that stay 2, 4 and 6 days and one that stays on; SALs that stay 10 days and two that stay on. */
const stays: ShownFacts = {
  stageVisits: [
    { leadId: 'p', stage: 'mql', enteredAt: '04-01' },
    { leadId: 'q', stage: 'mql', enteredAt: '04-01' },
    { leadId: 'r', stage: 'mql', enteredAt: '04-01' },
    { leadId: 's', stage: 'mql', enteredAt: '04-02' },
    { leadId: 'p', stage: 'sal', enteredAt: '04-03' },
    { leadId: 'q', stage: 'sal', enteredAt: '04-05' },
    { leadId: 'r', stage: 'sal', enteredAt: '04-07' },
    { leadId: 'p', stage: 'sql', enteredAt: '04-13' },
  ],
};

/** Stays of 2 and 5 working hours and one that lasts; the stays after them are on nobody's calendar. */
const worked: ShownFacts = {
  stageVisits: [
    { leadId: 'w1', stage: 'mql', enteredAt: '04-02T16:00', enteredOpenMs: 7 * HOUR, leftOpenMs: 9 * HOUR },
    { leadId: 'w2', stage: 'mql', enteredAt: '04-02T16:00', enteredOpenMs: 7 * HOUR, leftOpenMs: 12 * HOUR },
    { leadId: 'w3', stage: 'mql', enteredAt: '04-02T16:00', enteredOpenMs: 7 * HOUR, leftOpenMs: null },
    { leadId: 'w1', stage: 'sal', enteredAt: '04-03T10:00', enteredOpenMs: null, leftOpenMs: null },
    { leadId: 'w2', stage: 'sal', enteredAt: '04-03T13:00', enteredOpenMs: null, leftOpenMs: null },
  ],
};

/** One lead that was MQL for 2 days and again for 4, one for 3, and one that still is. */
const returns: ShownFacts = {
  stageVisits: [
    { leadId: 't1', stage: 'mql', enteredAt: '04-01', earlierMs: 0 },
    { leadId: 't2', stage: 'mql', enteredAt: '04-02', earlierMs: 0 },
    { leadId: 't1', stage: 'recycled', enteredAt: '04-03', earlierMs: 0 },
    { leadId: 't2', stage: 'sal', enteredAt: '04-05', earlierMs: 0 },
    { leadId: 't3', stage: 'mql', enteredAt: '04-05', earlierMs: 0 },
    { leadId: 't1', stage: 'mql', enteredAt: '04-10', earlierMs: 2 * DAY },
    { leadId: 't1', stage: 'sal', enteredAt: '04-14', earlierMs: 0 },
  ],
};

const time = (n: number, open: number, ms: number | null, lowerBound: number | null): object => ({ kind: 'percentile', n, open, reversed: 0, ms, lowerBound });
const inStage = (stage: string, is: object): object => ({ key: { 'row.stage': stage }, ...is });
const rankOf = (p: number): string => `nearest rank ${String(p)} % of`;
const censored = (p: number): string =>
  `${rankOf(p)[0]?.toUpperCase() ?? ''}${rankOf(p).slice(1)} leaving − entering, of stays, not inferred, that began in the period, by stage; those that had not ended before asOf rank last.`;
const openTime = (p: number): string =>
  `Nearest rank ${String(p)} % of open milliseconds from entering to leaving (\`leftOpenMs\` − \`enteredOpenMs\`), of stays, not inferred and not known to the day only, that began in the period and have open milliseconds, by stage; those that had not ended before asOf rank last.`;
const cumulative = (p: number): string =>
  `Of each lead and stage the last stay, not inferred, before asOf; of these, where they began in the period, the nearest rank ${String(p)} % of leaving − entering + \`earlierMs\`, by stage; those that had not ended before asOf rank last.`;
const velocity = (p: number, from: string, to: string): string =>
  `Of leads whose first entry ever into \`${from}\` lies in the period, the nearest rank ${String(p)} % of the time from it to the first entry into \`${to}\` at it or after it; those without one before asOf rank last.`;

export const stageTimeTheme: Theme = {
  title: 'Time in stage and velocity',
  intro:
    'Percentiles by nearest rank, in milliseconds. Who is still there, or has not converted, ranks behind all who have: a rank that falls on one has no ' +
    'value, and its lower bound is the longest of those that ended.',
  examples: [
    {
      metric: timeInStageP50,
      formula: censored(50),
      facts: stays,
      is: {
        ...time(8, 4, 10 * DAY, null),
        groups: [
          inStage('mql', time(4, 1, 4 * DAY, null)),
          inStage('sal', time(3, 2, null, 10 * DAY)),
          inStage('sql', time(1, 1, null, null)),
        ],
      },
      says: 'MQL: 2, 4, 6 days and one that lasts; the second of four is 4 days.',
    },
    {
      metric: timeInStageP75,
      formula: censored(75),
      facts: stays,
      is: {
        ...time(8, 4, null, 10 * DAY),
        groups: [
          inStage('mql', time(4, 1, 6 * DAY, null)),
          inStage('sal', time(3, 2, null, 10 * DAY)),
          inStage('sql', time(1, 1, null, null)),
        ],
      },
    },
    {
      metric: timeInStageP90,
      formula: censored(90),
      facts: stays,
      is: {
        ...time(8, 4, null, 10 * DAY),
        groups: [
          inStage('mql', time(4, 1, null, 6 * DAY)),
          inStage('sal', time(3, 2, null, 10 * DAY)),
          inStage('sql', time(1, 1, null, null)),
        ],
      },
    },
    {
      metric: timeInStageLeftP50,
      formula: 'Nearest rank 50 % of leaving − entering, of stays, not inferred, that ended in the period, by stage.',
      facts: stays,
      is: { ...time(4, 0, 4 * DAY, null), groups: [inStage('mql', time(3, 0, 4 * DAY, null)), inStage('sal', time(1, 0, 10 * DAY, null))] },
      says: 'The two SALs that got stuck are not in it.',
    },
    {
      metric: timeInStageOpenP50,
      formula: openTime(50),
      facts: worked,
      is: { ...time(3, 1, 5 * HOUR, null), groups: [inStage('mql', time(3, 1, 5 * HOUR, null))] },
    },
    { metric: timeInStageOpenP75, formula: openTime(75), facts: worked, is: time(3, 1, null, 5 * HOUR) },
    { metric: timeInStageOpenP90, formula: openTime(90), facts: worked, is: time(3, 1, null, 5 * HOUR) },
    {
      metric: timeInStageCumulativeP50,
      formula: cumulative(50),
      facts: returns,
      is: {
        ...time(6, 3, 7 * DAY, null),
        groups: [
          inStage('mql', time(3, 1, 6 * DAY, null)),
          inStage('recycled', time(1, 0, 7 * DAY, null)),
          inStage('sal', time(2, 2, null, null)),
        ],
      },
      says: 'As MQL: 3 days, 2 + 4 days, and one that lasts.',
    },
    { metric: timeInStageCumulativeP75, formula: cumulative(75), facts: returns, is: time(6, 3, null, 7 * DAY) },
    { metric: timeInStageCumulativeP90, formula: cumulative(90), facts: returns, is: time(6, 3, null, 7 * DAY) },
    {
      metric: inquiryToMqlTimeP50,
      formula: velocity(50, 'inquiry', 'mql'),
      facts: walk,
      is: time(5, 1, 2 * DAY, null),
      says: '1, 1, 2 and 7 days, and i4, who is no MQL yet.',
    },
    { metric: mqlToSalTimeP50, formula: velocity(50, 'mql', 'accepted'), facts: walk, is: time(4, 1, DAY, null) },
    {
      metric: mqlToSqlTimeP50,
      formula: velocity(50, 'mql', 'sql'),
      facts: walk,
      is: time(4, 2, 31 * DAY, null),
      says: '7 and 31 days, and two that have not converted.',
    },
    { metric: mqlToSqlTimeP75, formula: velocity(75, 'mql', 'sql'), facts: walk, is: time(4, 2, null, 31 * DAY) },
    { metric: mqlToSqlTimeP90, formula: velocity(90, 'mql', 'sql'), facts: walk, is: time(4, 2, null, 31 * DAY) },
    {
      metric: mqlToSqlTimeConvertersP50,
      formula: 'As the median above, of the leads that have an entry into `sql` before asOf only; those without are counted as open.',
      facts: walk,
      is: time(4, 2, 7 * DAY, null),
      says: 'The first of 7 and 31 days. It is four times as fast as the median of all.',
    },
    {
      metric: mqlToSqlTimeConvertersMean,
      formula: 'Sum of these times of the leads that have an entry into `sql` before asOf ÷ how many these are.',
      facts: walk,
      is: { kind: 'fraction', numerator: 38 * DAY, denominator: 2, open: 2, value: String(19 * DAY) },
    },
    {
      metric: mqlToSqlNotConverted,
      formula:
        '(Leads whose first entry ever into `mql` lies in the period − those of them that entered `sql` at it or after it, before asOf) ÷ leads whose first entry ever into `mql` lies in the period.',
      facts: walk,
      is: { kind: 'formula', numerator: 1, denominator: 2, value: '0.5000' },
    },
    { metric: salToSqlTimeP50, formula: velocity(50, 'accepted', 'sql'), facts: walk, is: time(3, 1, 30 * DAY, null) },
    { metric: sqlToOpportunityTimeP50, formula: velocity(50, 'sql', 'opportunity'), facts: walk, is: time(2, 0, 0, null) },
    { metric: opportunityToWonTimeP50, formula: velocity(50, 'opportunity', 'won'), facts: walk, is: time(2, 1, 61 * DAY, null) },
    { metric: mqlToWonTimeP50, formula: velocity(50, 'mql', 'won'), facts: walk, is: time(4, 3, null, 68 * DAY) },
  ],
};
