import type { Framework } from '../framework.js';

const stage = <const Id extends string>(
  id: Id,
  term: string,
  definition: string,
  owner: string,
  kind: 'inventory' | 'sla',
  stageClass: 'demand' | 'qualification' | 'opportunity' | 'customer',
  entry: string,
): { readonly id: Id } & Omit<Framework['stages'][number], 'id'> => ({
  id,
  term,
  definition,
  owner,
  kind,
  class: stageClass,
  entry,
  leave: 'A later stage is set. HubSpot knows no exit: lead status and deal stage hold what ended.',
});

/**
 * HubSpot's lifecycle stages with their API values. Of themselves they move forward only; somebody who blanks the
 * property first may set an earlier one, which is a recycled lead. They know neither acceptance nor any of the four
 * exits; those live in lead status and deals, so that those milestones do not exist here. Where marketing and sales
 * both qualify, the event names the stage; unnamed, it is marketing's until the lead is an MQL. No event leads to
 * "Other", which is set by hand.
 */
export const hubspot = /* @__PURE__ */ (() => ({
  id: 'hubspot',
  title: 'HubSpot lifecycle stages',
  source: 'knowledge.hubspot.com/contacts/use-lifecycle-stages; property `lifecyclestage` of the HubSpot API. The way back, by a blank: integrate.hubspot.com/t/update-lifecycle-stage-using-api/1333.',
  confidence: 'primary',
  demandUnit: 'person',
  stages: [
    stage('subscriber', 'Subscriber', 'Opted in to hear more.', 'marketing', 'inventory', 'demand', 'Signs up for a blog or newsletter.'),
    stage('lead', 'Lead', 'Converted beyond a subscription.', 'marketing', 'inventory', 'demand', 'Fills in a form or gives contact data.'),
    stage('marketingqualifiedlead', 'Marketing qualified lead', 'Marketing found it ready for sales.', 'marketing', 'sla', 'qualification', 'Meets the criteria that marketing set.'),
    stage('salesqualifiedlead', 'Sales qualified lead', 'Sales found it a potential customer; lead status holds the sub-stages.', 'sales', 'sla', 'qualification', 'Sales confirms it.'),
    stage('opportunity', 'Opportunity', 'Associated with a deal.', 'sales', 'inventory', 'opportunity', 'A deal is associated.'),
    stage('customer', 'Customer', 'Has at least one closed deal.', 'sales', 'inventory', 'customer', 'A deal is won.'),
    stage('evangelist', 'Evangelist', 'A customer who speaks for us.', 'customer_success', 'inventory', 'customer', 'Gives a reference or a case study.'),
    stage('other', 'Other', 'None of the above.', 'marketing', 'inventory', 'demand', 'Set by hand.'),
  ],
  transitions: [
    { on: 'touch', from: ['start'], to: 'subscriber' },
    { on: 'inquiry', from: ['start', 'subscriber', 'other'], to: 'lead' },
    { on: 'qualified', from: ['start', 'subscriber', 'lead', 'other'], to: 'marketingqualifiedlead' },
    { on: 'qualified', from: ['start', 'subscriber', 'lead', 'marketingqualifiedlead', 'other'], to: 'salesqualifiedlead' },
    { on: 'accepted', from: ['subscriber', 'lead', 'marketingqualifiedlead', 'other'], to: 'salesqualifiedlead' },
    { on: 'opportunity_opened', from: ['start', 'subscriber', 'lead', 'marketingqualifiedlead', 'salesqualifiedlead', 'other'], to: 'opportunity' },
    { on: 'opportunity_won', from: ['start', 'subscriber', 'lead', 'marketingqualifiedlead', 'salesqualifiedlead', 'opportunity', 'other'], to: 'customer' },
    { on: 'advocacy', from: ['customer'], to: 'evangelist' },
    { on: 'recycled', from: ['marketingqualifiedlead', 'salesqualifiedlead', 'opportunity'], to: 'lead' },
    { on: 'recycled', from: ['salesqualifiedlead', 'opportunity'], to: 'marketingqualifiedlead' },
  ],
  milestones: {
    inquiry: ['lead'],
    mql: ['marketingqualifiedlead'],
    sql: ['salesqualifiedlead'],
    opportunity: ['opportunity'],
    won: ['customer'],
  },
} as const satisfies Framework))();
