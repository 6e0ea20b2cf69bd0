import type { Pact } from './pact.js';

/** What people call parties, each other, reasons, messages, objections and questions of the target filter, by id. */
export interface Names {
  readonly parties: Readonly<Record<string, string>>;
  readonly people: Readonly<Record<string, string>>;
  readonly reasons: Readonly<Record<string, string>>;
  readonly handOffs: Readonly<Record<string, string>>;
  readonly messages: Readonly<Record<string, string>>;
  readonly objections: Readonly<Record<string, string>>;
  readonly criteria: Readonly<Record<string, string>>;
}

/** The names in a pact. */
export const namesOf = ({ parties, exitReasons, handOffs, messages, reportRules, targetFilter }: Pact): Names => ({
  parties: Object.fromEntries(parties.map(({ id, name }) => [id, name])),
  people: Object.fromEntries(parties.flatMap(({ people }) => people.map(({ id, name }) => [id, name]))),
  reasons: Object.fromEntries(exitReasons.map(({ id, term }) => [id, term])),
  handOffs: Object.fromEntries(handOffs.map(({ id, title }) => [id, title])),
  messages: Object.fromEntries(messages.map(({ id, text }) => [id, text])),
  objections: Object.fromEntries((reportRules?.objections ?? []).map(({ id, term }) => [id, term])),
  criteria: Object.fromEntries((targetFilter?.criteria ?? []).map(({ id, title }) => [id, title])),
});
