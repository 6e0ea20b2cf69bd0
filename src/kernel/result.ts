import { RevpactError, type Issue } from './issue.js';

/** At most this many issues travel with a failure; `issueCount` says how many there were. */
export const ISSUE_LIMIT = 1000;

/** A value that was read without complaint. */
export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

/** A refusal with every issue found (the first 1,000) and how many there were in all. */
export interface Failure {
  readonly ok: false;
  readonly issues: readonly Issue[];
  readonly issueCount: number;
}

/** A value, or every reason why there is none. What outside data becomes; our own bugs throw instead. */
export type Result<T> = Ok<T> | Failure;

/** A result that holds a value. */
export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });

/** A result that holds the issues; `issueCount` where there were more than are handed in. */
export const fail = (issues: readonly Issue[], issueCount: number = issues.length): Failure => ({
  ok: false,
  issues: issues.slice(0, ISSUE_LIMIT),
  issueCount,
});

/** `value` when there is nothing to complain about, the issues otherwise. */
export const okUnless = <T>(issues: readonly Issue[], value: () => T): Result<T> =>
  issues.length === 0 ? ok(value()) : fail(issues);

/** The value of a `Result`; a failure is thrown as one {@link RevpactError} that carries its issues. */
export const unwrap = <T>(result: Result<T>): T => {
  if (result.ok) return result.value;
  throw new RevpactError(result.issues, result.issueCount);
};
