import type { Term } from './term.js';
import { OURS, topic } from './topic.js';

/** What is known, and how surely. */
export const LOG_TERMS: readonly Term[] = /* @__PURE__ */ topic('log', [
  {
    id: 'log',
    term: 'Log',
    definition: 'All events, as they were recorded.',
    said: [['history', 'Salesforce']],
    source: OURS,
  },
  {
    id: 'resolved_log',
    term: 'Resolved log',
    definition: 'A log in its total order, with corrections, merges and erasures applied and duplicates left out.',
    source: OURS,
  },
  {
    id: 'correction',
    term: 'Correction',
    definition: 'An event that says that an earlier one was wrong: it never was, happened at another time, or entered another stage. Both stay in the log.',
    said: [['backdating', 'sales operations', 'of another time']],
    as: { event: ['correction'] },
    source: OURS,
  },
  {
    id: 'merge',
    term: 'Merge',
    definition: 'Two leads turned out to be one: the history of the one belongs to the other.',
    said: [['dedupe', 'sales operations']],
    not: [['duplicate', 'a duplicate is one event twice; a merge is one lead that had two records']],
    as: { event: ['merge'] },
    source: OURS,
  },
  {
    id: 'erasure',
    term: 'Erasure',
    definition: 'The personal data of a lead or person was removed. What happened still counts, and names nobody.',
    said: [
      ['GDPR deletion', 'marketing'],
      ['right to be forgotten', 'legal'],
    ],
    not: [['opt_out', 'who opted out is left alone, and still known']],
    as: { event: ['erasure'] },
    source: OURS,
  },
  {
    id: 'duplicate',
    term: 'Duplicate',
    definition: 'The same event twice, with the same id and content. It counts once.',
    source: OURS,
  },
  {
    id: 'tie',
    term: 'Tie',
    definition: 'Events of one lead whose order the source does not give: at one moment, or on a day of which only the date is known. It is reported, and blamed on nobody.',
    source: OURS,
  },
  {
    id: 'violation',
    term: 'Violation',
    definition: 'A recorded step that the framework does not allow. It counts as recorded, and is marked.',
    said: [['deviation', 'data engineers']],
    not: [['breach', 'a breach is of a promise in time; a violation is of the agreed life']],
    source: OURS,
  },
  {
    id: 'conformance',
    term: 'Conformance',
    definition: 'The share of leads, and of steps, that follow the agreed life; and who took the others.',
    source: OURS,
  },
  {
    id: 'fact',
    term: 'Fact',
    definition: 'A row that follows from the log: a stage visit, a delivery, a clock, an exit. Metrics and clauses read nothing else.',
    not: [['event', 'events are recorded; facts are computed from them']],
    source: OURS,
  },
  {
    id: 'attribute',
    term: 'Attribute',
    definition: 'A custom field of a lead, contact, account or event, by the name it has in the CRM.',
    said: [
      ['property', 'HubSpot'],
      ['custom field', 'Salesforce'],
    ],
    as: { schema: ['Attributes'] },
    source: OURS,
  },
  {
    id: 'mapping',
    term: 'Mapping',
    definition: 'How the rows of one export become events: plain data that both sides can read.',
    as: { schema: ['Mapping'] },
    source: OURS,
  },
]);
