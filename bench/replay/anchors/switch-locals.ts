import type { EventColumns } from 'revpact/lifecycle';

/**
 * The best that we could write by hand for this one lifecycle: a switch over the same columns, the lead's stage in a
 * local, numbers for names. Stages: 1 inquiry, 2 mql, 3 sal, 4 sql, 5 won, 6 rejected, 7 disqualified, 8 expired, 9 lost,
 * 10 recycled. Event types and answers as the library numbers them.
 */
export const switchLocals = ({ lead, event, guards, enters, leads }: Required<EventColumns>): Uint8Array => {
  const rows = lead.length;
  const verdicts = new Uint8Array(rows);
  const final = new Uint8Array(leads);
  let [current, stage] = [0, 0];
  for (let row = 0; row < rows; row += 1) {
    const whose = lead[row] ?? 0;
    if (whose !== current) {
      final[current] = stage;
      current = whose;
      stage = final[whose] ?? 0;
    }
    const into = enters[row] ?? 0;
    let to = 0;
    let step = true;
    switch (event[row]) {
      case 0: // inquiry
        if (stage === 0 || stage === 10) to = 1;
        else step = false;
        break;
      case 4: // qualified
        if (stage === 0 || stage === 1 || stage === 10) to = 2;
        break;
      case 6: // accepted: delivered, human
        if (stage === 2 && guards[row] === 3) to = 3;
        break;
      case 7: // rejected: delivered, untried, classified
        if (stage === 2 && guards[row] === 7) to = 6;
        break;
      case 18: // disqualified: tried
        if (stage === 3 && guards[row] === 1) to = 7;
        break;
      case 19: // expired
        if ((stage >= 1 && stage <= 4) || stage === 10) to = 8;
        break;
      case 20: // recycled
        if (stage >= 6 && stage <= 9) to = 10;
        break;
      case 21: // opportunity opened
        if (stage === 3) to = 4;
        break;
      case 23: // opportunity won
        if (stage === 4) to = 5;
        break;
      case 24: // opportunity lost
        if (stage === 4) to = 9;
        break;
      default:
        step = false;
    }
    if (into !== 0) {
      stage = into;
      verdicts[row] = to === into ? into : into | 0x80;
    } else if (to !== 0) {
      stage = to;
      verdicts[row] = to;
    } else {
      verdicts[row] = step ? stage | 0x80 : stage;
    }
  }
  final[current] = stage;
  return verdicts;
};
