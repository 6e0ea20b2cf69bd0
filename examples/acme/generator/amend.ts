import { DAY, isoIn, MINUTE, wall } from './hours.js';
import { whole, type Random } from './random.js';
import type { Delivery, Life, Line } from './story.js';
import { Q2_2026, WAIVABLE_CLAUSE } from './world.js';

/**
 * What people put right afterwards. What really became of a delivery or a deal stays as it was, except that a breach may
 * be waived: a voided event never was, and a re-dated one happened when its correction says.
 */

const note = (id: string, at: number, cells: Line['cells']): Line => ({
  at,
  knownAt: at + 2000,
  zone: 'America/New_York',
  cells: { id, party: 'sales_development', person: 'sdr_chloe', kind: 'human', ...cells },
});

const inQ2 = ({ at }: { readonly at: number }): boolean => at >= Q2_2026.start && at < Q2_2026.end - 14 * DAY;
const before = ({ at }: { readonly at: number }): boolean => at < Q2_2026.start - 14 * DAY;

/** A few of those in the quarter and a few of those before it. */
const some = <T extends { readonly at: number }>(random: Random, from: readonly T[], each: number): readonly T[] =>
  [inQ2, before].flatMap((when) => {
    const fitting = from.filter(when);
    return Array.from({ length: Math.min(each, fitting.length) }, () => fitting.splice(whole(random, 0, fitting.length - 1), 1)).flat();
  });

const toSdr = (lives: readonly Life[]): readonly Delivery[] =>
  lives.flatMap(({ deliveries }) => deliveries).filter(({ handOff }) => handOff === 'mql_to_sdr');

/** Calls logged on the wrong lead, and one opportunity opened twice; each taken back. */
export const takeBack = (random: Random, lives: readonly Life[]): readonly Line[] => {
  const missed = toSdr(lives).filter(({ at, firstAttempt }) => firstAttempt === null || firstAttempt.at > at + 5 * DAY);
  const calls = some(random, missed, 4).flatMap((delivery, i) => {
    const [id, at] = [`${delivery.leadId}-x${String(i + 1)}`, delivery.at + whole(random, 60, 600) * 1000];
    return [
      note(id, at, { type: 'attempt', lead_id: delivery.leadId, person: delivery.to, channel: 'phone', outcome: 'no_answer' }),
      note(`void-${String(i + 1)}`, at + 2 * DAY, { type: 'correction', corrects: id, change: 'void', why: 'Logged on the wrong lead.' }),
    ];
  });
  const deals = lives.flatMap(({ leadId, deals: all }) =>
    all.flatMap(({ opportunityId, openedAt: at }) => (at === null ? [] : [{ leadId, opportunityId, at }])),
  );
  const doubled = some(random, deals, 1).flatMap(({ leadId, opportunityId, at }, i) => {
    const id = `${leadId}-y`;
    const rep = { party: 'sales', person: 'rep_frank' };
    const deal = { opportunity_id: `${opportunityId}b`, amount: '48000', currency: 'EUR' };
    return [
      note(id, at + 60 * MINUTE, { ...rep, type: 'opportunity_opened', lead_id: leadId, stage: 'sql', ...deal }),
      note(`void-deal-${String(i + 1)}`, at + DAY, { ...rep, type: 'correction', corrects: id, change: 'void', why: 'Opened twice.' }),
    ];
  });
  return [...calls, ...doubled];
};

/** First attempts written down with the hour of the write-up, and put right afterwards. */
export const redate = (random: Random, lives: readonly Life[], lines: readonly Line[]): readonly Line[] => {
  const prompt = toSdr(lives).flatMap(({ firstAttempt }) => firstAttempt ?? []);
  const chosen = new Map(some(random, prompt, 3).map((attempt) => [attempt.eventId, attempt]));
  return lines.flatMap((line) => {
    const truth = chosen.get(line.cells.id ?? '');
    if (truth === undefined) return [line];
    const at = truth.at + 2 * DAY;
    const change_at = isoIn(line.zone, truth.at);
    const why = 'Time of the write-up, not of the call.';
    const correction = { type: 'correction', corrects: truth.eventId, change: 'at', change_at, why };
    return [{ ...line, at, knownAt: at + 1000 }, note(`redate-${truth.eventId}`, at + 3 * DAY, correction)];
  });
};

/** Two people who asked twice, and one who wants to be forgotten. All before the quarter that is reviewed. */
export const mergeAndErase = (lives: readonly Life[]): readonly Line[] => {
  const old = lives.filter(({ inquiredAt }) => inquiredAt < wall('Europe/Berlin', '2025-12-01', '00:00'));
  const waiting = old.filter(({ inquiredAt, mqlAt: [first = 0] }) => first > inquiredAt + 10 * DAY);
  const silent = old.filter(({ mqlAt }) => mqlAt.length === 0);
  const pairs = [waiting[10], waiting[40]].flatMap((into) => {
    if (into === undefined) return [];
    const from = silent.find(({ inquiredAt }) => inquiredAt > into.inquiredAt + DAY && inquiredAt < into.inquiredAt + 3 * DAY);
    return from === undefined ? [] : [{ into, from }];
  });
  const forgotten = silent.slice(25, 26);
  const asked = wall('Europe/Berlin', '2026-02-10', '11:00');
  const office = { party: 'marketing', person: 'mk_jonas' };
  return [
    ...pairs.map(({ into, from }, i) =>
      note(`merge-${String(i + 1)}`, from.inquiredAt + 4 * DAY, { ...office, type: 'merge', from: from.leadId, into: into.leadId }),
    ),
    ...forgotten.map(({ leadId }) => note('erasure-1', asked, { ...office, type: 'erasure', lead_id: leadId })),
  ];
};

/** The weeks in which an SDR was ill, and when marketing let the misses of those weeks go. */
const ILLNESSES = [
  { person: 'sdr_dev', from: '2025-09-15', to: '2025-09-26', granted: '2025-09-30' },
  { person: 'sdr_dev', from: '2026-05-04', to: '2026-05-15', granted: '2026-05-19' },
] as const;

/** Waive first responses that were missed because of an illness; remembered with the delivery. */
export const waive = (lives: readonly Life[], missed: (delivery: Delivery) => boolean): readonly Line[] =>
  ILLNESSES.flatMap(({ person, from, to, granted }) => {
    const at = wall('Europe/Berlin', granted, '15:00');
    const [start, end] = [wall('Europe/Berlin', from, '00:00'), wall('Europe/Berlin', to, '23:00')];
    const once = lives.filter((life) => toSdr([life]).length === 1);
    return toSdr(once)
      .filter((delivery) => delivery.to === person && delivery.at >= start && delivery.at < end && missed(delivery))
      .map((delivery) => {
        delivery.waivedAt = at;
        const why = `${person} was ill from ${from} to ${to}.`;
        const by = { party: 'marketing', person: 'mk_anna' };
        return note(`waive-${delivery.leadId}`, at, { ...by, type: 'waived', lead_id: delivery.leadId, clause: WAIVABLE_CLAUSE, why });
      });
  });
