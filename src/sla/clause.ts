import * as z from 'zod';
import type { Instant } from '../kernel/instant.js';
import type { Issue, Path } from '../kernel/issue.js';
import { schema } from '../kernel/schema.js';
import type { ClockFact, Facts } from '../vocabulary/fact.js';
import type { Milestones, StageId } from '../vocabulary/framework.js';
import type { PartyId } from '../vocabulary/party.js';
import type { Period } from '../vocabulary/period.js';
import { Id, TierName, Words } from '../vocabulary/words.js';
import type { Breach, Waiver } from './clock/excuse.js';
import { Condition } from './condition.js';
import { Rung } from './due/rung.js';
import type { ClauseFinding } from './finding/finding.js';
import type { OpenHours } from './calendar/open-hours.js';

/** A share of one that people agree on: decimal text above 0 and up to 1, such as `0.9`. */
export const Share = /* @__PURE__ */ schema(() =>
  z.string().regex(/^(?:1(?:\.0{1,6})?|0\.(?=0{0,5}[1-9])\d{1,6})$/, {
    error: 'a share is decimal text above 0 and up to 1, such as "0.9"',
  }),
);

/** A length of open time in whole minutes, up to that of a leap year. */
export const OpenMinutes = /* @__PURE__ */ schema(() => z.strictObject({ minutes: z.int().min(1).max(527_040) }));

/** What every clause of every kind says. */
export const clauseBase = /* @__PURE__ */ schema(() => ({
  id: Id,
  title: Words,
  /** Who owes it. */
  by: Id,
  /** Who it is owed to. */
  to: Id,
  /** The calendar its time is counted on; that of the person or party who owes where absent. */
  calendar: Id.exactOptional(),
}));

/** What a clause about deliveries says besides. */
export const deliveryBase = /* @__PURE__ */ schema(() => ({
  ...clauseBase,
  /** Only deliveries of this hand-off, and those that named none; every delivery between the two where absent. */
  handOff: Id.exactOptional(),
  /** The agreed share of deliveries on which the promise is kept. */
  share: Share,
  /** The share is judged only once so many were: fewer prove nothing. */
  minimumSample: z.int().min(1).max(1_000_000).exactOptional(),
}));

const windowShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    /** The lead's fit tier, as last recorded, is one of these. */
    tiers: z.array(TierName).min(1).max(100).readonly().exactOptional(),
    /** The lead came from one of these sources. */
    sources: z.array(z.string().min(1).max(200)).min(1).max(1000).readonly().exactOptional(),
    within: OpenMinutes,
  }),
);
/** Another time for some leads: all that is said of them must hold. */
export interface Window extends z.infer<typeof windowShape> {}

const warnShape = /* @__PURE__ */ schema(() =>
  z.union([
    OpenMinutes,
    z.strictObject({ share: Share }),
    z.strictObject({ after: OpenMinutes }),
  ]),
);
/** When a clock turns yellow, in open time: so long before it is due, once a share of the target is used up, or so long after the start. */
export type Warn = z.infer<typeof warnShape>;

/** What a clause with a clock says besides. */
export const timedBase = /* @__PURE__ */ schema(() => ({
  ...deliveryBase,
  /** Open time in which the promise is to be fulfilled. */
  within: OpenMinutes,
  /** Other times for some leads; the first that applies holds. */
  windows: z.array(windowShape).min(1).max(50).readonly().exactOptional(),
  /**
   * Where another window applies to a lead while its clock runs. keep: what applied at the start holds. from_start: the new
   * time counts from the start, pauses left out. remaining_share: the share of the time that was left is left of the new one.
   * Where absent, keep.
   */
  whenWindowChanges: z.enum(['keep', 'from_start', 'remaining_share']).exactOptional(),
  /** When it turns yellow; never where absent. */
  warn: warnShape.exactOptional(),
  /** Only leads to which one of these happened before the clock began or as it did. */
  onlyAfter: z.array(Condition).min(1).max(16).readonly().exactOptional(),
  /** The clock does not run from one event to the other. */
  pauses: z.array(z.strictObject({ from: Condition, until: Condition })).min(1).max(16).readonly().exactOptional(),
  /** Nothing is owed any more once one of these happens, beside what ends every clock of its kind. */
  cancelledBy: z.array(Condition).min(1).max(16).readonly().exactOptional(),
  /**
   * What brings a fulfilled promise back. restart: as a new clock. resume: the same clock runs on, and the time between does
   * not count. Where absent, nothing does.
   */
  reopen: z.strictObject({ by: z.array(Condition).min(1).max(16).readonly(), then: z.enum(['restart', 'resume']) }).exactOptional(),
  /**
   * Where the lead is given to somebody else of the party while the clock runs. keep: who had it at first answers for it.
   * restart: the clock begins anew for the new owner. split: it runs on, and whoever holds it when it is due answers for it.
   * Where absent, keep.
   */
  reassign: z.enum(['keep', 'restart', 'split']).exactOptional(),
  /** Who is told, and when, while it is not fulfilled. */
  escalation: z.array(Rung).min(1).max(16).readonly().exactOptional(),
  /** Clauses whose earlier breach on the same delivery excuses a breach of this one; the first that did is named. */
  excusedBy: z.array(Id).max(32).readonly().exactOptional(),
}));

/** What shared code may ask of any clause. */
export interface ClauseBase {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly by: PartyId;
  readonly to: PartyId;
  readonly calendar?: string;
  readonly handOff?: string;
  readonly share?: string;
  readonly minimumSample?: number;
  readonly warn?: Warn;
  readonly reassign?: 'keep' | 'restart' | 'split';
  readonly escalation?: readonly Rung[];
  /** Where it says so, a lead expires once the promise is broken and still open. */
  readonly expires?: true;
  readonly excusedBy?: readonly string[];
}

/**
 * The working hours that a clause is counted on, with the calendar's id: the clause's own calendar where it names one,
 * else the person's, else the party's.
 */
export type OpenHoursOf = (
  party: PartyId,
  person: string | null,
  calendar: string | null,
) => { readonly id: string; readonly open: OpenHours };

/** The working hours that a clock runs on: those of the version of the pact that it began under. */
export type HoursOfClock = (clock: ClockFact) => OpenHours;

/** What clocks are made with: nothing of it depends on when one looks. */
export interface ClockContext {
  readonly pactVersion: string;
  readonly openHoursOf: OpenHoursOf;
  /** Which stages count as having reached a milestone. */
  readonly milestones: Milestones;
  /** Which party owns each stage; where absent, no step changes the owner. */
  readonly stageOwners?: Readonly<Record<StageId, PartyId>>;
  /** What people let go, from `waived` events. */
  readonly waivers: readonly Waiver[];
  /** Whether any version promised what the clause does at a moment; where absent, always. What came before holds up nothing. */
  readonly isInForce?: (at: Instant) => boolean;
}

/** What a clause is judged with. */
export interface ClauseContext extends ClockContext {
  readonly period: Period;
  /** The moment of judgement: what happened strictly before it counts. */
  readonly asOf: Instant;
  readonly hoursOfClock: HoursOfClock;
  /** A clause as it was worded when a promise began; null where it was not in force then, so that nothing was promised. */
  readonly wordingAt: (clause: ClauseBase, at: Instant) => ClauseBase | null;
  /** What parties are called, by id; an id is read as words where it is missing. */
  readonly partyNames: Readonly<Record<PartyId, string>>;
}

/** One kind of promise: how it is written, which clocks it starts, and how it is judged. */
export interface ClauseKind {
  readonly kind: string;
  readonly title: string;
  /** Whether it is judged delivery by delivery, so that a breach of it can excuse another clause on the same delivery. */
  readonly byDelivery: boolean;
  /** What is wrong with one clause by itself that a schema cannot say. */
  readonly lint: (clause: ClauseBase, path: Path) => readonly Issue[];
  /** A clock for each delivery; none for a promise without time. Neither excused nor waived yet. */
  readonly clocks: (clause: ClauseBase, facts: Facts, context: ClockContext) => readonly ClockFact[];
  /** Every breach, whenever it came, before any excuse or waiver. */
  readonly breaches: (clause: ClauseBase, facts: Facts, clocks: readonly ClockFact[]) => readonly Breach[];
  /** Judge the clause over a period. Clocks are read from `facts.clocks`. */
  readonly assess: (clause: ClauseBase, facts: Facts, context: ClauseContext) => ClauseFinding;
}

/** A kind as its own file writes it: of its own clause. */
interface OwnKind<Own extends ClauseBase> {
  readonly kind: Own['kind'];
  readonly title: string;
  readonly byDelivery: boolean;
  readonly lint: (clause: Own, path: Path) => readonly Issue[];
  readonly clocks: (clause: Own, facts: Facts, context: ClockContext) => readonly ClockFact[];
  readonly breaches: (clause: Own, facts: Facts, clocks: readonly ClockFact[]) => readonly Breach[];
  readonly assess: (clause: Own, facts: Facts, context: ClauseContext) => ClauseFinding;
}

/** A kind that can stand in a list with others. Given a clause of another kind it throws: that is a bug of the caller. */
export const clauseKind = <Own extends ClauseBase>(own: OwnKind<Own>): ClauseKind => {
  const isOwn = (clause: ClauseBase): clause is Own => clause.kind === own.kind;
  const mine = (clause: ClauseBase): Own => {
    if (isOwn(clause)) return clause;
    throw new Error(`the clause "${clause.id}" is of kind ${clause.kind}, not ${own.kind}`);
  };
  return {
    kind: own.kind,
    title: own.title,
    byDelivery: own.byDelivery,
    lint: (clause, path) => own.lint(mine(clause), path),
    clocks: (clause, facts, context) => own.clocks(mine(clause), facts, context),
    breaches: (clause, facts, clocks) => own.breaches(mine(clause), facts, clocks),
    assess: (clause, facts, context) => own.assess(mine(clause), facts, context),
  };
};

/** The kind of a clause among `kinds`. A clause that was read with the schema of those kinds always has one. */
export const kindOf = (clause: ClauseBase, kinds: readonly ClauseKind[]): ClauseKind => {
  const kind = kinds.find((candidate) => candidate.kind === clause.kind);
  if (kind === undefined) throw new Error(`no clause kind "${clause.kind}"`);
  return kind;
};
