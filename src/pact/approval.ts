import { digest } from '../kernel/canonical.js';
import { toIso, type Instant } from '../kernel/instant.js';
import type { Issue } from '../kernel/issue.js';
import type { PartyId } from '../vocabulary/party.js';
import { pactIssue } from './issues.js';
import type { Approval, Pact } from './pact.js';

/**
 * The name of a pact's text: SHA-256 of its canonical JSON without approvals and `$schema`, 64 hex digits. The order of
 * keys and the spacing of the file do not matter; any other change gives another digest.
 */
export const pactDigest = (pact: Pact): string => {
  const { approvals: _approvals, $schema: _schema, ...text } = pact;
  return digest(text);
};

/** A new pact value that carries one more approval of its present text. An earlier one by the same person is replaced. */
export const approve = (pact: Pact, by: { readonly party: PartyId; readonly person: string; readonly at: Instant }): Pact => {
  const approval: Approval = { at: toIso(by.at), party: by.party, person: by.person, digest: pactDigest(pact) };
  const others = pact.approvals.filter((given) => given.party !== by.party || given.person !== by.person);
  return { ...pact, approvals: [...others, approval] };
};

/** Where the approvals of a pact stand. */
export interface ApprovalStatus {
  readonly digest: string;
  /** Every party has approved this text. */
  readonly complete: boolean;
  readonly given: readonly Approval[];
  /** Approvals of another text: void. */
  readonly void: readonly Approval[];
  /** Parties whose approval of this text is missing. */
  readonly missing: readonly PartyId[];
  /** `pact.approval_void`, `pact.approval_by_outsider`. */
  readonly issues: readonly Issue[];
}

/**
 * Who has approved the present text, and who still must. An approval counts when its digest is this text's and its
 * person belongs to the party. Digests show what was agreed to, not who typed it: signatures are another matter.
 */
export const approvalStatus = (pact: Pact): ApprovalStatus => {
  const now = pactDigest(pact);
  const belongs = (approval: Approval): boolean =>
    pact.parties.some((party) => party.id === approval.party && party.people.some((person) => person.id === approval.person));
  const given = pact.approvals.filter((approval) => approval.digest === now && belongs(approval));
  const missing = pact.parties.map((party) => party.id).filter((party) => !given.some((approval) => approval.party === party));
  const issues = pact.approvals.flatMap((approval, i) => [
    ...(approval.digest === now ? [] : [pactIssue('approval_void', { party: approval.party, person: approval.person }, ['approvals', i])]),
    ...(belongs(approval) ? [] : [pactIssue('approval_by_outsider', { party: approval.party, person: approval.person }, ['approvals', i])]),
  ]);
  return {
    digest: now,
    complete: missing.length === 0,
    given,
    void: pact.approvals.filter((approval) => approval.digest !== now),
    missing,
    issues,
  };
};
