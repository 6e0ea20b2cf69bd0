/** Where in the input: object keys and array positions from the outside in. */
export type Path = readonly (string | number)[];

/** One thing wrong with outside data. `code` is API and stable; `message` is for people and may improve any day. */
export interface Issue {
  /** Layer and name, such as `lifecycle.illegal_transition`. */
  readonly code: string;
  readonly path: Path;
  /** The figures and names that the message was made of, for hosts that word it themselves. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly message: string;
}

// `never` lets a catalogue hold messages with parameters of any shape; each call is still typed by its own entry.
type Messages = Readonly<Record<string, (params: never) => string>>;

/** Makes one issue of a catalogue: code, parameters, place. */
export type IssueMaker<M extends Messages> = <Name extends keyof M & string>(
  name: Name,
  params: Parameters<M[Name]>[0],
  path?: Path,
) => Issue;

/**
 * The codes of one layer with the words for each.
 *
 * @example
 * ```ts
 * import { issueCatalogue } from 'revpact/kernel';
 *
 * const shopIssue = issueCatalogue('shop', { sold_out: (p: { item: string }) => `no "${p.item}" left` });
 * shopIssue('sold_out', { item: 'tea' }, ['basket', 0]).message // => 'no "tea" left'
 * ```
 */
export const issueCatalogue =
  <const M extends Messages>(layer: string, messages: M): IssueMaker<M> =>
  (name, params, path = []) => {
    const say = messages[name];
    if (say === undefined) throw new Error(`no message for the issue ${layer}.${name}`);
    return {
      code: `${layer}.${name}`,
      path,
      params: { ...(params as Readonly<Record<string, unknown>>) },
      message: (say as (p: typeof params) => string)(params),
    };
  };

/** A path as people write it: `clauses[2].target.openMs`. The empty path is `(whole value)`. */
export const formatPath = (path: Path): string =>
  path.length === 0
    ? '(whole value)'
    : path.reduce<string>(
        (text, key) => (typeof key === 'number' ? `${text}[${String(key)}]` : text === '' ? key : `${text}.${key}`),
        '',
      );

/** What the `parse…` doors throw: one error, every issue. */
export class RevpactError extends Error {
  readonly issues: readonly Issue[];
  /** How many issues there were; `issues` holds the first 1,000. */
  readonly issueCount: number;

  constructor(issues: readonly Issue[], issueCount: number = issues.length) {
    const lines = issues.slice(0, 20).map((issue) => `  ${formatPath(issue.path)}: ${issue.message} (${issue.code})`);
    const more = issueCount > lines.length ? [`  … and ${String(issueCount - lines.length)} more`] : [];
    super([`${String(issueCount)} ${issueCount === 1 ? 'issue' : 'issues'}`, ...lines, ...more].join('\n'));
    this.name = 'RevpactError';
    this.issues = issues;
    this.issueCount = issueCount;
  }
}
