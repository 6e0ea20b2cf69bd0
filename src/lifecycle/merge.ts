import type { Issue } from '../kernel/issue.js';
import { lifecycleIssue } from './issues.js';
import type { Row } from './log.js';

/**
 * Which lead an id stands for after all merges. Merges chain: what was merged into a lead goes along when that lead is
 * merged on, in whatever order the merges were recorded.
 *
 * @param directives - Corrections, merges and erasures in order, with their rows; other events than merges are passed over.
 */
export const homesOf = (
  directives: readonly Row[],
  report: (notice: Issue) => void,
): ((leadId: string) => string) => {
  const into = new Map<string, string>();
  const homeOf = (leadId: string): string => {
    const trail: string[] = [];
    let home = leadId;
    for (let next = into.get(home); next !== undefined; next = into.get(home)) {
      trail.push(home);
      home = next;
    }
    // Shorten the way for the next who asks, or a long chain would be walked once for each of its events.
    for (const passed of trail) into.set(passed, home);
    return home;
  };
  for (const { row, event } of directives) {
    if (event.type !== 'merge') continue;
    const [from, home] = [homeOf(event.from), homeOf(event.into)];
    if (from === home) report(lifecycleIssue('merge_cycle', { merge: event.id, from: event.from, into: event.into }, [row]));
    else into.set(from, home);
  }
  return homeOf;
};
