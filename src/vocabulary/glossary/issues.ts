import { groupBy } from '../../kernel/group.js';
import type { Issue, Path } from '../../kernel/issue.js';
import { nearest } from '../../kernel/nearest.js';
import { vocabularyIssue } from '../issues.js';
import type { Term } from './term.js';
import { namesOf, wordKey } from './word.js';

/**
 * Where words of a glossary collide so that a reader cannot tell what is meant.
 *
 * Issues: `vocabulary.duplicate_term` (an id twice), `vocabulary.same_word` (one word is the term of two),
 * `vocabulary.word_of_another` (a synonym is another term's own word) and `vocabulary.same_synonym` (one speaker uses one
 * word for two terms), unless one of the two says that they are not to be confused; `vocabulary.unknown_term` (not to be
 * confused with what is not there, or with itself); `vocabulary.explained_twice` (a name in data has two terms).
 */
export const glossaryIssues = (terms: readonly Term[]): readonly Issue[] => [
  ...duplicates(terms),
  ...sameWords(terms),
  ...foreignWords(terms),
  ...sharedSynonyms(terms),
  ...strangers(terms),
  ...explainedTwice(terms),
];

/** A term and its position. */
interface Placed {
  readonly term: Term;
  readonly i: number;
}

const duplicates = (terms: readonly Term[]): readonly Issue[] => {
  const seen = new Set<string>();
  return terms.flatMap(({ id }, i) => {
    if (seen.has(id)) return [vocabularyIssue('duplicate_term', { id }, [i, 'id'])];
    seen.add(id);
    return [];
  });
};

/** Terms by each word that is their own. */
const byName = (terms: readonly Term[]): ReadonlyMap<string, readonly Placed[]> => {
  const named = terms.flatMap((term, i) => [...new Set(namesOf(term))].map((name) => ({ name, term, i })));
  return groupBy(named, ({ name }) => name);
};

const sameWords = (terms: readonly Term[]): readonly Issue[] =>
  [...byName(terms)].flatMap(([word, same]) => {
    const second = same[1];
    return second === undefined ? [] : [vocabularyIssue('same_word', { word, terms: same.map(({ term }) => term.id) }, [second.i, 'term'])];
  });

/** Whether one of two terms says that they are not to be confused. */
const toldApart = (one: Term, other: Term): boolean =>
  one.notToBeConfusedWith.some(({ term }) => term === other.id) || other.notToBeConfusedWith.some(({ term }) => term === one.id);

interface Said extends Placed {
  readonly word: string;
  readonly saidBy: string;
  readonly path: Path;
}

const saidOf = (terms: readonly Term[]): readonly Said[] =>
  terms.flatMap((term, i) => term.synonyms.map(({ word, saidBy }, s): Said => ({ term, i, word, saidBy, path: [i, 'synonyms', s] })));

const foreignWords = (terms: readonly Term[]): readonly Issue[] => {
  const names = byName(terms);
  return saidOf(terms).flatMap(({ term, word, path }) =>
    (names.get(wordKey(word)) ?? [])
      .filter(({ term: other }) => other !== term && !toldApart(term, other))
      .map(({ term: other }) => vocabularyIssue('word_of_another', { word, term: term.id, other: other.id }, path)),
  );
};

const sharedSynonyms = (terms: readonly Term[]): readonly Issue[] =>
  [...groupBy(saidOf(terms), ({ word, saidBy }) => `${wordKey(word)}\n${wordKey(saidBy)}`).values()].flatMap((same) => {
    const once = [...new Map(same.map((said) => [said.term, said])).values()];
    return once.flatMap(({ term, word, saidBy, path }, nth) => {
      const other = once.find((earlier, e) => e < nth && !toldApart(earlier.term, term));
      return other === undefined ? [] : [vocabularyIssue('same_synonym', { word, saidBy, terms: [other.term.id, term.id] }, path)];
    });
  });

/** A suggestion costs a look at every id: only the first strangers get one. */
const SUGGESTIONS = 50;

const strangers = (terms: readonly Term[]): readonly Issue[] => {
  const ids = [...new Set(terms.map(({ id }) => id))];
  const known = new Set(ids);
  const found = terms.flatMap(({ id, notToBeConfusedWith }, i) =>
    notToBeConfusedWith.flatMap(({ term: word }, n) => (known.has(word) && word !== id ? [] : [{ id, word, path: [i, 'notToBeConfusedWith', n] }])),
  );
  return found.map(({ id, word, path }, nth) => {
    const suggestion = nth < SUGGESTIONS ? nearest(word, ids.filter((other) => other !== id)) : null;
    return vocabularyIssue('unknown_term', { term: id, word, suggestion }, path);
  });
};

const explainedTwice = (terms: readonly Term[]): readonly Issue[] => {
  const written = terms.flatMap((term, i) => term.writtenAs.map(({ kind, name }) => ({ kind, name, id: term.id, i })));
  return [...groupBy(written, ({ kind, name }) => `${kind} ${name}`).values()].flatMap((same) => {
    const [{ kind, name }, second] = same;
    return second === undefined ? [] : [vocabularyIssue('explained_twice', { kind, name, terms: same.map(({ id }) => id) }, [second.i, 'writtenAs'])];
  });
};
