import { issueCatalogue } from '../../kernel/issue.js';

const named = (p: { about: string; name: string }): string => `${p.about === 'contact' ? 'the contact attribute' : 'the attribute'} "${p.name}"`;

/** What can be wrong with outcomes that points are to be learned from. */
export const refineIssue = /* @__PURE__ */ issueCatalogue('refine', {
  no_rows: () => 'there is no outcome to learn from',
  too_many_rows: (p: { rows: number; limit: number }) => `${String(p.rows)} rows; at most ${String(p.limit)} are looked at`,
  too_many_features: (p: { features: number; limit: number }) => `${String(p.features)} attributes; at most ${String(p.limit)} are looked at`,
  not_a_column: (p: { what: string; expected: string }) => `${p.what} should be a ${p.expected}`,
  unequal_lengths: (p: { what: string; length: number; with: string; expected: number }) =>
    `${p.what}: ${String(p.length)}, but ${String(p.expected)} ${p.with}`,
  bad_name: (p: { name: string }) => `${JSON.stringify(p.name.slice(0, 40))} cannot name an attribute`,
  duplicate_feature: (p: { about: string; name: string }) => `${named(p)} stands there twice`,
  not_a_label: (p: { row: number; count: number }) =>
    `${String(p.count)} outcomes are neither 1 (won) nor 0 (not won), the first in row ${String(p.row)}`,
  not_a_moment: (p: { rows: number }) => `${String(p.rows)} rows have no moment between the years 1900 and 2200`,
  no_such_word: (p: { what: string; code: number; words: number }) => `${p.what} names word ${String(p.code)} of ${String(p.words)}`,
  not_text: (p: { what: string; position: number }) => `word ${String(p.position)} of ${p.what} is no well-formed text`,
  not_finite: (p: { about: string; name: string; rows: number }) => `${named(p)} is infinite in ${String(p.rows)} rows; where nothing is known it is NaN`,
  one_outcome: (p: { wins: number; losses: number }) =>
    `${String(p.wins)} wins and ${String(p.losses)} losses: without both there is nothing to tell apart`,

  not_a_score: (p: { what: string; row: number; count: number }) =>
    `${String(p.count)} of ${p.what} are no numbers, the first in row ${String(p.row)}`,
  not_a_probability: (p: { row: number; count: number }) =>
    `${String(p.count)} probabilities are not between 0 and 1, the first in row ${String(p.row)}`,
  not_a_count: (p: { what: string; cell: number }) => `${p.what}: cell ${String(p.cell)} is no count that can be`,
  cuts_out_of_order: (p: { cut: number }) => `cut ${String(p.cut)} is not above the one before it`,
  option_out_of_bounds: (p: { option: string; value: string; atLeast: number; atMost: number }) =>
    `${p.option} is a whole number from ${String(p.atLeast)} to ${String(p.atMost)}, not ${p.value}`,
  unknown_start: (p: { start: string; known: readonly string[] }) => `start is one of ${p.known.join(', ')}, not "${p.start.slice(0, 40)}"`,

  bad_scale: (p: { pointsToDouble: number; score: number; odds: number }) =>
    `points to double are above 0 and at most 1000, odds above 0, the score within a million of 0; not ${String(p.pointsToDouble)}, ${String(p.odds)} and ${String(p.score)}`,
  points_too_large: (p: { about: string; name: string; points: number; limit: number }) =>
    `${named(p)} would give or take ${String(p.points)} points, a filter at most ${String(p.limit)}; let fewer points double the odds`,
  bad_lambda: (p: { lambda: number }) => `the pull towards the agreed points is above 0 and finite, not ${String(p.lambda)}`,

  trust_without_why: (p: { attribute: string }) => `"${p.attribute}" is trusted, and nobody says why`,
  trust_of_nothing: (p: { about: string; attribute: string; suggestion: string | null }) =>
    `${named({ about: p.about, name: p.attribute })} is trusted, and there is none${p.suggestion === null ? '' : `; did you mean "${p.suggestion}"?`}`,
  after_as_of: (p: { rows: number }) => `${String(p.rows)} rows were handed over at asOf or later: nobody knew then what became of them`,
  other_type: (p: { about: string; name: string; type: string; column: string }) =>
    `${named(p)} was agreed to be ${p.type}; a ${p.column} column cannot hold it`,
  other_filter: (p: { filter: string; expected: string }) =>
    `this proposal was made for another version of "${p.expected}" than the filter "${p.filter}" that it is to change`,
  altered: () => 'the proposal is not the one that its card describes',
  not_adoptable: (p: { why: readonly string[] }) => `the proposal cannot be adopted: ${p.why.join('; ')}`,
  unknown_criterion: (p: { id: string; suggestion: string | null }) =>
    `nothing is proposed of a criterion "${p.id}"${p.suggestion === null ? '' : `; did you mean "${p.suggestion}"?`}`,
  no_change: (p: { id: string }) => `"${p.id}" stays as agreed: there is nothing to decide`,
  decided_twice: (p: { id: string }) => `"${p.id}" is decided twice`,
  undecided: (p: { id: string }) => `"${p.id}" is neither accepted nor refused`,
  split: (p: { id: string; other: string }) => `"${p.id}" was fitted together with "${p.other}": accept both or none`,
  unknown_tier: (p: { id: string; known: readonly string[] }) => `there is no tier "${p.id}"; there are ${p.known.join(', ')}`,
  bad_share: (p: { id: string }) => `the shares of ${p.id} are whole percent, 0 to 100 and no more than 100 together`,
});
