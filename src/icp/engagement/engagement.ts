import { byText, groupBy } from '../../kernel/group.js';
import type { Instant } from '../../kernel/instant.js';
import type { Event } from '../../vocabulary/event.js';
import type { Lead } from '../../vocabulary/lead.js';
import { FRESH, halfLifeWeights } from './half-life.js';
import type { EngagementModel, Signal } from './model.js';
import { signalsOf, type SeenSignal } from './signal.js';

/** What one signal gives. */
export interface EngagementReason {
  readonly signal: string;
  /** How many of them count. */
  readonly counted: number;
  /** How many do not, because that many counted for the same lead on the same day already. */
  readonly beyondDay: number;
  /** Millionths of a point: whole, so that they add up. */
  readonly millionths: number;
  /** The last one that counts. */
  readonly latest: Instant;
  readonly why: string;
}

/** How much interest is shown of late, and every reason. The reasons' millionths add up to `millionths` exactly. */
export interface Engagement {
  /** Whole points, rounded down. A level that asks for so many is reached by these as by the millionths. */
  readonly points: number;
  readonly millionths: number;
  /** The first level whose points are reached; null where none is. */
  readonly level: string | null;
  /** One a signal that was seen, in the model's order. */
  readonly reasons: readonly EngagementReason[];
}
/** How much interest a lead shows. */
export interface LeadEngagement extends Engagement {
  readonly leadId: string;
}
/** How much interest an account shows: that of its leads together. */
export interface AccountEngagement extends Engagement {
  readonly accountId: string;
}

const DAY_MS = 86_400_000;

/** The level that so many points reach: the first in the model's order; null where none is. */
export const levelOf = ({ levels }: EngagementModel, points: number): string | null => levels.find(({ atLeast }) => points >= atLeast)?.id ?? null;

/**
 * How much interest some events show as of a moment. What happened before `asOf` counts, each event as the first signal of the
 * model that it is, with its points × a weight in millionths that halves with every half-life: see {@link halfLifeWeights}. An
 * event's age is in whole days of 24 hours. `mostPerDay` keeps the first ones of each lead and day in UTC.
 *
 * @param events - As `resolve` leaves them, in any order. Those of several leads are added up.
 * @example
 * ```ts
 * import { engagement } from 'revpact/icp';
 * import type { Event } from 'revpact/vocabulary';
 *
 * const model = {
 *   id: 'interest',
 *   title: 'Interest',
 *   halfLifeDays: 7,
 *   signals: [{ id: 'inquiry', title: 'Asked for us', on: { type: 'inquiry' }, points: 40 }],
 *   levels: [{ id: '1', atLeast: 20 }, { id: '2', atLeast: 1 }],
 * } as const;
 * const asked: Event = {
 *   id: 'e1',
 *   type: 'inquiry',
 *   leadId: 'l1',
 *   at: Date.UTC(2026, 2, 1),
 *   by: { party: 'marketing', kind: 'automation' },
 * };
 * engagement(model, [asked], { asOf: Date.UTC(2026, 2, 8) }).level // => '1'
 * engagement(model, [asked], { asOf: Date.UTC(2026, 2, 9) }).points // => 18
 * ```
 */
export const engagement = (model: EngagementModel, events: readonly Event[], { asOf }: { readonly asOf: Instant }): Engagement =>
  weigher(model, asOf)(signalsOf(model, events, asOf, () => 'all').get('all'));

/** {@link engagement} of each lead of which a signal was seen, by lead id as text. */
export const engagementByLead = (model: EngagementModel, events: readonly Event[], { asOf }: { readonly asOf: Instant }): readonly LeadEngagement[] => {
  const weigh = weigher(model, asOf);
  return [...signalsOf(model, events, asOf, ({ leadId }) => leadId)]
    .map(([leadId, seen]) => ({ leadId, ...weigh(seen) }))
    .sort((a, b) => byText(a.leadId, b.leadId));
};

/**
 * {@link engagement} of each account of which a signal was seen, by account id as text. An event belongs to the account that it
 * names, else to that of its lead's record; one without either belongs to none. `mostPerDay` is of each lead still.
 */
export const engagementByAccount = (
  model: EngagementModel,
  events: readonly Event[],
  { asOf, leads = [] }: { readonly asOf: Instant; readonly leads?: readonly Lead[] },
): readonly AccountEngagement[] => {
  const weigh = weigher(model, asOf);
  const accountOf = new Map(leads.map(({ id, accountId }) => [id, accountId]));
  return [...signalsOf(model, events, asOf, (event) => event.accountId ?? accountOf.get(event.leadId) ?? null)]
    .map(([accountId, seen]) => ({ accountId, ...weigh(seen) }))
    .sort((a, b) => byText(a.accountId, b.accountId));
};

const weigher = (model: EngagementModel, asOf: Instant): ((seen?: readonly SeenSignal[]) => Engagement) => {
  const weights = halfLifeWeights(model.halfLifeDays);
  const weightOf = (at: Instant): number => weights[Math.floor((asOf - at) / DAY_MS)] ?? 0;
  return (seen = []) => {
    const ofSignal = [...groupBy(seen, ({ place }) => place)].sort(([a], [b]) => a - b);
    const reasons = ofSignal.flatMap(([place, own]) => {
      const signal = model.signals[place];
      return signal === undefined ? [] : [reasonOf(signal, own, weightOf, asOf)];
    });
    const millionths = reasons.reduce((sum, one) => sum + one.millionths, 0);
    if (![millionths, ...reasons.map((one) => one.millionths)].every(Number.isSafeInteger))
      throw new RangeError('more signals than can be added up exactly: nine million of the heaviest');
    const points = wholePoints(millionths);
    return { points, millionths, level: levelOf(model, points), reasons };
  };
};

/** Rounded down, without a quotient that would have to be rounded first. */
const wholePoints = (millionths: number): number => {
  const over = millionths % FRESH;
  return (millionths - (over < 0 ? over + FRESH : over)) / FRESH;
};

/** What one signal gives, over the leads that it was seen of. */
const reasonOf = (signal: Signal, seen: readonly SeenSignal[], weightOf: (at: Instant) => number, asOf: Instant): EngagementReason => {
  const kept = firstOfDays(seen, signal.mostPerDay);
  let [weight, latest] = [0, -Infinity];
  for (const { at } of kept) {
    weight += weightOf(at);
    if (at > latest) latest = at;
  }
  const counted = kept.length;
  const beyondDay = seen.length - counted;
  // What takes points and has no weight left gives 0, not the zero below it.
  const millionths = signal.points * weight + 0;
  return {
    signal: signal.id,
    counted,
    beyondDay,
    millionths,
    latest,
    get why() {
      return words(signal, { counted, beyondDay, millionths }, Math.floor((asOf - latest) / DAY_MS));
    },
  };
};

/** The first so many of each lead and day in UTC. */
const firstOfDays = (seen: readonly SeenSignal[], most: number = Infinity): readonly SeenSignal[] => {
  if (seen.length <= most) return seen;
  return [...groupBy(seen, ({ leadId }) => leadId).values()].flatMap((own) => {
    let [day, inDay] = [NaN, 0];
    return [...own]
      .sort((a, b) => a.at - b.at)
      .filter(({ at }) => {
        const its = Math.floor(at / DAY_MS);
        inDay = its === day ? inDay + 1 : 1;
        day = its;
        return inDay <= most;
      });
  });
};

type Counts = Pick<EngagementReason, 'counted' | 'beyondDay' | 'millionths'>;

const words = ({ title, points }: Signal, { counted, beyondDay, millionths }: Counts, days: number): string => {
  const times = counted === 1 ? 'once' : `${String(counted)} times`;
  const last = `${counted === 1 ? '' : 'the last '}${days === 0 ? 'within a day' : days === 1 ? 'a day ago' : `${String(days)} days ago`}`;
  const beyond = beyondDay === 0 ? '' : `, ${String(beyondDay)} more on full days`;
  return `${title}: ${times}, ${last}${beyond}; worth ${String(Math.trunc(millionths / FRESH))} of ${String(points * counted)} points`;
};
