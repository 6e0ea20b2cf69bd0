/** The rules by which rows are left out whatever is agreed, and why. An agreement's own rules are called otherwise. */
export const SALESFORCE_RULES = {
  of_ignored_record: 'it belongs to a record that the agreement leaves out',
  field_not_read: 'a history row, or a version, in which no field that is read has changed',
  told_by_lead: "the lead's own row says the same: that it was created, or into which other lead it was merged",
  told_by_status: 'a status change of the same lead says the same: the conversion, or the reason of an exit',
  told_by_owner_id: 'a row of the same change of owner has the ids of which this one has the names',
  told_by_owner: "a change of owner says the same, and to whom: the history's own words for it name nobody",
  told_by_opportunity: "the opportunity's own row says the same: that it was created",
  told_by_opportunity_history: 'OpportunityHistory is in the export and says the same, with the probability of that moment',
  same_meaning: 'the status before and the one after mean the same event and the same stage',
  status_without_meaning: 'the agreement says that this status is no step, and why',
  opted_in_again: 'an opt-out was taken back: the vocabulary knows no event for that',
  score_taken_away: 'a score became empty: the vocabulary knows no event for that',
  opportunity_without_lead: 'no record says of which lead the opportunity comes, and the agreement leaves such ones out',
  about_no_known_lead: 'an activity of a contact that no lead of the export became, or of nobody',
  not_done: 'a task that is not done',
  invitees_copy: "an invitee's copy of a meeting",
  series: 'the definition of a series: its occurrences are the meetings',
  no_meeting: 'a calendar entry that is no meeting, as the agreement says',
} as const;
/** One of {@link SALESFORCE_RULES}. */
export type SalesforceRule = keyof typeof SALESFORCE_RULES;
