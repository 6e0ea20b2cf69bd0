import type { EngagementReader, Happening } from './engagements.js';
import { meant } from './contact-history.js';
import { firstText, leaveOut, text } from './ledger.js';
import { whenOf } from './moment.js';
import type { HubspotRule } from './rules.js';

const WHEN = ['hs_timestamp', 'timestamp', 'hs_createdate', 'created_at'] as const;

/** A call made is an attempt, and a conversation where its outcome is one; a call that the prospect made is contact, if it was answered. */
export const readCall: EngagementReader = {
  columns: ['hs_call_direction', 'hs_call_disposition', 'disposition', 'hs_call_status', 'status'],
  read: (entry, _, { agreement: { calls }, clock }) => {
    const moment = clock.need(entry, WHEN);
    const said = firstText(entry, ['hs_call_disposition', 'disposition']);
    const outcome = said === null ? null : meant('hs_call_disposition', calls.dispositions, said, entry);
    if (moment === null || outcome === undefined) return [];
    const status = firstText(entry, ['hs_call_status', 'status']);
    if (status !== null && calls.notMade.includes(status)) return left(entry, 'call_not_made');
    const when = whenOf(moment, clock.zone);
    const talked = outcome !== null && calls.conversations.includes(outcome);
    const conversation: Happening = { name: 'contact', seq: 41, fields: { ...when, type: 'contact_made', channel: 'phone' } };
    if (text(entry, 'hs_call_direction') === 'INBOUND') {
      return talked || outcome === null ? [{ ...conversation, human: true }] : left(entry, 'inbound_unanswered');
    }
    const attempt = { ...when, type: 'attempt', channel: 'phone', ...(outcome === null ? {} : { outcome }) };
    return [{ name: 'attempt', seq: 40, fields: attempt }, ...(talked ? [conversation] : [])];
  },
};

/** A mail sent is an attempt; one that came in is contact by the prospect. */
export const readEmail: EngagementReader = {
  columns: ['hs_email_direction', 'hs_email_status', 'status'],
  read: (entry, _, { agreement: { emails }, clock }) => {
    const moment = clock.need(entry, WHEN);
    const written = firstText(entry, ['hs_email_direction', 'type', 'hs_engagement_type']) ?? 'EMAIL';
    const direction = meant('hs_email_direction', emails.directions, written, entry);
    if (moment === null || direction === undefined) return [];
    if (direction === 'left_out') return left(entry, 'email_left_out');
    const when = whenOf(moment, clock.zone);
    if (direction === 'incoming') return [{ name: 'contact', seq: 41, human: true, fields: { ...when, type: 'contact_made', channel: 'email' } }];
    const status = firstText(entry, ['hs_email_status', 'status']);
    if (status !== null && emails.notSent.includes(status)) return left(entry, 'email_not_sent');
    const outcome = status !== null && Object.hasOwn(emails.outcomes, status) ? emails.outcomes[status] : undefined;
    return [{ name: 'attempt', seq: 40, fields: { ...when, type: 'attempt', channel: 'email', ...(outcome === undefined ? {} : { outcome }) } }];
  },
};

/** A task is a plan; one that was done is an attempt where the agreement says so of its kind. */
export const readTask: EngagementReader = {
  columns: ['hs_task_type', 'task_type', 'hs_task_status', 'status', 'hs_task_completion_date', 'completion_date'],
  read: (entry, _, { agreement: { tasks }, clock }) => {
    const kind = firstText(entry, ['hs_task_type', 'task_type']) ?? 'TODO';
    const channel = meant('hs_task_type', tasks, kind, entry);
    if (channel === undefined) return [];
    if (channel === null) return left(entry, 'task_no_attempt');
    if (firstText(entry, ['hs_task_status', 'status']) !== 'COMPLETED') return left(entry, 'task_not_done');
    const moment = clock.need(entry, ['hs_task_completion_date', 'completion_date', 'hs_timestamp', 'timestamp']);
    return moment === null ? [] : [{ name: 'attempt', seq: 40, fields: { ...whenOf(moment, clock.zone), type: 'attempt', channel } }];
  },
};

/** A message over another channel: what is logged is taken to be ours. */
export const readCommunication: EngagementReader = {
  columns: ['hs_communication_channel_type'],
  read: (entry, _, { agreement: { communications }, clock }) => {
    const moment = clock.need(entry, WHEN);
    const said = text(entry, 'hs_communication_channel_type');
    const channel = said === null ? 'other' : meant('hs_communication_channel_type', communications, said, entry);
    return moment === null || channel === undefined ? [] : [{ name: 'attempt', seq: 40, fields: { ...whenOf(moment, clock.zone), type: 'attempt', channel } }];
  },
};

const left = (entry: Parameters<EngagementReader['read']>[0], rule: HubspotRule): readonly Happening[] => {
  leaveOut(entry, rule);
  return [];
};
