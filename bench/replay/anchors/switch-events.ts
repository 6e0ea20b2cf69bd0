import type { LeadEvent } from 'revpact/vocabulary';
import { isIdle, NUMBER, REFUSED, STAGES } from '../framework.js';

/** A lead that is written over. */
interface Life {
  stage: number;
  delivered: boolean;
  receiver: string;
  tried: number;
  accepter: string;
  triedSince: number;
}

const newLife = (): Life => ({ stage: 0, delivered: false, receiver: '', tried: 0, accepter: '', triedSince: 0 });

/**
 * The best that we could write by hand over the events themselves, for this one lifecycle: a mutable object a lead, at hand
 * while the lead's events follow each other, and a switch. Verdicts only: no order, no visits, no reasons.
 */
export const switchEvents = (events: readonly LeadEvent[]): Uint8Array => {
  const verdicts = new Uint8Array(events.length);
  const lives = new Map<string, Life>();
  let leadId = '';
  let life = newLife();
  for (let row = 0; row < events.length; row += 1) {
    const event = events[row];
    if (event === undefined) continue;
    if (event.leadId !== leadId) {
      leadId = event.leadId;
      const known = lives.get(leadId);
      life = known ?? newLife();
      if (known === undefined) lives.set(leadId, life);
    }
    const { stage } = life;
    const { by } = event;
    let to = 0;
    let step = true;
    switch (event.type) {
      case 'inquiry':
        if (stage === 0 || stage === 12) to = 1;
        else step = false;
        break;
      case 'qualified':
        if (stage === 0 || stage === 1 || stage === 12) to = 2;
        break;
      case 'handed_off':
        step = false;
        life.delivered = true;
        life.receiver = event.to;
        life.tried = 0;
        break;
      case 'accepted':
        if (stage === 2 && life.delivered && by.kind === 'human') to = 3;
        if (by.kind === 'human' && by.party === life.receiver) life.delivered = false;
        life.accepter = by.party;
        life.triedSince = 0;
        break;
      case 'rejected':
        if (stage === 2 && life.delivered && life.tried === 0) to = 8;
        if (by.kind === 'human' && by.party === life.receiver) life.delivered = false;
        break;
      case 'attempt':
        step = false;
        if (by.kind === 'human') {
          if (by.party === life.receiver) life.tried += 1;
          if (by.party === life.accepter) life.triedSince += 1;
        }
        break;
      case 'meeting_held':
        if (stage === 3 && by.kind === 'human') to = 4;
        else step = false;
        break;
      case 'disqualified':
        if ((stage === 3 || stage === 4) && life.triedSince >= 1) to = 9;
        break;
      case 'expired':
        if ((stage >= 1 && stage <= 6) || stage === 12) to = 10;
        life.delivered = false;
        break;
      case 'recycled':
        if (stage >= 8 && stage <= 11) to = 12;
        life.accepter = '';
        life.triedSince = 0;
        break;
      case 'opportunity_opened':
        if ((stage === 3 || stage === 4) && by.party === 'sales') to = 5;
        break;
      case 'opportunity_advanced':
        if (stage === 5) to = 6;
        else step = false;
        break;
      case 'opportunity_won':
        if (stage === 5 || stage === 6) to = 7;
        break;
      case 'opportunity_lost':
        if (stage === 5 || stage === 6) to = 11;
        break;
      default:
        step = false;
    }
    if (event.stage !== undefined) {
      const into = NUMBER.get(event.stage) ?? 0;
      life.stage = into;
      verdicts[row] = to === into || isIdle(event.type, event.stage, STAGES[stage] ?? '') ? into : into | REFUSED;
    } else if (to !== 0) {
      life.stage = to;
      verdicts[row] = to;
    } else {
      verdicts[row] = step ? stage | REFUSED : stage;
    }
  }
  return verdicts;
};
