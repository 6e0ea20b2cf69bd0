import { DAY } from './hours.js';
import { inRepeatedHour, onClockChange } from './dirt.js';
import type { Delivery, IllegalStep, Life, Line } from './story.js';
import { AS_OF, EXPORTED } from './world.js';
import type { Unreadable } from './unreadable.js';

/** What was planted on the way into the export. */
export interface Planted {
  /** Moments at which one lead has two events or more. */
  readonly ties: number;
  /** Those of them whose order only the order of the rows decides. */
  readonly tiesWithoutSeq: number;
  readonly exactDuplicates: number;
  readonly editedDuplicates: number;
  readonly hostileTexts: number;
  readonly twoLineTexts: number;
  readonly unreadable: readonly Unreadable[];
}

/** Every kind of dirt in `events.csv`, counted. Events are counted once, however often they stand there. */
export interface DirtReport extends Omit<Planted, 'unreadable'> {
  readonly rows: number;
  readonly leads: number;
  /** Rows that no reader should take, and why. */
  readonly unreadableRows: number;
  readonly unreadable: Readonly<Record<string, number>>;
  /** Recorded more than a day after it happened. */
  readonly lateRows: number;
  readonly afterAsOf: number;
  readonly onClockChangeDays: number;
  readonly inRepeatedHours: number;
  readonly blankSources: number;
  readonly blankPeople: number;
  readonly automationUnderAPerson: number;
  readonly recycled: number;
  readonly reopenedOpportunities: number;
  /** Deliveries neither accepted nor rejected by the day of the export. */
  readonly unanswered: number;
  /** Deliveries accepted and not once attempted by then. */
  readonly acceptedNeverAttempted: number;
  readonly illegal: Readonly<Record<IllegalStep, number>>;
  readonly voids: number;
  readonly redated: number;
  readonly merges: number;
  readonly erasures: number;
  readonly waived: number;
  readonly optedOut: number;
}

const exported = ({ at }: { readonly at: number }): boolean => at < EXPORTED;

export const reportOf = (lives: readonly Life[], lines: readonly Line[], rows: number, planted: Planted): DirtReport => {
  const count = (fits: (line: Line) => boolean): number => lines.filter(fits).length;
  const ofType = (type: string): number => count(({ cells }) => cells.type === type);
  const deliveries = lives.flatMap((life) => life.deliveries).filter(exported);
  const answered = deliveries.filter(({ answer }) => answer !== null && exported(answer));
  const tried = ({ firstAttempt }: Delivery): boolean => firstAttempt !== null && exported(firstAttempt);
  const untried = answered.filter((delivery) => delivery.answer?.kind === 'accepted' && !tried(delivery));
  const illegal = lives.flatMap((life) => life.illegal).filter(exported);
  const turns = lives.flatMap(({ deals }) => deals.flatMap((deal) => deal.turns)).filter(exported);
  const steps = (kind: IllegalStep): number => illegal.filter((step) => step.kind === kind).length;
  const { unreadable, ...rest } = planted;
  return {
    rows,
    leads: lives.length,
    ...rest,
    unreadableRows: unreadable.length,
    unreadable: Object.fromEntries([...new Set(unreadable)].map((why) => [why, unreadable.filter((one) => one === why).length])),
    lateRows: count(({ at, knownAt }) => knownAt - at > DAY),
    afterAsOf: count(({ at }) => at >= AS_OF),
    onClockChangeDays: count(({ at, zone }) => onClockChange(at, zone)),
    inRepeatedHours: count(({ at, zone }) => inRepeatedHour(at, zone)),
    blankSources: count(({ cells }) => cells.type === 'inquiry' && cells.source === ''),
    blankPeople: count(({ cells }) => cells.kind === 'human' && cells.person === ''),
    automationUnderAPerson: count(({ cells }) => cells.type === 'attempt' && cells.kind === 'automation' && cells.person !== ''),
    recycled: ofType('recycled'),
    reopenedOpportunities: turns.filter(({ turn }) => turn === 'reopened').length,
    unanswered: deliveries.length - answered.length,
    acceptedNeverAttempted: untried.length,
    illegal: {
      rejected_after_attempt: steps('rejected_after_attempt'),
      disqualified_without_attempt: steps('disqualified_without_attempt'),
      won_without_opportunity: steps('won_without_opportunity'),
    },
    voids: count(({ cells }) => cells.change === 'void'),
    redated: count(({ cells }) => cells.change === 'at'),
    merges: ofType('merge'),
    erasures: ofType('erasure'),
    waived: ofType('waived'),
    optedOut: ofType('opted_out'),
  };
};
