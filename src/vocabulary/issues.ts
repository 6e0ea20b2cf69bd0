import { issueCatalogue } from '../kernel/issue.js';

const meant = (suggestion: string | null): string => (suggestion === null ? '' : `; did you mean "${suggestion}"?`);
/** A long cycle is cut; all of it is in the issue's parameters. */
const chain = (ids: readonly string[]): string => (ids.length > 8 ? [...ids.slice(0, 4), '…', ...ids.slice(-3)] : ids).join(' → ');

/** What can be wrong with words, beyond their form: the codes `vocabulary.…`. */
export const vocabularyIssue = /* @__PURE__ */ issueCatalogue('vocabulary', {
  // An extension that does not fit what it extends
  unknown_base: (p: { base: string; suggestion: string | null }) => `no framework or extension "${p.base}"${meant(p.suggestion)}`,
  ambiguous_base: (p: { base: string }) => `more than one framework or extension is called "${p.base}"`,
  cyclic_extension: (p: { cycle: readonly string[] }) => `extensions that extend each other: ${chain(p.cycle)}`,
  taken_id: (p: { id: string }) => `another framework or extension is called "${p.id}"`,
  unknown_stage: (p: { stage: string; framework: string; suggestion: string | null }) =>
    `"${p.framework}" has no stage "${p.stage}"${meant(p.suggestion)}`,
  duplicate_stage: (p: { stage: string; framework: string }) => `"${p.framework}" has a stage "${p.stage}" already`,
  reserved_stage: (p: { stage: string }) => `"${p.stage}" is the reserved name for "no stage yet"`,
  two_places: (p: { stage: string }) => `"${p.stage}" is to stand both before one stage and after another; say one of them`,
  dropped_twice: (p: { stage: string }) => `"${p.stage}" is dropped twice`,
  renamed_twice: (p: { stage: string; field: string }) => `the ${p.field} of "${p.stage}" is given twice`,
  renamed_own_stage: (p: { stage: string }) => `"${p.stage}" is added here; say there what it is called`,
  same_term: (p: { term: string; stages: readonly string[] }) => `"${p.term}" would be the term of ${p.stages.join(' and of ')}`,
  no_such_step: (p: { on: string; from: string; to: string; framework: string }) =>
    `"${p.framework}" has no step from "${p.from}" to "${p.to}" on "${p.on}"`,
  forbidden_twice: (p: { on: string; from: string; to: string }) => `the step from "${p.from}" to "${p.to}" on "${p.on}" is forbidden twice`,
  forbidden_and_added: (p: { on: string; from: string; to: string }) =>
    `the step from "${p.from}" to "${p.to}" on "${p.on}" is forbidden and added; to ask for more, tighten it`,
  duplicate_step: (p: { on: string; from: string; to: string }) => `there is a step from "${p.from}" to "${p.to}" on "${p.on}" already`,
  looser: (p: { on: string; from: string; to: string; kind: string }) =>
    `the step from "${p.from}" to "${p.to}" on "${p.on}" would ask for less ("${p.kind}"); an extension may only ask for more`,
  no_tighter: (p: { on: string; from: string; to: string; kind: string }) =>
    `the step from "${p.from}" to "${p.to}" on "${p.on}" asks for that already ("${p.kind}")`,
  contradictory: (p: { on: string; from: string; to: string; kind: string }) =>
    `the step from "${p.from}" to "${p.to}" on "${p.on}" asks for the opposite of "${p.kind}"`,
  milestone_empty: (p: { milestone: string; dropped: readonly string[] }) =>
    `milestone "${p.milestone}" would stand for no stage: ${p.dropped.join(', ')} ${p.dropped.length === 1 ? 'is' : 'are'} dropped; name others, or null`,
  milestone_out_of_reach: (p: { milestone: string; stages: readonly string[] }) =>
    `milestone "${p.milestone}" could not be reached any more: no agreed step leads to ${p.stages.join(' or ')}`,
  too_many_requirements: (p: { on: string; from: string; to: string; limit: number }) =>
    `the step from "${p.from}" to "${p.to}" on "${p.on}" would ask for more than ${String(p.limit)} things`,
  duplicate_migration: (p: { digest: string }) => `two migrations from ${p.digest.slice(0, 12)}…; a state can follow only one`,
  too_many_stages: (p: { framework: string; limit: number }) => `"${p.framework}" would have more than ${String(p.limit)} stages`,
  too_many_steps: (p: { framework: string; limit: number }) => `"${p.framework}" would have more than ${String(p.limit)} steps`,

  // A post-sale loop that cannot be taken on
  no_milestone: (p: { framework: string; milestone: string }) => `"${p.framework}" has no stage for the milestone "${p.milestone}", where the loop would be tied on`,
  post_sale_already_there: (p: { framework: string; stages: readonly string[] }) =>
    `"${p.framework}" says already what advocacy leads to: ${p.stages.join(', ')}; name the part that each takes`,
  long_id: (p: { id: string; limit: number }) => `"${p.id}" is longer than ${String(p.limit)} letters; give an id`,
  two_parts: (p: { stage: string }) => `"${p.stage}" would take two parts of the loop`,

  // A translation that nobody wrote
  unknown_framework: (p: { framework: string; suggestion: string | null }) => `no framework "${p.framework}" ships${meant(p.suggestion)}`,
  no_translation: (p: { framework: string }) => `framework "${p.framework}" is neither shipped nor an extension of one that is: what its stages mean elsewhere is not guessed`,

  duplicate_field: (p: { framework: string; field: string }) => `"${p.framework}" has two fields "${p.field}"`,
  unknown_field: (p: { framework: string; field: string; suggestion: string | null }) =>
    `"${p.framework}" has no field "${p.field}"${p.suggestion === null ? '' : `; did you mean "${p.suggestion}"?`}`,
  tied_answers: (p: { framework: string; field: string; first: string | null; second: string | null }) =>
    `two answers for "${p.field}" of "${p.framework}" at one moment; the later row counts`,
  // Facts as columns that cannot be read
  bad_fact_column: (p: { column: string }) => `the column "${p.column}" does not hold what its table says: its kind, its length or a value is another`,

  duplicate_term: (p: { id: string }) => `two terms have the id "${p.id}"`,
  same_word: (p: { word: string; terms: readonly string[] }) => `"${p.word}" is the term of ${p.terms.join(' and of ')}`,
  word_of_another: (p: { word: string; term: string; other: string }) =>
    `"${p.word}", said for "${p.term}", is the word for "${p.other}": say there or here that they are not to be confused`,
  same_synonym: (p: { word: string; saidBy: string; terms: readonly string[] }) =>
    `"${p.word}" said by ${p.saidBy} stands for ${p.terms.join(' and for ')}: one of them must say that they are not to be confused`,
  unknown_term: (p: { term: string; word: string; suggestion: string | null }) =>
    `"${p.term}" is not to be confused with "${p.word}", which no term explains${p.suggestion === null ? '' : `; did you mean "${p.suggestion}"?`}`,
  explained_twice: (p: { kind: string; name: string; terms: readonly string[] }) => `the ${p.kind} "${p.name}" is explained by ${p.terms.join(' and by ')}`,
});
