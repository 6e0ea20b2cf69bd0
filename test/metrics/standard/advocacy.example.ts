import {
  advocacyActs,
  advocacyInquiries,
  advocacyLeads,
  advocacyWonRate,
  caseStudiesAgreed,
  caseStudiesMade,
  caseStudiesUsed,
  referencesAgreed,
  referencesMade,
  referencesUsed,
} from 'revpact/metrics';
import type { ShownFacts, Theme } from '../../support/worked-example.js';

/** Two customers speak for us; it is used for two leads, one of which is won. */
const spoken: ShownFacts = {
  advocacy: [
    { leadId: 'acme', kind: 'reference', act: 'agreed', at: '04-02', usedFor: null },
    { leadId: 'acme', kind: 'reference', act: 'made', at: '04-10', usedFor: null },
    { leadId: 'beta', kind: 'case_study', act: 'agreed', at: '04-20', usedFor: null },
    { leadId: 'acme', kind: 'reference', act: 'used', at: '05-01', usedFor: 'xenia' },
    { leadId: 'beta', kind: 'case_study', act: 'made', at: '05-05', usedFor: null },
    { leadId: 'acme', kind: 'reference', act: 'used', at: '05-10', usedFor: 'xenia' },
    { leadId: 'beta', kind: 'case_study', act: 'used', at: '06-01', usedFor: 'yuri' },
    { leadId: 'acme', kind: 'reference', act: 'used', at: '06-10', usedFor: null },
  ],
  stageVisits: [
    { leadId: 'xenia', stage: 'won', enteredAt: '05-20' },
    { leadId: 'yuri', stage: 'mql', enteredAt: '05-25' },
  ],
};

const count = (numerator: number): object => ({ kind: 'fraction', numerator, denominator: 1, value: String(numerator) });
const of = (act: string, kind: string): string => `Advocacy of the kind \`${kind}\` that was ${act} in the period.`;

export const advocacyTheme: Theme = {
  title: 'Advocacy',
  intro: 'What customers do to speak for us, and what comes of it: the loop from customer back to inquiry.',
  examples: [
    {
      metric: advocacyActs,
      formula: 'Advocacy agreed, made or used in the period, by kind and act.',
      facts: spoken,
      is: {
        ...count(8),
        groups: [
          { key: { 'row.kind': 'case_study', 'row.act': 'agreed' }, numerator: 1 },
          { key: { 'row.kind': 'case_study', 'row.act': 'made' }, numerator: 1 },
          { key: { 'row.kind': 'case_study', 'row.act': 'used' }, numerator: 1 },
          { key: { 'row.kind': 'reference', 'row.act': 'agreed' }, numerator: 1 },
          { key: { 'row.kind': 'reference', 'row.act': 'made' }, numerator: 1 },
          { key: { 'row.kind': 'reference', 'row.act': 'used' }, numerator: 3 },
        ],
      },
    },
    { metric: referencesAgreed, formula: of('agreed', 'reference'), facts: spoken, is: count(1) },
    { metric: referencesMade, formula: of('made', 'reference'), facts: spoken, is: count(1) },
    { metric: referencesUsed, formula: of('used', 'reference'), facts: spoken, is: count(3) },
    { metric: caseStudiesAgreed, formula: of('agreed', 'case_study'), facts: spoken, is: count(1) },
    { metric: caseStudiesMade, formula: of('made', 'case_study'), facts: spoken, is: count(1) },
    { metric: caseStudiesUsed, formula: of('used', 'case_study'), facts: spoken, is: count(1) },
    {
      metric: advocacyInquiries,
      formula: 'Inquiries of the period whose source is `reference` or `case_study`, by source.',
      facts: {
        touches: [
          { leadId: 'v', kind: 'inquiry', source: 'reference', at: '05-05' },
          { leadId: 'v', kind: 'touch', source: 'reference', at: '05-06' },
          { leadId: 'w', kind: 'inquiry', source: 'case_study', at: '06-05' },
          { leadId: 'z', kind: 'inquiry', source: 'web', at: '06-06' },
        ],
      },
      is: {
        ...count(2),
        groups: [
          { key: { 'row.source': 'case_study' }, numerator: 1 },
          { key: { 'row.source': 'reference' }, numerator: 1 },
        ],
      },
    },
    {
      metric: advocacyLeads,
      formula: 'Different leads named (`usedFor`) where advocacy was used in the period; uses that name none are counted apart.',
      facts: spoken,
      is: { ...count(2), unknown: 1 },
    },
    {
      metric: advocacyWonRate,
      formula:
        'Uses of advocacy in the period that name a lead and whose lead entered `won` at or after them, before asOf ÷ uses of advocacy in the period that name a lead; by kind.',
      facts: spoken,
      is: {
        kind: 'fraction',
        numerator: 2,
        denominator: 3,
        open: 1,
        value: '0.6667',
        groups: [
          { key: { 'row.kind': 'case_study' }, numerator: 0, denominator: 1 },
          { key: { 'row.kind': 'reference' }, numerator: 2, denominator: 2 },
        ],
      },
    },
  ],
};
