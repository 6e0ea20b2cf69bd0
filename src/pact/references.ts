import type { Issue, Path } from '../kernel/issue.js';
import { nearest } from '../kernel/nearest.js';
import { STANDARD_METRICS } from '../metrics/definitions/index.js';
import { pactIssue } from './issues.js';
import type { Pact } from './pact.js';

/**
 * Everything in a pact that points to something else in it and misses, every id that stands twice, and every promise
 * with one party on both ends: `pact.unknown_reference`, `pact.duplicate_id`, `pact.same_party`.
 */
export const brokenReferences = (pact: Pact): readonly Issue[] => {
  const issues: Issue[] = [];
  const ids = (things: readonly { readonly id: string }[]): readonly string[] => things.map((thing) => thing.id);

  const unique = (what: string, things: readonly { readonly id: string }[], path: Path): void => {
    things.forEach(({ id }, i) => {
      if (things.findIndex((other) => other.id === id) < i) issues.push(pactIssue('duplicate_id', { what, id }, [...path, i, 'id']));
    });
  };
  const known = (what: string, id: string | undefined, among: readonly string[], path: Path): void => {
    if (id === undefined || among.includes(id)) return;
    issues.push(pactIssue('unknown_reference', { what, id, known: among, suggestion: nearest(id, among) }, path));
  };
  const twoSides = (id: string, one: string, other: string, path: Path): void => {
    if (one === other) issues.push(pactIssue('same_party', { id, party: one }, path));
  };

  const parties = ids(pact.parties);
  const calendars = ids(pact.calendars);
  const handOffs = ids(pact.handOffs);
  const clauses = ids(pact.clauses);
  const people = pact.parties.flatMap((party) => party.people);
  const metrics = ids([...STANDARD_METRICS, ...(pact.metrics ?? [])]);

  unique('party', pact.parties, ['parties']);
  unique('calendar', pact.calendars, ['calendars']);
  unique('hand-off', pact.handOffs, ['handOffs']);
  unique('clause', pact.clauses, ['clauses']);
  unique('message', pact.messages, ['messages']);
  unique('exit reason', pact.exitReasons, ['exitReasons']);
  unique('metric', [...STANDARD_METRICS, ...(pact.metrics ?? [])], ['metrics']);

  pact.parties.forEach((party, p) => {
    known('calendar', party.calendar, calendars, ['parties', p, 'calendar']);
    party.people.forEach((person, i) => {
      known('calendar', person.calendar, calendars, ['parties', p, 'people', i, 'calendar']);
      if (people.findIndex((other) => other.id === person.id) < people.indexOf(person)) {
        issues.push(pactIssue('duplicate_id', { what: 'person', id: person.id }, ['parties', p, 'people', i, 'id']));
      }
    });
  });
  pact.framework.stages.forEach((stage, i) => {
    known('party', stage.owner, parties, ['framework', 'stages', i, 'owner']);
  });
  pact.handOffs.forEach((handOff, i) => {
    known('party', handOff.from, parties, ['handOffs', i, 'from']);
    known('party', handOff.to, parties, ['handOffs', i, 'to']);
    twoSides(handOff.id, handOff.from, handOff.to, ['handOffs', i]);
  });
  pact.clauses.forEach((clause, i) => {
    known('party', clause.by, parties, ['clauses', i, 'by']);
    known('party', clause.to, parties, ['clauses', i, 'to']);
    twoSides(clause.id, clause.by, clause.to, ['clauses', i]);
    if ('handOff' in clause) known('hand-off', clause.handOff, handOffs, ['clauses', i, 'handOff']);
    if ('calendar' in clause) known('calendar', clause.calendar, calendars, ['clauses', i, 'calendar']);
    if ('excusedBy' in clause) {
      (clause.excusedBy ?? []).forEach((id, e) => {
        known('clause', id, clauses, ['clauses', i, 'excusedBy', e]);
      });
    }
  });
  pact.scorecard.entries.forEach((entry, i) => {
    known('metric', entry.metric, metrics, ['scorecard', 'entries', i, 'metric']);
    known('party', entry.owner, parties, ['scorecard', 'entries', i, 'owner']);
  });
  pact.approvals.forEach((approval, i) => {
    known('party', approval.party, parties, ['approvals', i, 'party']);
  });
  return issues;
};
