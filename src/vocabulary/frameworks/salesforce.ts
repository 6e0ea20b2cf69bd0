import type { Framework, Requirement } from '../framework.js';

const OPEN_DEAL = [
  'prospecting',
  'qualification',
  'needs_analysis',
  'value_proposition',
  'id_decision_makers',
  'perception_analysis',
  'proposal_price_quote',
  'negotiation_review',
] as const;

/** A change of amount or probability leaves a deal where it is: only one that names the stage entered moves it. */
const NAMES_IT = [{ kind: 'says', field: 'stage', oneOf: OPEN_DEAL }] as const satisfies readonly Requirement[];

/** Salesforce moves no lead by itself: a call that was logged leaves the status alone until somebody sets it. */
const WORKS_IT = [{ kind: 'human' }, { kind: 'says', field: 'stage', oneOf: ['working_contacted'] }] as const satisfies readonly Requirement[];

/** From every other open stage, and from a deal that was closed too early. */
const othersThan = (stage: (typeof OPEN_DEAL)[number]): readonly string[] => [
  ...OPEN_DEAL.filter((one) => one !== stage),
  'closed_won',
  'closed_lost',
];

/** Salesforce knows no order of stages: a deal may be opened in any and set to any other. */
const dealSteps: Framework['transitions'] = /* @__PURE__ */ (() => [
  ...OPEN_DEAL.map((to) => ({ on: 'opportunity_opened' as const, from: ['start', 'closed_converted'], to })),
  ...OPEN_DEAL.map((to) => ({ on: 'opportunity_advanced' as const, from: othersThan(to), to, requires: NAMES_IT })),
])();

/**
 * Salesforce out of the box: the four classic values of Lead.Status, then the ten of Opportunity.StageName with the
 * percentages it ships. Both are picklists that anybody may set to anything, so no step but the ones that its own
 * words contradict is refused; an extension adds the rules of a pact. Salesforce keeps no MQL, and no acceptance apart
 * from the first attempt: those milestones do not exist here.
 */
export const salesforce = /* @__PURE__ */ (() => ({
  id: 'salesforce',
  title: 'Salesforce lead status and opportunity stages',
  source:
    'Lead status: the classic defaults of the standard picklist, as in public org metadata. Opportunity stages: crmnewstoday.com/?p=553, rainmakercloud.com, ' +
    '"Salesforce opportunity stages". Percentages: defaults in public org metadata (OpportunityStage.standardValueSet), which agree with memory; no page of the vendor lists them.',
  confidence: 'secondary',
  demandUnit: 'person',
  stages: [
    {
      id: 'open_not_contacted',
      term: 'Open - Not Contacted',
      definition: 'A lead record that nobody has tried to reach. Holds inquiries, MQLs and accepted leads alike.',
      owner: 'marketing',
      kind: 'sla',
      class: 'demand',
      entry: 'The record is created, by a form, an import or a person; or a closed one is opened again.',
      leave: 'Somebody tries to reach it, or it is closed.',
    },
    {
      id: 'working_contacted',
      term: 'Working - Contacted',
      definition: 'A lead that one of our people has tried to reach.',
      owner: 'sales_development',
      kind: 'sla',
      class: 'qualification',
      entry: 'A person who takes it on, or has tried to reach it, sets it.',
      leave: 'It is converted, or closed without.',
    },
    {
      id: 'closed_converted',
      term: 'Closed - Converted',
      definition: 'The lead became an account and a contact, and an opportunity unless that was left out.',
      owner: 'sales',
      kind: 'gate',
      class: 'qualification',
      entry: 'Somebody converts the lead.',
      leave: 'Its opportunity is opened, mostly in the same moment.',
    },
    {
      id: 'closed_not_converted',
      term: 'Closed - Not Converted',
      definition: 'The lead was closed without an opportunity. Rejected, disqualified and expired are one here; which it was, only the event tells.',
      owner: 'marketing',
      kind: 'inventory',
      class: 'exit',
      entry: 'Somebody closes the lead.',
      leave: 'Opened again.',
    },
    {
      id: 'prospecting',
      term: 'Prospecting',
      definition: 'A deal that was just opened.',
      owner: 'sales',
      kind: 'inventory',
      class: 'opportunity',
      probability: 10,
      entry: 'An opportunity is opened.',
      leave: 'Set to another stage.',
    },
    {
      id: 'qualification',
      term: 'Qualification',
      definition: 'A deal of which it is found out whether it is one.',
      owner: 'sales',
      kind: 'inventory',
      class: 'opportunity',
      probability: 10,
      entry: 'Set by the seller.',
      leave: 'Set to another stage.',
    },
    {
      id: 'needs_analysis',
      term: 'Needs Analysis',
      definition: 'A deal of which it is found out what the customer needs.',
      owner: 'sales',
      kind: 'inventory',
      class: 'opportunity',
      probability: 20,
      entry: 'Set by the seller.',
      leave: 'Set to another stage.',
    },
    {
      id: 'value_proposition',
      term: 'Value Proposition',
      definition: 'A deal in which the customer is shown what they gain.',
      owner: 'sales',
      kind: 'inventory',
      class: 'opportunity',
      probability: 50,
      entry: 'Set by the seller.',
      leave: 'Set to another stage.',
    },
    {
      id: 'id_decision_makers',
      term: 'Id. Decision Makers',
      definition: 'A deal of which it is found out who decides.',
      owner: 'sales',
      kind: 'inventory',
      class: 'opportunity',
      probability: 60,
      entry: 'Set by the seller.',
      leave: 'Set to another stage.',
    },
    {
      id: 'perception_analysis',
      term: 'Perception Analysis',
      definition: 'A deal of which it is found out how those who decide see us.',
      owner: 'sales',
      kind: 'inventory',
      class: 'opportunity',
      probability: 70,
      entry: 'Set by the seller.',
      leave: 'Set to another stage.',
    },
    {
      id: 'proposal_price_quote',
      term: 'Proposal/Price Quote',
      definition: 'A deal for which an offer with a price was made.',
      owner: 'sales',
      kind: 'inventory',
      class: 'opportunity',
      probability: 75,
      entry: 'Set by the seller.',
      leave: 'Set to another stage.',
    },
    {
      id: 'negotiation_review',
      term: 'Negotiation/Review',
      definition: 'A deal whose terms are being settled.',
      owner: 'sales',
      kind: 'inventory',
      class: 'opportunity',
      probability: 90,
      entry: 'Set by the seller.',
      leave: 'Won or lost, or set back.',
    },
    {
      id: 'closed_won',
      term: 'Closed Won',
      definition: 'The customer signed.',
      owner: 'sales',
      kind: 'inventory',
      class: 'customer',
      probability: 100,
      entry: 'The deal is won.',
      leave: 'Set back where it was closed too early.',
    },
    {
      id: 'closed_lost',
      term: 'Closed Lost',
      definition: 'The deal ended without an order. Lost to a rival, given up and never decided are one here.',
      owner: 'sales',
      kind: 'inventory',
      class: 'exit',
      exit: 'lost',
      probability: 0,
      entry: 'The deal is lost.',
      leave: 'Opened again.',
    },
  ],
  transitions: [
    { on: 'inquiry', from: ['start'], to: 'open_not_contacted' },
    { on: 'assigned', from: ['start'], to: 'open_not_contacted' },
    { on: 'accepted', from: ['open_not_contacted'], to: 'working_contacted', requires: [{ kind: 'human' }] },
    { on: 'attempt', from: ['open_not_contacted'], to: 'working_contacted', requires: WORKS_IT },
    { on: 'contact_made', from: ['open_not_contacted'], to: 'working_contacted', requires: WORKS_IT },
    { on: 'qualified', from: ['open_not_contacted', 'working_contacted'], to: 'closed_converted' },
    { on: 'rejected', from: ['open_not_contacted', 'working_contacted'], to: 'closed_not_converted' },
    { on: 'disqualified', from: ['open_not_contacted', 'working_contacted'], to: 'closed_not_converted' },
    { on: 'expired', from: ['open_not_contacted', 'working_contacted'], to: 'closed_not_converted' },
    { on: 'recycled', from: ['closed_not_converted'], to: 'open_not_contacted' },
    { on: 'recycled', from: ['closed_not_converted'], to: 'working_contacted' },
    ...dealSteps,
    { on: 'opportunity_won', from: OPEN_DEAL, to: 'closed_won' },
    { on: 'opportunity_lost', from: OPEN_DEAL, to: 'closed_lost' },
    { on: 'recycled', from: ['closed_lost'], to: 'prospecting' },
  ],
  milestones: { inquiry: ['open_not_contacted'], sql: ['closed_converted'], opportunity: OPEN_DEAL, won: ['closed_won'] },
} as const satisfies Framework))();
