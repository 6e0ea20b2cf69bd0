/** What the program answers to its caller. These numbers are API. */
export const EXIT = {
  /** Done. Also when promises are broken: a review that says so has done its work. */
  done: 0,
  /** Done, and a clause is in a state named by `--fail-on`. */
  failOn: 1,
  /** A pact, an argument or a file that cannot be used. No review was made. */
  invalid: 2,
  /** Our own bug. */
  bug: 70,
} as const;

export const EXIT_HELP = `Exit codes:
  0   done, whatever the findings are
  1   a clause is in a state that --fail-on names
  2   invalid input: a pact, an argument, or a file that cannot be read
  70  a bug in revpact itself`;
