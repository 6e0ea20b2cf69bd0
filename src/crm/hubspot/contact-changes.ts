import type { Acting, People } from './actor.js';
import type { HubspotAgreement } from './agreement.js';
import { isDealStep } from './agreement-check.js';
import { meant, type Change } from './contact-history.js';
import { hubspotIssue } from './issues.js';
import { leaveOut, refuse, uniqueNames, use } from './ledger.js';
import { whenOf } from './moment.js';
import { isTrue } from './tables.js';

/** What else a contact's history tells: lead status, opt-outs, scores, owners. */
export const otherChanges = (
  property: string,
  changes: readonly Change[],
  { status, optOut, scores }: HubspotAgreement,
  acting: Acting,
  people: People,
  zone: string,
): boolean => {
  const names = uniqueNames();
  const push = ({ entry, record, moment }: Change, seq: number, fields: Readonly<Record<string, unknown>> & { type: string }): void => {
    const id = names(`hubspot:contact:${record}:${property}:${String(moment.at)}`);
    const input = { ...whenOf(moment, zone), id, seq, by: acting(entry, null), leadId: record, ...fields };
    entry.drafts.push({ subject: `contact/${record}`, input, attributes: {} });
    use(entry);
  };
  let held: string | null = null;
  const eachNew = (read: (change: Change, value: string | null, before: string | null) => void): true => {
    for (const change of changes) {
      if (change.value === held) leaveOut(change.entry, change.value === null ? 'reset' : 'same_value');
      else {
        const before = held;
        held = change.value;
        read(change, change.value, before);
      }
    }
    return true;
  };

  if (property === status.property) {
    return eachNew((change, value) => {
      if (value === null) {
        leaveOut(change.entry, 'reset');
        return;
      }
      const step = meant(property, status.values, value, change.entry);
      if (step === null) leaveOut(change.entry, 'value_left_out');
      else if (step !== undefined) {
        const opportunity = isDealStep(step) ? { opportunityId: `hubspot:contact:${change.record}` } : {};
        push(change, 20, { ...step.set, ...opportunity, type: step.type, ...(step.stage === undefined ? {} : { stage: step.stage }) });
      }
    });
  }
  const channel = Object.hasOwn(optOut, property) ? optOut[property] : undefined;
  if (channel !== undefined) {
    return eachNew((change, value) => {
      if (!isTrue(value)) leaveOut(change.entry, 'opted_in_again');
      else push(change, 60, { type: 'opted_out', ...(channel === null ? {} : { channel }) });
    });
  }
  const kind = Object.hasOwn(scores, property) ? scores[property] : undefined;
  if (kind !== undefined) {
    let was: number | null = null;
    return eachNew((change, value) => {
      const score = value === null ? null : wholeNumber(value);
      if (value === null) leaveOut(change.entry, 'reset');
      else if (score === null) refuse(change.entry, hubspotIssue('hubspot_not_number', { expected: 'a whole number', received: value.slice(0, 60) }, ['value']));
      else {
        push(change, 5, { type: 'score_changed', score, kind, ...(was === null ? {} : { was }) });
        was = score;
      }
    });
  }
  if (property !== 'hubspot_owner_id') return false;
  return eachNew((change, value) => {
    if (value === null) leaveOut(change.entry, 'unassigned');
    else push(change, 4, { type: 'assigned', to: value, toParty: people.partyOf(value) });
  });
};

const wholeNumber = (written: string): number | null => {
  const found = /^(-?\d{1,15})(?:\.0{1,9})?$/.exec(written);
  return found === null ? null : Number(found[1]) + 0;
};
