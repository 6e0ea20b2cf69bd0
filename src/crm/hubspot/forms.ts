import type { Acting } from './actor.js';
import type { HubspotAgreement } from './agreement.js';
import { hubspotIssue } from './issues.js';
import { isOpen, leaveOut, refuse, text, use, type Entry } from './ledger.js';
import type { Clock } from './moment.js';
import { attributesOf } from './records.js';

/** Filled-in forms, where the agreement makes events of them. */
export const readForms = (rows: readonly Entry[], agreement: HubspotAgreement, clock: Clock, acting: Acting): void => {
  for (const entry of rows.filter(isOpen)) {
    const { forms } = agreement;
    if (forms === null) {
      leaveOut(entry, 'form_left_out');
      continue;
    }
    const contact = text(entry, 'contact_id');
    const moment = clock.need(entry, ['timestamp']);
    if (contact === null) refuse(entry, hubspotIssue('hubspot_no_id', { column: 'contact_id' }, ['contact_id']));
    if (contact === null || moment === null) continue;
    const which = text(entry, 'conversion_id') ?? text(entry, 'form_id') ?? 'form';
    const input = {
      ...forms.set,
      id: `hubspot:form:${contact}:${which}:${String(moment.at)}`,
      type: forms.type,
      at: moment.at,
      seq: 6,
      // Who fills in a form is the contact, whatever passes it on.
      by: { ...acting(entry, null), kind: 'automation' },
      leadId: contact,
      ...(forms.stage === undefined ? {} : { stage: forms.stage }),
    };
    const read = ['timestamp', 'contact_id', '_fivetran_deleted', 'is_deleted'];
    entry.drafts.push({ subject: null, input, attributes: { ...attributesOf(entry, (column) => read.includes(column), agreement) } });
    use(entry);
  }
};
