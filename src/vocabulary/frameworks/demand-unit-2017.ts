import { DISQUALIFICATION_RULES, EXIT_STAGES, REJECTION_RULES, WAY_BACK } from '../exits.js';
import type { Framework } from '../framework.js';

/**
 * The Demand Unit Waterfall of 2017. What moves is a buying group, not a person: five inquiries of one group that buys
 * once are one demand unit that was won. It has no stage of acceptance, so that this milestone does not exist here; an
 * acceptance is recorded nevertheless, and a disqualification asks for it.
 */
export const demandUnit2017 = /* @__PURE__ */ (() => ({
  id: 'demand_unit_2017',
  title: 'SiriusDecisions Demand Unit Waterfall (2017)',
  source:
    'Unit of count: siriusdecisions.com newsletter, April 2018. Target and active demand: gnwconsulting.com/resource-center/lead-lifecycle. ' +
    'The names of the other five stages, and what they mean, are from memory: no source found spells them out. ' +
    'Exits: siriusdecisions.com newsletter, July 2017, written for the 2012 waterfall and laid onto these stages by us.',
  confidence: 'secondary',
  demandUnit: 'buying_group',
  stages: [
    {
      id: 'target_demand',
      term: 'Target demand',
      definition: 'A buying group that we mean to sell to: it has the need that our offer answers.',
      owner: 'marketing',
      kind: 'inventory',
      class: 'demand',
      entry: 'It fits the agreed target market; a fit score says so.',
      leave: 'Evidence turns up that it is looking, or it answers.',
    },
    {
      id: 'active_demand',
      term: 'Active demand',
      definition: 'A buying group that shows signs of looking, such as intent data of others, without having turned to us.',
      owner: 'marketing',
      kind: 'inventory',
      class: 'demand',
      entry: 'An engagement or intent score was recorded.',
      leave: 'Somebody of the group answers or asks.',
    },
    {
      id: 'engaged_demand',
      term: 'Engaged demand',
      definition: 'A buying group of which somebody turned to us or answered us.',
      owner: 'marketing',
      kind: 'inventory',
      class: 'demand',
      entry: 'The first inquiry of anybody in the group.',
      leave: 'It reaches the agreed threshold for being worked, or expires.',
    },
    {
      id: 'prioritized_demand',
      term: 'Prioritized demand',
      definition: 'A buying group that shows enough to be worked now, before others.',
      owner: 'marketing',
      kind: 'sla',
      class: 'qualification',
      entry: 'Fit and activity of the group reach the agreed threshold.',
      leave: 'A person qualifies it, an opportunity is opened, or it is rejected or disqualified.',
    },
    {
      id: 'qualified_demand',
      term: 'Qualified demand',
      definition: 'A buying group whose need a person of ours confirmed in conversation.',
      owner: 'sales_development',
      kind: 'sla',
      class: 'qualification',
      entry: 'A person finds that the group means to buy.',
      leave: 'Sales opens an opportunity, or the group is disqualified.',
    },
    {
      id: 'pipeline',
      term: 'Pipeline',
      definition: 'An opportunity with an expected value and close date.',
      owner: 'sales',
      kind: 'inventory',
      class: 'opportunity',
      entry: 'An opportunity is opened.',
      leave: 'The opportunity is won or lost.',
    },
    {
      id: 'won',
      term: 'Closed won',
      definition: 'The buying group bought. The waterfall has one stage "closed"; one that is lost is an exit here.',
      owner: 'sales',
      kind: 'inventory',
      class: 'customer',
      entry: 'A signed order.',
      leave: 'A customer stays one; a new need is a new demand unit.',
    },
    ...EXIT_STAGES,
  ],
  transitions: [
    { on: 'score_changed', from: ['start'], to: 'target_demand', requires: [{ kind: 'says', field: 'kind', oneOf: ['fit'] }] },
    { on: 'score_changed', from: ['start', 'target_demand'], to: 'active_demand', requires: [{ kind: 'says', field: 'kind', oneOf: ['engagement'] }] },
    { on: 'inquiry', from: ['start', 'target_demand', 'active_demand', 'recycled'], to: 'engaged_demand' },
    { on: 'qualified', from: ['engaged_demand', 'recycled'], to: 'prioritized_demand' },
    { on: 'qualified', from: ['prioritized_demand'], to: 'qualified_demand', requires: [{ kind: 'human' }] },
    { on: 'rejected', from: ['prioritized_demand'], to: 'rejected', requires: REJECTION_RULES },
    { on: 'disqualified', from: ['prioritized_demand', 'qualified_demand'], to: 'disqualified', requires: DISQUALIFICATION_RULES },
    { on: 'opportunity_opened', from: ['prioritized_demand', 'qualified_demand'], to: 'pipeline' },
    { on: 'opportunity_won', from: ['pipeline'], to: 'won' },
    { on: 'opportunity_lost', from: ['pipeline'], to: 'lost' },
    {
      on: 'expired',
      from: ['target_demand', 'active_demand', 'engaged_demand', 'prioritized_demand', 'qualified_demand', 'pipeline', 'recycled'],
      to: 'expired',
    },
    WAY_BACK,
  ],
  milestones: { inquiry: ['engaged_demand'], mql: ['prioritized_demand'], sql: ['pipeline'], opportunity: ['pipeline'], won: ['won'] },
} as const satisfies Framework))();
