import type { LeadEvent } from 'revpact/vocabulary';
import { NUMBER, REFUSED } from './verdict.js';

/** A lead that is written over. */
interface Life {
  stage: number;
  delivered: boolean;
  receiver: string;
  tried: number;
  accepter: string;
  triedSince: number;
}

/** The best that we could write by hand over the events themselves: a mutable object a lead, found in a map, and a switch. */
export const switchEvents = (events: readonly LeadEvent[]): Uint8Array => {
  const verdicts = new Uint8Array(events.length);
  const lives = new Map<string, Life>();
  let leadId = '';
  let life: Life = { stage: 0, delivered: false, receiver: '', tried: 0, accepter: '', triedSince: 0 };
  for (let row = 0; row < events.length; row += 1) {
    const event = events[row];
    if (event === undefined) continue;
    if (event.leadId !== leadId) {
      leadId = event.leadId;
      const known = lives.get(leadId);
      if (known === undefined) {
        life = { stage: 0, delivered: false, receiver: '', tried: 0, accepter: '', triedSince: 0 };
        lives.set(leadId, life);
      } else life = known;
    }
    const { stage } = life;
    let to = 0;
    let step = true;
    switch (event.type) {
      case 'inquiry':
        if (stage === 0 || stage === 10) to = 1;
        else step = false;
        break;
      case 'qualified':
        if (stage === 0 || stage === 1 || stage === 10) to = 2;
        break;
      case 'handed_off':
        step = false;
        life.delivered = true;
        life.receiver = event.to;
        life.tried = 0;
        break;
      case 'accepted':
        if (stage === 2 && life.delivered && event.by.kind === 'human') to = 3;
        if (event.by.kind === 'human' && event.by.party === life.receiver) life.delivered = false;
        life.accepter = event.by.party;
        life.triedSince = 0;
        break;
      case 'rejected':
        if (stage === 2 && life.delivered && life.tried === 0) to = 6;
        if (event.by.kind === 'human' && event.by.party === life.receiver) life.delivered = false;
        break;
      case 'attempt':
        step = false;
        if (event.by.kind === 'human') {
          if (event.by.party === life.receiver) life.tried += 1;
          if (event.by.party === life.accepter) life.triedSince += 1;
        }
        break;
      case 'disqualified':
        if (stage === 3 && life.triedSince >= 1) to = 7;
        break;
      case 'expired':
        if ((stage >= 1 && stage <= 4) || stage === 10) to = 8;
        life.delivered = false;
        break;
      case 'recycled':
        if (stage >= 6 && stage <= 9) to = 10;
        break;
      case 'opportunity_opened':
        if (stage === 3) to = 4;
        break;
      case 'opportunity_won':
        if (stage === 4) to = 5;
        break;
      case 'opportunity_lost':
        if (stage === 4) to = 9;
        break;
      default:
        step = false;
    }
    if (event.stage !== undefined) {
      const into = NUMBER.get(event.stage) ?? 0;
      life.stage = into;
      verdicts[row] = to === into ? into : into | REFUSED;
    } else if (to !== 0) {
      life.stage = to;
      verdicts[row] = to;
    } else {
      verdicts[row] = step ? stage | REFUSED : stage;
    }
  }
  return verdicts;
};
