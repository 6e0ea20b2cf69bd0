import type { QualificationFramework } from '../qualification.js';

/** Goals, plans, challenges, timeline, budget, authority; consequences of failing and implications of succeeding. */
export const gpctbaCi = {
  id: 'gpctba_ci',
  title: 'GPCTBA/C&I',
  source: 'turnint.ai/tools/sales-qualification-gpctba; amolino.ai/resources/frameworks/qualification/gpctba-c',
  fields: [
    { id: 'goals', term: 'Goals', question: 'What do they want to reach, in figures?' },
    { id: 'plans', term: 'Plans', question: 'How do they mean to get there, and what have they tried?' },
    { id: 'challenges', term: 'Challenges', question: 'What stands in the way that they cannot remove alone?' },
    { id: 'timeline', term: 'Timeline', question: 'By when must it be reached?' },
    { id: 'budget', term: 'Budget', question: 'What do they spend on the problem now, and what may the answer cost?' },
    { id: 'authority', term: 'Authority', question: 'Who decides, and what matters to them?' },
    { id: 'consequences', term: 'Consequences', question: 'What happens if the goal is missed?' },
    { id: 'implications', term: 'Implications', question: 'What becomes possible once it is reached?' },
  ],
} as const satisfies QualificationFramework;
