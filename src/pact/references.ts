import type { Issue, Path } from '../kernel/issue.js';
import { nearest } from '../kernel/nearest.js';
import type { Result } from '../kernel/result.js';
import { safeCreateLifecycle } from '../lifecycle/lifecycle.js';
import { STANDARD_METRICS } from '../metrics/standard/index.js';
import { narrowed, type MetricDefinition } from '../metrics/definition/metric.js';
import { inapplicable } from '../metrics/engine/applicable.js';
import type { LookedAt } from '../metrics/scorecard/looked-at.js';
import { entryIssues, goalIssues } from '../metrics/scorecard/scorecard-check.js';
import { conditionsIn } from '../sla/clock/conditions.js';
import { lintClauses } from '../sla/lint.js';
import { calendarFaults } from './calendars.js';
import { callingIssues } from './calling.js';
import { frameworkPath, safeFrameworkOf } from './framework.js';
import { pactIssue } from './issues.js';
import type { Pact } from './pact.js';
import { under } from './under.js';

/**
 * Everything in a well-formed pact that cannot work: what points to something else and misses, ids that stand twice,
 * hand-offs with one party on both ends, and whatever a room finds wrong with its own part.
 *
 * Issues: `pact.unknown_reference`, `pact.duplicate_id`, `pact.same_party`, `pact.own_manager`, `pact.matrix_without_sides`; those of
 * the framework (`lifecycle.unknown_stage`, …), of calendars (`sla.never_opens`), of clauses (`sla.excuse_cycle`, …), of whom to
 * call (`icp.unknown_attribute`, `icp.missing_cell`, …) and of the scorecard (`metrics.unknown_metric`, …).
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
  const people = pact.parties.flatMap((party) => party.people);
  const metrics = metricsOf(pact);

  unique('party', pact.parties, ['parties']);
  unique('calendar', pact.calendars, ['calendars']);
  unique('hand-off', pact.handOffs, ['handOffs']);
  unique('message', pact.messages, ['messages']);
  unique('exit reason', pact.exitReasons, ['exitReasons']);
  unique('objection', pact.reportRules?.objections ?? [], ['reportRules', 'objections']);

  pact.parties.forEach((party, p) => {
    known('calendar', party.calendar, calendars, ['parties', p, 'calendar']);
    party.people.forEach((person, i) => {
      known('calendar', person.calendar, calendars, ['parties', p, 'people', i, 'calendar']);
      known('person', person.manager, ids(people), ['parties', p, 'people', i, 'manager']);
      if (person.manager === person.id) issues.push(pactIssue('own_manager', { person: person.id }, ['parties', p, 'people', i, 'manager']));
      if (people.findIndex((other) => other.id === person.id) < people.indexOf(person)) {
        issues.push(pactIssue('duplicate_id', { what: 'person', id: person.id }, ['parties', p, 'people', i, 'id']));
      }
    });
  });
  const framework = safeFrameworkOf(pact);
  if (framework.ok) framework.value.stages.forEach((stage, i) => {
    known('party', stage.owner, parties, frameworkPath(pact, ['stages', i, 'owner']));
  });
  pact.handOffs.forEach((handOff, i) => {
    known('party', handOff.from, parties, ['handOffs', i, 'from']);
    known('party', handOff.to, parties, ['handOffs', i, 'to']);
    twoSides(handOff.id, handOff.from, handOff.to, ['handOffs', i]);
  });
  pact.clauses.forEach((clause, i) => {
    known('party', clause.by, parties, ['clauses', i, 'by']);
    known('party', clause.to, parties, ['clauses', i, 'to']);
    known('calendar', clause.calendar, calendars, ['clauses', i, 'calendar']);
    if ('handOff' in clause) known('hand-off', clause.handOff, handOffs, ['clauses', i, 'handOff']);
    for (const { condition, path } of conditionsIn(clause)) {
      (condition.by ?? []).forEach((party, k) => {
        known('party', party, parties, ['clauses', i, ...path, 'by', k]);
      });
      if (!framework.ok) continue;
      const milestones = Object.keys(framework.value.milestones);
      known('milestone', condition.enters, milestones, ['clauses', i, ...path, 'enters']);
      known('milestone', condition.leaves, milestones, ['clauses', i, ...path, 'leaves']);
    }
  });
  const stagesKnown = (metric: MetricDefinition, path: Path): void => {
    const missing = framework.ok ? inapplicable(metric, framework.value) : null;
    if (framework.ok && missing?.code === 'stage_not_known') known('stage', missing.stage, ids(framework.value.stages), path);
  };
  const looksAt = ({ metric: id, where = [] }: Pick<LookedAt, 'metric' | 'where'>, path: Path): void => {
    const metric = metrics.find((one) => one.id === id);
    if (metric === undefined || where.length === 0 || (framework.ok && inapplicable(metric, framework.value) !== null)) return;
    stagesKnown(narrowed(metric, where), [...path, 'where']);
  };
  pact.scorecard.entries.forEach((entry, i) => {
    known('party', entry.owner, parties, ['scorecard', 'entries', i, 'owner']);
    looksAt(entry, ['scorecard', 'entries', i]);
  });
  const { measure, parts = [] } = pact.scorecard.sharedGoal ?? {};
  if (measure !== undefined) looksAt(measure, ['scorecard', 'sharedGoal', 'measure']);
  parts.forEach((part, i) => {
    looksAt(part, ['scorecard', 'sharedGoal', 'parts', i]);
  });
  pact.scorecard.sharedGoal?.parties.forEach((party, i) => {
    known('party', party, parties, ['scorecard', 'sharedGoal', 'parties', i]);
  });
  pact.exitReasons.forEach(({ answeredBy }, i) => {
    known('party', answeredBy, parties, ['exitReasons', i, 'answeredBy']);
  });
  pact.actionMatrix?.actions.forEach(({ by }, i) => {
    known('party', by, parties, ['actionMatrix', 'actions', i, 'by']);
  });
  pact.contactRules?.exceptionsBy.forEach((party, i) => {
    known('party', party, parties, ['contactRules', 'exceptionsBy', i]);
  });
  pact.approvals.forEach((approval, i) => {
    known('party', approval.party, parties, ['approvals', i, 'party']);
  });
  (pact.metrics ?? []).forEach((metric, i) => {
    if (metrics.find(({ id }) => id === metric.id) !== metric) issues.push(pactIssue('duplicate_id', { what: 'metric', id: metric.id }, ['metrics', i, 'id']));
    stagesKnown(metric, ['metrics', i]);
  });
  return [
    ...issues,
    ...(framework.ok
      ? issuesOf(safeCreateLifecycle(framework.value)).map((issue) => ({ ...issue, path: frameworkPath(pact, issue.path) }))
      : under(['framework'], framework.issues)),
    ...under(['calendars'], calendarFaults(pact.calendars)),
    ...under(['clauses'], lintClauses(pact.clauses)),
    ...callingIssues(pact),
    ...entryIssues(pact.scorecard.entries, metrics, ['scorecard', 'entries']),
    ...(pact.scorecard.sharedGoal === undefined ? [] : goalIssues(pact.scorecard.sharedGoal, metrics, ['scorecard', 'sharedGoal'])),
  ];
};

/** The metrics that a pact can speak of: the standard ones and its own. */
export const metricsOf = (pact: Pact): readonly MetricDefinition[] => [...STANDARD_METRICS, ...(pact.metrics ?? [])];

const issuesOf = (result: Result<unknown>): readonly Issue[] => (result.ok ? [] : result.issues);
