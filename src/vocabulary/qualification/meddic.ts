import type { QualificationFramework } from '../qualification.js';

/** Metrics, economic buyer, decision criteria and process, pain, champion. */
export const meddic = {
  id: 'meddic',
  title: 'MEDDIC',
  source: 'now.iseeit.com/meddic-sales-process-checklist; that fields regress: meddicc.com/resources/meddic-is-not-a-checklist',
  fields: [
    { id: 'metrics', term: 'Metrics', question: 'Which figures will they measure the gain by?' },
    { id: 'economic_buyer', term: 'Economic buyer', question: 'Who can spend the money?' },
    { id: 'decision_criteria', term: 'Decision criteria', question: 'What must the answer fulfil?' },
    { id: 'decision_process', term: 'Decision process', question: 'How, with whom and when do they decide?' },
    { id: 'identify_pain', term: 'Identify pain', question: 'What hurts, and what does it cost?' },
    { id: 'champion', term: 'Champion', question: 'Who sells for us when we are not in the room?' },
  ],
} as const satisfies QualificationFramework;
