/** What every engine is asked of each stage: entries, leads that entered it, leads that came at least so far, and times in it. */
export interface StageRow {
  readonly entries: number;
  readonly leads: number;
  readonly reached: number | null;
  readonly open: number;
  /** Milliseconds at the 50th, 90th and 99th percentile of the stays that ended. */
  readonly times: readonly number[];
}

export const bytesOf = (rows: readonly StageRow[]): Uint8Array => new TextEncoder().encode(JSON.stringify(rows.map(({ entries, leads, reached, open, times }) => [entries, leads, reached, open, times])));
