import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resolve, type Horizon } from 'revpact/lifecycle';
import { sirius2006, type CorrectionEvent, type Event } from 'revpact/vocabulary';
import { isAboutLead } from '../support/lead-log.js';
import { anyRecordedLog } from '../support/random-log.js';

// A second opinion on what `resolve` says: the rules as they are written in docs/semantics.md, each by looking at all rows
// again, without an eye to speed. Erasures have laws of their own.

interface Row {
  readonly row: number;
  readonly event: Event;
}
const before = (a: Event, b: Event): boolean => a.at < b.at || (a.at === b.at && (a.seq ?? Infinity) < (b.seq ?? Infinity));
/** How many rows come before one, which is its place. */
const placed = (rows: readonly Row[]): readonly Row[] =>
  rows
    .map((one) => ({ one, place: rows.filter((other) => before(other.event, one.event) || (!before(one.event, other.event) && other.row < one.row)).length }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one);
const leadOf = (event: Event): string | null => ('leadId' in event ? (event.leadId ?? null) : null);

const byHand = (events: readonly Event[], { asOf = Infinity, knownBy = Infinity }: Horizon) => {
  const rows = events.map((event, row) => ({ row, event }));
  const known = rows.filter(({ event }) => (event.knownAt ?? event.at) < knownBy);
  const counted = known.filter(({ row, event }) => !known.some((other) => other.row < row && other.event.id === event.id));
  const directives = placed(counted.filter(({ event }) => ['correction', 'merge'].includes(event.type)));
  const facts = counted.filter((one) => !directives.includes(one));

  const placeOf = (id: string): number => directives.findIndex(({ event }) => event.id === id);
  const isPossible = ({ event: { type, id } }: Row, correction: CorrectionEvent): boolean => {
    if (type === 'merge') return correction.change.kind === 'void';
    if (type === 'correction') return correction.change.kind === 'void' && placeOf(correction.id) > placeOf(id);
    return correction.change.kind !== 'stage' || isAboutLead(facts.find(({ event }) => event.id === id)?.event as Event);
  };
  /** The corrections of an event that hold, in order. */
  const wordsOn = (target: Row): readonly CorrectionEvent['change'][] =>
    directives.flatMap((one) =>
      one.event.type === 'correction' && one.event.corrects === target.event.id && isPossible(target, one.event) && !isVoid(one) ? [one.event.change] : [],
    );
  const isVoid = (target: Row): boolean => wordsOn(target).at(-1)?.kind === 'void';
  const lastAt = (target: Row): number | null => wordsOn(target).reduce<number | null>((at, change) => (change.kind === 'at' ? change.at : at), null);
  const lastStage = (target: Row): string | null => wordsOn(target).reduce<string | null>((stage, change) => (change.kind === 'stage' ? change.stage : stage), null);

  let homes = [...new Set(events.flatMap((event) => [leadOf(event), ...(event.type === 'merge' ? [event.from, event.into] : [])]))].map((id) => ({ id, home: id }));
  for (const merge of directives) {
    if (merge.event.type !== 'merge' || isVoid(merge)) continue;
    const { from, into } = merge.event;
    const [old, home] = [from, into].map((id) => homes.find((one) => one.id === id)?.home);
    homes = homes.map((one) => (one.home === old ? { id: one.id, home: home ?? null } : one));
  }

  const stays = facts.filter((one) => !isVoid(one) && (lastAt(one) ?? one.event.at) < asOf);
  const kept = placed(stays.map((one) => ({ row: one.row, event: { ...one.event, at: lastAt(one) ?? one.event.at } })));
  const homeOf = (event: Event): string | null => homes.find(({ id }) => id === leadOf(event))?.home ?? null;
  const late = stays.map(({ event }) => (event.knownAt ?? event.at) - event.at).filter((delay) => delay > 0);
  return {
    events: kept.map(({ row, event }) => [event.id, event.at, homeOf(event), lastStage({ row, event }) ?? ('stage' in event ? event.stage : null) ?? null]),
    kept: kept.length,
    cut: rows.length - known.length + facts.filter((one) => !isVoid(one)).length - stays.length,
    voided: facts.filter(isVoid).length,
    duplicates: known.length - counted.length,
    late: { count: late.length, longestMs: Math.max(0, ...late) },
    outOfOrder: stays.filter(({ row, event }) => stays.some((other) => other.row < row && leadOf(other.event) === leadOf(event) && before(event, other.event))).length,
    ties: kept.flatMap(({ event }, i) =>
      kept.some((other, j) => i !== j && homeOf(other.event) === homeOf(event) && !before(event, other.event) && !before(other.event, event)) ? [i] : [],
    ),
  };
};

test('resolve does what its rules say', () => {
  const log = anyRecordedLog(sirius2006, 20, 12).chain((events) =>
    fc
      .array(fc.option(fc.nat({ max: 3 }), { nil: null }), { minLength: events.length, maxLength: events.length })
      .map((seqs) => events.filter(({ type }) => type !== 'erasure').map((event, i) => (seqs[i] === null || seqs[i] === undefined ? event : { ...event, seq: seqs[i] }))),
  );
  const horizon = fc.record({ asOf: fc.option(fc.nat({ max: 120 }), { nil: Infinity }), knownBy: fc.option(fc.nat({ max: 120 }), { nil: Infinity }) });
  fc.assert(
    fc.property(log, horizon, (events, cuts) => {
      const { events: kept, counts, report, ties } = resolve(events, cuts);
      expect({
        events: kept.map((event) => [event.id, event.at, leadOf(event), 'stage' in event ? event.stage : null]),
        kept: counts.kept,
        cut: counts.cut,
        voided: counts.voided,
        duplicates: counts.duplicates,
        late: report.late,
        outOfOrder: report.outOfOrder,
        ties,
      }).toEqual(byHand(events, cuts));
    }),
    { numRuns: 1000 },
  );
});
