import type { QualificationFramework } from '../qualification.js';

/** Challenges first, then authority, money and prioritization. */
export const champ = {
  id: 'champ',
  title: 'CHAMP',
  source: 'turnint.ai/tools/sales-qualification-champ; amworldgroup.com/glossary/sales/champ',
  fields: [
    { id: 'challenges', term: 'Challenges', question: 'Which problem do they want to solve, and what does it cost them?' },
    { id: 'authority', term: 'Authority', question: 'Who decides, who advises, who can stop it?' },
    { id: 'money', term: 'Money', question: 'Where does the money come from, and how much is it?' },
    { id: 'prioritization', term: 'Prioritization', question: 'Where does this stand among the things they want to do?' },
  ],
} as const satisfies QualificationFramework;
