import { REFUSED } from '../framework.js';

/** The event types that are decisions, by number: of the others, one that names the stage where the lead is says nothing new. */
const DECIDED: ReadonlySet<number> = new Set([5, 7, 8, 19, 20, 21, 22, 24, 25]);

/** What the hand-written code reads: grouped by lead, facts folded, answers in bits as the library numbers them. */
export interface Answered {
  readonly starts: Uint32Array;
  /** The event type's place in `EVENT_TYPES`. */
  readonly type: Uint8Array;
  readonly answers: Uint8Array;
  /** The number of the stage recorded; 0 for none. */
  readonly enters: Uint8Array;
}

/**
 * The best that we could write by hand for this one lifecycle over columns: a switch, the lead's stage in a local, numbers for
 * names. Stages: 1 inquiry, 2 mql, 3 sal, 4 meeting, 5 sql, 6 proposal, 7 won, 8 rejected, 9 disqualified, 10 expired,
 * 11 lost, 12 recycled.
 */
export const switchLocals = ({ starts, type, answers, enters }: Answered): Uint8Array => {
  const verdicts = new Uint8Array(type.length);
  for (let lead = 0; lead + 1 < starts.length; lead += 1) {
    const end = starts[lead + 1] ?? 0;
    let stage = 0;
    for (let row = starts[lead] ?? 0; row < end; row += 1) {
      const into = enters[row] ?? 0;
      let to = 0;
      let step = true;
      switch (type[row]) {
        case 0: // inquiry
          if (stage === 0 || stage === 12) to = 1;
          else step = false;
          break;
        case 5: // qualified
          if (stage === 0 || stage === 1 || stage === 12) to = 2;
          break;
        case 7: // accepted: delivered, human
          if (stage === 2 && answers[row] === 3) to = 3;
          break;
        case 8: // rejected: delivered, untried, classified
          if (stage === 2 && answers[row] === 7) to = 8;
          break;
        case 14: // meeting held: human
          if (stage === 3 && answers[row] === 1) to = 4;
          else step = false;
          break;
        case 19: // disqualified: tried
          if ((stage === 3 || stage === 4) && answers[row] === 1) to = 9;
          break;
        case 20: // expired
          if ((stage >= 1 && stage <= 6) || stage === 12) to = 10;
          break;
        case 21: // recycled
          if (stage >= 8 && stage <= 11) to = 12;
          break;
        case 22: // opportunity opened: by sales
          if ((stage === 3 || stage === 4) && answers[row] === 1) to = 5;
          break;
        case 23: // opportunity advanced
          if (stage === 5) to = 6;
          else step = false;
          break;
        case 24: // opportunity won
          if (stage === 5 || stage === 6) to = 7;
          break;
        case 25: // opportunity lost
          if (stage === 5 || stage === 6) to = 11;
          break;
        default:
          step = false;
      }
      if (into !== 0) {
        verdicts[row] = to === into || (into === stage && !DECIDED.has(type[row] ?? 0)) ? into : into | REFUSED;
        stage = into;
      } else if (to !== 0) {
        stage = to;
        verdicts[row] = to;
      } else {
        verdicts[row] = step ? stage | REFUSED : stage;
      }
    }
  }
  return verdicts;
};
