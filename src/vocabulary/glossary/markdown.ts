import { GLOSSARY } from '../glossary.js';
import type { NameKind, Term, Topic } from './term.js';

/** What a topic answers, as a heading. */
export const TOPIC_TITLES: Readonly<Record<Topic, string>> = {
  record: 'Whom it is about',
  party: 'Who agrees',
  stage: 'Where a lead is',
  hand_off: 'How it changes hands, and how it leaves',
  event: 'What happens',
  promise: 'What was promised',
  number: 'What is counted',
  target: 'Whom to call, and what was learned',
  log: 'What is known',
};

const KIND_WORDS: Readonly<Record<NameKind, string>> = {
  event: 'event',
  milestone: 'milestone',
  exit: 'exit',
  rejection_class: 'rejection class',
  stage_class: 'stage class',
  stage_kind: 'stage kind',
  demand_unit: 'demand unit',
  party: 'party',
  opportunity_type: 'opportunity type',
  clock_state: 'state of a clock',
  clock_flag: 'flag',
  finding_state: 'finding',
  metric_unit: 'unit of a metric',
  schema: 'schema',
};

/** A glossary as Markdown: a heading for each topic, and one for each of its terms. */
export const glossaryMarkdown = (terms: readonly Term[] = GLOSSARY): string => {
  const word = (id: string): string => terms.find((term) => term.id === id)?.term ?? id;
  return [...new Set(terms.map(({ topic }) => topic))]
    .flatMap((topic) => [
      `## ${TOPIC_TITLES[topic]}`,
      '',
      ...terms.filter((term) => term.topic === topic).flatMap((term) => [...termLines(term, word), '']),
    ])
    .join('\n');
};

const termLines = (entry: Term, word: (id: string) => string): readonly string[] => [
  `### ${entry.term}`,
  '',
  entry.definition,
  '',
  ...(entry.starts === undefined ? [] : [`- Starts: ${entry.starts}`]),
  ...(entry.ends === undefined ? [] : [`- Ends: ${entry.ends}`]),
  ...entry.synonyms.map((said) => `- Also called **${said.word}** by ${said.saidBy}${said.when === undefined ? '' : `, ${said.when}`}.`),
  ...entry.notToBeConfusedWith.map(({ term, because }) => `- Not to be confused with **${word(term)}**: ${because}.`),
  ...(entry.writtenAs.length === 0 ? [] : [`- In data: ${namesIn(entry)}.`]),
  `- Source: ${entry.source}`,
];

/** The names in data, list by list. */
const namesIn = ({ writtenAs }: Term): string =>
  [...new Set(writtenAs.map(({ kind }) => kind))]
    .map((kind) => `${KIND_WORDS[kind]} ${writtenAs.filter((name) => name.kind === kind).map(({ name }) => `\`${name}\``).join(', ')}`)
    .join('; ');
