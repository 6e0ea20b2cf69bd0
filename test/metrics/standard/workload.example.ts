import { attemptsByPerson, deliveriesByPerson, leadsInHand, leadsWorked, workload } from 'revpact/metrics';
import type { ShownFacts, Theme } from '../../support/worked-example.js';

const worked: ShownFacts = {
  activities: [
    { leadId: 'a', at: '04-02', kind: 'attempt', person: 'kim' },
    { leadId: 'a', at: '04-03', kind: 'attempt', person: 'kim' },
    { leadId: 'b', at: '04-04', kind: 'attempt', person: 'kim' },
    { leadId: 'b', at: '04-05', kind: 'attempt', person: 'lin' },
    { leadId: 'b', at: '04-05', kind: 'contact', person: 'lin' },
  ],
  quotas: [
    { quotaId: 'kim', kind: 'workload', at: '04-01', person: 'kim', count: 4 },
    { quotaId: 'lin', kind: 'workload', at: '04-01', person: 'lin', count: 4 },
  ],
};

const person = (who: string | null, is: object): object => ({ key: { 'row.person': who }, ...is });

export const workloadTheme: Theme = {
  title: 'Workload',
  intro: 'Who works on how much, to share it better. No ranking: who has the hard cases does fewer of them.',
  examples: [
    {
      metric: attemptsByPerson,
      formula: 'Attempts of people in the period, by person.',
      facts: worked,
      is: { kind: 'fraction', numerator: 4, denominator: 1, groups: [person('kim', { numerator: 3 }), person('lin', { numerator: 1 })] },
    },
    {
      metric: leadsWorked,
      formula: 'Different leads with an attempt or a conversation of a person in the period, by person.',
      facts: worked,
      is: { kind: 'fraction', numerator: 2, denominator: 1, groups: [person('kim', { numerator: 2 }), person('lin', { numerator: 1 })] },
      says: 'Lead b counts for both, and once in the whole.',
    },
    {
      metric: workload,
      formula:
        'Different leads with an attempt or a conversation of a person in the period ÷ sum of `count` of the days of quotas `workload` in the period that began before asOf; both by person.',
      facts: worked,
      is: {
        kind: 'formula',
        numerator: 1,
        denominator: 4,
        value: '0.2500',
        groups: [person('kim', { numerator: 1, denominator: 2, value: '0.5000' }), person('lin', { numerator: 1, denominator: 4, value: '0.2500' })],
      },
    },
    {
      metric: leadsInHand,
      formula:
        'Stays, not inferred, in stages of the milestones `mql`, `delivered`, `accepted`, `sql` or `opportunity` that began before the end of the period (or asOf) and had not ended by then, by the owner of the lead.',
      facts: {
        leads: [
          { leadId: 'a', owner: 'kim' },
          { leadId: 'b', owner: 'kim' },
          { leadId: 'c', owner: 'lin' },
          { leadId: 'd', owner: null },
        ],
        stageVisits: [
          { leadId: 'a', stage: 'mql', enteredAt: '03-02' },
          { leadId: 'c', stage: 'mql', enteredAt: '04-02' },
          { leadId: 'b', stage: 'sal', enteredAt: '05-01' },
          { leadId: 'c', stage: 'won', enteredAt: '06-01' },
          { leadId: 'd', stage: 'mql', enteredAt: '06-20' },
        ],
      },
      is: {
        kind: 'fraction',
        numerator: 3,
        denominator: 1,
        groups: [
          { key: { 'lead.owner': 'kim' }, numerator: 2 },
          { key: { 'lead.owner': null }, numerator: 1 },
        ],
      },
      says: 'Lin’s lead is a customer; nobody holds d.',
    },
    {
      metric: deliveriesByPerson,
      formula: 'Hand-offs delivered in the period, by the person who receives.',
      facts: {
        handOffs: [
          { leadId: 'a', deliveredAt: '04-02', toPerson: 'kim' },
          { leadId: 'b', deliveredAt: '04-03', toPerson: 'kim' },
          { leadId: 'c', deliveredAt: '04-04', toPerson: null },
        ],
      },
      is: {
        kind: 'fraction',
        numerator: 3,
        denominator: 1,
        groups: [
          { key: { 'row.toPerson': 'kim' }, numerator: 2 },
          { key: { 'row.toPerson': null }, numerator: 1 },
        ],
      },
    },
  ],
};
