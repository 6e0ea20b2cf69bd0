import type { PathColumns } from './columns.js';

/** Paths that were touched by the same channels, in whatever order and however often. */
export interface Coalition {
  /** Channel codes, ascending. */
  readonly channels: readonly number[];
  readonly paths: number;
  readonly conversions: number;
}

/** The coalitions that occur. Paths without touches are in none. */
export const coalitionsOf = ({ starts, codes, converted }: PathColumns): readonly Coalition[] => {
  const found = new Map<string, { readonly channels: readonly number[]; paths: number; conversions: number }>();
  for (let p = 0; p + 1 < starts.length; p += 1) {
    const channels = [...new Set(codes.subarray(starts[p], starts[p + 1]))].sort((a, b) => a - b);
    if (channels.length === 0) continue;
    const name = channels.join(' ');
    const coalition = found.get(name) ?? { channels, paths: 0, conversions: 0 };
    found.set(name, coalition);
    coalition.paths += 1;
    coalition.conversions += converted[p] ?? 0;
  }
  return [...found.values()];
};
