import type { QualificationFramework } from '../qualification.js';

/** Situation, pain, impact, critical event, decision: five fields, of which the fourth has two letters. */
export const spiced = {
  id: 'spiced',
  title: 'SPICED',
  source: 'Winning by Design, as told by amolino.ai/resources/frameworks/qualification/spiced; getgangly.com/blog/spiced-sales-framework',
  fields: [
    { id: 'situation', term: 'Situation', question: 'How do they work today: people, tools, size?' },
    { id: 'pain', term: 'Pain', question: 'What about it hurts?' },
    { id: 'impact', term: 'Impact', question: 'What changes for the business and for people when it stops?' },
    { id: 'critical_event', term: 'Critical event', question: 'What happens on which date if it has not stopped by then?' },
    { id: 'decision', term: 'Decision', question: 'Who decides, by which criteria, in which steps?' },
  ],
} as const satisfies QualificationFramework;
