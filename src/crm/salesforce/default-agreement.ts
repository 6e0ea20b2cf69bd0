import type { SalesforceAgreement, SalesforceTable } from './agreement.js';

const YES = ['true', 'TRUE', 'True', '1'];

const deleted = (table: SalesforceTable): SalesforceAgreement['ignoreRows'][number] => ({
  id: `deleted_${table.toLowerCase()}`,
  table,
  when: [{ column: 'IsDeleted', is: 'one_of', values: YES }],
  why: 'in the recycle bin',
  optional: true,
});

/**
 * Salesforce as it comes: the four classic lead statuses and the ten opportunity stages, into the stages of the shipped
 * framework `salesforce`. An example to begin from, not a reading of anybody's org: who is which party and whose mails are
 * a sequencer's, only you know. Dates lie in UTC, amounts are US dollars, everybody is `sales_development` and every task
 * of type call or email is an attempt, until you say otherwise.
 */
export const SALESFORCE_AGREEMENT: SalesforceAgreement = /* @__PURE__ */ (() => ({
  id: 'salesforce_classic',
  title: 'Salesforce with its classic lead statuses and opportunity stages',
  zone: 'UTC',
  wallTimes: 'UTC',
  currency: 'USD',
  parties: { otherwise: 'sales_development' },
  automation: { users: [], rows: [] },
  lead: {
    statuses: {
      // Created with it, a lead is an inquiry; back in it, it was taken up again.
      'Open - Not Contacted': { type: 'recycled', stage: 'open_not_contacted' },
      'Working - Contacted': {
        type: 'accepted',
        stage: 'working_contacted',
        after: { 'Closed - Not Converted': { type: 'recycled', stage: 'working_contacted' } },
      },
      'Closed - Converted': { type: 'qualified', stage: 'closed_converted' },
      'Closed - Not Converted': { type: 'disqualified', reason: 'not_converted', stage: 'closed_not_converted' },
    },
    initialStatus: 'Open - Not Contacted',
    convertedStatus: 'Closed - Converted',
    undatedStatus: 'leave_out',
    handOffs: [{ from: 'marketing', to: 'sales_development' }],
    optOuts: [{ column: 'HasOptedOutOfEmail', channel: 'email' }],
  },
  opportunity: {
    stages: {
      Prospecting: { is: 'open', stage: 'prospecting' },
      Qualification: { is: 'open', stage: 'qualification' },
      'Needs Analysis': { is: 'open', stage: 'needs_analysis' },
      'Value Proposition': { is: 'open', stage: 'value_proposition' },
      'Id. Decision Makers': { is: 'open', stage: 'id_decision_makers' },
      'Perception Analysis': { is: 'open', stage: 'perception_analysis' },
      'Proposal/Price Quote': { is: 'open', stage: 'proposal_price_quote' },
      'Negotiation/Review': { is: 'open', stage: 'negotiation_review' },
      'Closed Won': { is: 'won', stage: 'closed_won' },
      'Closed Lost': { is: 'lost', stage: 'closed_lost' },
    },
    types: { 'New Business': 'new_business', 'New Customer': 'new_business', 'Existing Business': 'expansion' },
    undatedStage: 'leave_out',
    withoutLead: 'own_lead',
  },
  task: {
    at: ['CompletedDateTime', 'ActivityDate', 'CreatedDate'],
    done: [{ column: 'Status', is: 'equal', value: 'Completed' }],
    rules: [
      { id: 'call', when: [{ column: 'TaskSubtype', is: 'equal', value: 'Call' }], is: 'attempt', channel: 'phone' },
      { id: 'email', when: [{ column: 'TaskSubtype', is: 'one_of', values: ['Email', 'ListEmail'] }], is: 'attempt', channel: 'email' },
      { id: 'other_task', is: 'nothing', why: 'no call and no mail' },
    ],
  },
  meeting: {},
  ignoreRows: [
    {
      id: 'deleted_lead',
      table: 'Lead',
      when: [
        { column: 'IsDeleted', is: 'one_of', values: YES },
        { column: 'MasterRecordId', is: 'absent' },
      ],
      why: 'in the recycle bin, and not because it was merged',
      optional: true,
    },
    deleted('LeadHistory'),
    deleted('Opportunity'),
    deleted('OpportunityContactRole'),
    deleted('OpportunityHistory'),
    deleted('OpportunityFieldHistory'),
    deleted('Task'),
    deleted('Event'),
  ],
  // Free text of up to 32,000 characters, mostly copies of mails.
  ignoreColumns: { Lead: ['Description'], Task: ['Description'], Event: ['Description'] },
}))();
