import { dayEnds } from '../../kernel/day-end.js';
import type { Issue } from '../../kernel/issue.js';
import type { Event } from '../../vocabulary/event.js';
import { lifecycleIssue } from '../issues.js';
import { eachTie } from './each-tie.js';
import { compareMoments, isLeadEvent, type Row } from './row.js';

/**
 * Where events of one lead lie in an order that is only a convention: two at one moment with no `seq` between them, and one
 * that is known to the day only with whatever else lies on that day. Two that are known to one day are in the order of
 * their `seq`, where they have different ones. Between different leads the order changes nothing.
 *
 * @param rows - In the total order.
 */
export const tiesIn = (rows: readonly Row[], report: (notice: Issue) => void): readonly number[] => {
  const byDay = placesByDay(rows);
  // Rows of one moment follow each other, so that only what happened at the moment in hand is remembered.
  const now = new Map<string, { readonly event: Event; readonly order: number }>();
  const tied = new Set<number>();
  rows.forEach(({ row, event }, order) => {
    const { at } = event;
    const isFirst = rows[order - 1]?.event.at !== at;
    if (isFirst) now.clear();
    // Most events are alone at their moment.
    if (isFirst && rows[order + 1]?.event.at !== at) return;
    if (!isLeadEvent(event) || byDay.has(event.leadId)) return;
    const before = now.get(event.leadId);
    if (before !== undefined && compareMoments(before.event, event) === 0) {
      report(lifecycleIssue('tie', { leadId: event.leadId, first: before.event.id, second: event.id }, [row]));
      tied.add(before.order).add(order);
    }
    now.set(event.leadId, { event, order });
  });
  tieByDay(rows, byDay, tied, report);
  return [...tied].sort((a, b) => a - b);
};

/** By lead, where the events lie of those leads that have one known to the day only. Most logs have none. */
const placesByDay = (rows: readonly Row[]): ReadonlyMap<string, readonly number[]> => {
  const places = new Map<string, number[]>();
  for (const { event } of rows) if (event.precision === 'day' && isLeadEvent(event)) places.set(event.leadId, []);
  if (places.size > 0) {
    rows.forEach(({ event }, order) => {
      if (isLeadEvent(event)) places.get(event.leadId)?.push(order);
    });
  }
  return places;
};

const tieByDay = (rows: readonly Row[], byDay: ReadonlyMap<string, readonly number[]>, tied: Set<number>, report: (notice: Issue) => void): void => {
  const endOf = dayEnds();
  const told = new Set<number>();
  const eventAt = (place: number): Event | undefined => rows[place]?.event;
  const idOf = (place: number): string => eventAt(place)?.id ?? '';
  for (const [leadId, places] of byDay) {
    eachTie(places, {
      at: (place) => eventAt(place)?.at ?? NaN,
      seq: (place) => eventAt(place)?.seq ?? Number.MAX_SAFE_INTEGER,
      dayEnd: (place) => {
        const event = eventAt(place);
        return event?.precision === 'day' ? endOf(event.zone, event.at) : NaN;
      },
      byRow: (first, second) => {
        tied.add(first).add(second);
        report(lifecycleIssue('tie', { leadId, first: idOf(first), second: idOf(second) }, [rows[second]?.row ?? second]));
      },
      byDay: (day, other) => {
        tied.add(day).add(other);
        if (told.has(day)) return;
        told.add(day);
        report(lifecycleIssue('tie_within_day', { leadId, day: idOf(day), other: idOf(other) }, [rows[day]?.row ?? day]));
      },
    });
  }
};
