/** A day on which both sides sit down over what became of the pact. */
export interface ReviewDay {
  /** The same however often it is asked for. */
  readonly id: string;
  /** `2026-07-02`, in the pact's zone. */
  readonly date: string;
  readonly title: string;
  readonly attendees: readonly string[];
}
