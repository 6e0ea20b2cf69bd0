import type { Issue, Path } from '../kernel/issue.js';
import { nearest } from '../kernel/nearest.js';
import { CLAUSE_KINDS } from './clauses/index.js';
import { kindOf, type ClauseBase, type ClauseKind } from './clause.js';
import { slaIssue } from './issues.js';

/**
 * What is wrong with clauses among themselves. Paths begin with the position in the list.
 *
 * Issues: `sla.duplicate_clause`, `sla.same_party`, `sla.unknown_clause`, `sla.excuse_cycle` (once a cycle),
 * `sla.excuse_by_same_party`, `sla.excuse_without_delivery`, `sla.warns_from_start`.
 */
export const lintClauses = (clauses: readonly ClauseBase[], kinds: readonly ClauseKind[] = CLAUSE_KINDS): readonly Issue[] => {
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  return [
    ...clauses.flatMap((clause, i) => [
      ...(clauses.findIndex(({ id }) => id === clause.id) < i ? [slaIssue('duplicate_clause', { clause: clause.id }, [i, 'id'])] : []),
      ...(clause.by === clause.to ? [slaIssue('same_party', { clause: clause.id, party: clause.by }, [i, 'to'])] : []),
      ...(clause.excusedBy ?? []).flatMap((id, k) => lintExcuse(clause, id, byId, kinds, [i, 'excusedBy', k])),
      ...kindOf(clause, kinds).lint(clause, [i]),
    ]),
    ...lintCycles(clauses),
  ];
};

const lintExcuse = (
  clause: ClauseBase,
  id: string,
  byId: ReadonlyMap<string, ClauseBase>,
  kinds: readonly ClauseKind[],
  path: Path,
): readonly Issue[] => {
  const excusing = byId.get(id);
  const names = { clause: clause.id, excusedBy: id };
  if (excusing === undefined) return [slaIssue('unknown_clause', { ...names, suggestion: nearest(id, [...byId.keys()]) }, path)];
  return [
    ...(excusing.by === clause.by ? [slaIssue('excuse_by_same_party', { ...names, party: clause.by }, path)] : []),
    ...(kindOf(excusing, kinds).byDelivery ? [] : [slaIssue('excuse_without_delivery', names, path)]),
  ];
};

/** Each cycle of excuses once, at its clause that stands first in the list. */
const lintCycles = (clauses: readonly ClauseBase[]): readonly Issue[] => {
  const position = new Map(clauses.map((clause, i) => [clause.id, i]));
  const done = new Set<number>();
  const issues: Issue[] = [];
  const walk = (at: number, trail: readonly number[]): void => {
    if (trail.includes(at)) {
      const cycle = trail.slice(trail.indexOf(at));
      const names = [...cycle, at].map((i) => clauses[i]?.id ?? '');
      issues.push(slaIssue('excuse_cycle', { clauses: names }, [Math.min(...cycle), 'excusedBy']));
      return;
    }
    if (done.has(at)) return;
    for (const id of clauses[at]?.excusedBy ?? []) {
      const next = position.get(id);
      if (next !== undefined) walk(next, [...trail, at]);
    }
    done.add(at);
  };
  clauses.forEach((_, i) => {
    walk(i, []);
  });
  return issues;
};
