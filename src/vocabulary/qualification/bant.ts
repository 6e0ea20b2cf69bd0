import type { QualificationFramework } from '../qualification.js';

/** Budget, authority, need, timing. */
export const bant = {
  id: 'bant',
  title: 'BANT',
  source: 'cjhudson.com/bant-champ-meddic-best-sales-methodologies',
  fields: [
    { id: 'budget', term: 'Budget', question: 'Is there money for it, and how much?' },
    { id: 'authority', term: 'Authority', question: 'Who decides, and are we talking to them?' },
    { id: 'need', term: 'Need', question: 'What problem do they have that we solve?' },
    { id: 'timing', term: 'Timing', question: 'By when do they need it?' },
  ],
} as const satisfies QualificationFramework;
