import type { QualificationFramework } from '../qualification.js';

/** MEDDIC with the paperwork and the competition. */
export const meddpicc = {
  id: 'meddpicc',
  title: 'MEDDPICC',
  source: 'biologyinsights.com/what-does-meddpicc-stand-for-in-sales-qualification',
  fields: [
    { id: 'metrics', term: 'Metrics', question: 'Which figures will they measure the gain by?' },
    { id: 'economic_buyer', term: 'Economic buyer', question: 'Who can spend the money?' },
    { id: 'decision_criteria', term: 'Decision criteria', question: 'What must the answer fulfil?' },
    { id: 'decision_process', term: 'Decision process', question: 'How, with whom and when do they decide?' },
    { id: 'paper_process', term: 'Paper process', question: 'What must be signed and checked by whom before they can order?' },
    { id: 'identify_pain', term: 'Identify pain', question: 'What hurts, and what does it cost?' },
    { id: 'champion', term: 'Champion', question: 'Who sells for us when we are not in the room?' },
    { id: 'competition', term: 'Competition', question: 'What else could they do, doing nothing included?' },
  ],
} as const satisfies QualificationFramework;
