/** The rules by which rows of any HubSpot export are left out, and why. An agreement's own rules are called otherwise. */
export const HUBSPOT_RULES = {
  deleted: 'HubSpot or the connector marks it as deleted',
  of_deleted: 'the history of a deal that is deleted',
  duplicate_row: 'the same row stands before it',
  reset: 'the property was emptied: no value, and no stage',
  same_value: 'the property was set to what it was, or had been before it was emptied',
  value_left_out: 'the agreement says that this value says nothing of the agreed life',
  opted_in_again: 'an opt-out that was taken back, or never was: the vocabulary knows no event for that',
  unassigned: 'the owner was taken away: the vocabulary knows no event for that',
  superseded: 'a property that was overwritten before anything else happened to the record',
  property_not_read: 'a property that the agreement does not name',
  told_by_deal_stages: 'the table of deal stages is in the export and says the same',
  stage_left_out: 'the agreement says that this stage of a pipeline is left out',
  amount_after_close: 'an amount of a deal that was lost already',
  merged_deal: 'a deal that was merged into another: the other one counts',
  deal_not_opened: 'properties of a deal of which nothing says when it was opened',
  without_contact: 'a deal or engagement without a contact, and the agreement leaves such ones out',
  call_not_made: 'a call that never rang',
  inbound_unanswered: 'a call by the prospect that nobody answered',
  email_not_sent: 'a mail that was not sent',
  email_left_out: 'a mail of a direction that the agreement leaves out',
  task_no_attempt: 'a task of a kind that is no attempt',
  task_not_done: 'a task that is not done',
  note: 'a note',
  form_left_out: 'a filled-in form, where the history of stages tells it',
} as const;
/** One of {@link HUBSPOT_RULES}. */
export type HubspotRule = keyof typeof HUBSPOT_RULES;
