import type { Pact } from './pact.js';

/** What people call parties, each other, reasons and messages, by id. */
export interface Names {
  readonly parties: Readonly<Record<string, string>>;
  readonly people: Readonly<Record<string, string>>;
  readonly reasons: Readonly<Record<string, string>>;
  readonly handOffs: Readonly<Record<string, string>>;
  readonly messages: Readonly<Record<string, string>>;
}

/** The names in a pact. */
export const namesOf = ({ parties, exitReasons, handOffs, messages }: Pact): Names => ({
  parties: Object.fromEntries(parties.map(({ id, name }) => [id, name])),
  people: Object.fromEntries(parties.flatMap(({ people }) => people.map(({ id, name }) => [id, name]))),
  reasons: Object.fromEntries(exitReasons.map(({ id, term }) => [id, term])),
  handOffs: Object.fromEntries(handOffs.map(({ id, title }) => [id, title])),
  messages: Object.fromEntries(messages.map(({ id, text }) => [id, text])),
});
