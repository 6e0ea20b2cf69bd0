import { byText } from '../../kernel/group.js';
import type { Issue } from '../../kernel/issue.js';
import { attributionIssue } from './issues.js';
import type { Path } from './path.js';

/** Paths as typed columns: what chains and coalitions are counted from. Which deal is which, and when, is not in them. */
export interface PathColumns {
  /** Every channel once, in order of text, the unknown one last: a code is a position here. */
  readonly channels: readonly (string | null)[];
  /** The channels of path p are `codes[starts[p]]` to before `codes[starts[p + 1]]`, in order of time. */
  readonly starts: Int32Array;
  readonly codes: Int32Array;
  /** 1 where the path converted. */
  readonly converted: Uint8Array;
}

/** Paths as typed columns. */
export const pathColumns = (paths: readonly Path[]): PathColumns => {
  const found = new Set<string | null>();
  for (const { touches } of paths) for (const { channel } of touches) found.add(channel);
  const channels = [...found].sort(byText);
  const codeOf = new Map(channels.map((channel, code) => [channel, code]));
  const starts = new Int32Array(paths.length + 1);
  for (const [p, { touches }] of paths.entries()) starts[p + 1] = (starts[p] ?? 0) + touches.length;
  const codes = new Int32Array(starts[paths.length] ?? 0);
  let at = 0;
  for (const { touches } of paths) {
    for (const { channel } of touches) {
      codes[at] = codeOf.get(channel) ?? -1;
      at += 1;
    }
  }
  return { channels, starts, codes, converted: Uint8Array.from(paths, ({ convertedAt }) => (convertedAt === null ? 0 : 1)) };
};

/** Whether columns are paths at all: starts that ascend from 0 to the number of codes, codes that name a channel, a flag for each. */
export const columnIssues = ({ channels, starts, codes, converted }: PathColumns): readonly Issue[] => {
  let ascending = starts[0] === 0 && starts[starts.length - 1] === codes.length;
  for (let p = 1; p < starts.length; p += 1) if ((starts[p] ?? 0) < (starts[p - 1] ?? 0)) ascending = false;
  // As unsigned numbers, negative codes are beyond every channel.
  let largest = 0;
  for (let at = 0; at < codes.length; at += 1) largest = Math.max(largest, (codes[at] ?? 0) >>> 0);
  const named = codes.length === 0 || largest < channels.length;
  return [
    ...(ascending ? [] : [attributionIssue('not_paths', { reason: 'starts ascend from 0 to the number of codes' }, ['starts'])]),
    ...(named
      ? []
      : [attributionIssue('not_paths', { reason: `codes are 0 to before ${String(channels.length)}, the number of channels` }, ['codes'])]),
    ...(converted.length === starts.length - 1
      ? []
      : [attributionIssue('not_paths', { reason: 'there is one flag a path' }, ['converted'])]),
  ];
};
