import { CLOSES_HOUR, DAY, HOLIDAYS, HOUR, OPENS_HOUR } from '../office.js';
import type { Additions, Spans } from '../questions.js';
import { momentOf, offsetAt, zoneTable, type ZoneTable } from './zone-table.js';

const holidays: ReadonlySet<number> = new Set(HOLIDAYS);
/** 1970-01-01 was a Thursday. */
const isWorkday = (day: number): boolean => {
  const weekday = (day + 4) % 7;
  return weekday !== 0 && weekday !== 6 && !holidays.has(day);
};
const localDay = (zone: ZoneTable, at: number): number => Math.floor((at + offsetAt(zone, at)) / DAY);

/** The best that we could write by hand without prefix sums: integers only, the zone's offsets in a table, day after day. */
export const integerDayLoop = (zoneId: string) => {
  const zone = zoneTable(zoneId);
  return {
    elapsed: ({ from, to }: Spans): Float64Array => {
      const results = new Float64Array(from.length);
      for (let i = 0; i < results.length; i += 1) {
        const [a, b] = [from[i] ?? 0, to[i] ?? 0];
        const last = localDay(zone, b);
        let sum = 0;
        for (let day = localDay(zone, a); day <= last; day += 1) {
          if (!isWorkday(day)) continue;
          const opens = momentOf(zone, day * DAY + OPENS_HOUR * HOUR);
          const closes = momentOf(zone, day * DAY + CLOSES_HOUR * HOUR);
          const open = Math.min(closes, b) - Math.max(opens, a);
          if (open > 0) sum += open;
        }
        results[i] = sum;
      }
      return results;
    },
    add: ({ from, openMs }: Additions): Float64Array => {
      const results = new Float64Array(from.length);
      for (let i = 0; i < results.length; i += 1) {
        const a = from[i] ?? 0;
        let left = openMs[i] ?? 0;
        for (let day = localDay(zone, a); ; day += 1) {
          if (!isWorkday(day)) continue;
          const opens = Math.max(a, momentOf(zone, day * DAY + OPENS_HOUR * HOUR));
          const open = momentOf(zone, day * DAY + CLOSES_HOUR * HOUR) - opens;
          if (open >= left) {
            results[i] = opens + left;
            break;
          }
          if (open > 0) left -= open;
        }
      }
      return results;
    },
  };
};
