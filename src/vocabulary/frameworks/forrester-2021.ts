import { DISQUALIFICATION_RULES, EXIT_STAGES, REJECTION_RULES, WAY_BACK } from '../exits.js';
import type { Framework } from '../framework.js';

/**
 * Forrester's B2B Revenue Waterfall of 2021: opportunities of every type, each with its buying group, in one waterfall
 * that is filtered and never multiplied. The type is told by the opportunity: acquisition is `new_business`, retention
 * `renewal`, cross-sell and upsell `expansion`. It has no stage of acceptance; see the Demand Unit Waterfall.
 */
export const forrester2021 = /* @__PURE__ */ (() => ({
  id: 'forrester_2021',
  title: 'Forrester B2B Revenue Waterfall (2021)',
  source:
    'Stages, as a vendor that follows it implements them: support.tekstack.com, "B2B revenue waterfall". One waterfall, filtered: forrester.com/report/RES176638. ' +
    'The closed stage and the opportunity types are from memory. Exits: siriusdecisions.com newsletter, July 2017, laid onto these stages by us.',
  confidence: 'secondary',
  demandUnit: 'buying_group',
  stages: [
    {
      id: 'targeted',
      term: 'Targeted',
      definition: 'In the target market; nothing was heard of it yet.',
      owner: 'marketing',
      kind: 'inventory',
      class: 'demand',
      entry: 'It fits the agreed target market; a fit score says so.',
      leave: 'Signals turn up, or somebody is identified.',
    },
    {
      id: 'detected',
      term: 'Detected',
      definition: 'There are buying signals, and nobody behind them can be named.',
      owner: 'marketing',
      kind: 'inventory',
      class: 'demand',
      entry: 'Intent data or anonymous visits were recorded.',
      leave: 'Somebody gives their name.',
    },
    {
      id: 'engaged',
      term: 'Engaged',
      definition: 'People who can be named read, watch or attend what we offer.',
      owner: 'marketing',
      kind: 'inventory',
      class: 'demand',
      entry: 'A touch or inquiry of a person who can be named.',
      leave: 'There was contact enough, or the score is high enough, to turn to them directly.',
    },
    {
      id: 'prioritized',
      term: 'Prioritized',
      definition: 'Contact or score is high enough to turn to them directly.',
      owner: 'marketing',
      kind: 'sla',
      class: 'qualification',
      entry: 'The agreed threshold is reached.',
      leave: 'Business development qualifies it, or sales opens an opportunity; or it is rejected or disqualified.',
    },
    {
      id: 'qualified',
      term: 'Qualified',
      definition: 'Time frame, budget and roles are known. Used where there is a business development team of its own.',
      owner: 'sales_development',
      kind: 'sla',
      class: 'qualification',
      entry: 'A person found out time frame, budget and roles.',
      leave: 'Sales opens an opportunity, or it is disqualified.',
    },
    {
      id: 'pipeline',
      term: 'Pipeline',
      definition: 'An open opportunity of whichever type: acquisition, retention, cross-sell or upsell.',
      owner: 'sales',
      kind: 'inventory',
      class: 'opportunity',
      entry: 'An opportunity is opened.',
      leave: 'The opportunity is won or lost.',
    },
    {
      id: 'won',
      term: 'Closed won',
      definition: 'The opportunity ended with an order. One that is lost is an exit here.',
      owner: 'sales',
      kind: 'inventory',
      class: 'customer',
      entry: 'A signed order.',
      leave: 'A customer stays one; a renewal or expansion is a new opportunity.',
    },
    ...EXIT_STAGES,
  ],
  transitions: [
    { on: 'score_changed', from: ['start'], to: 'targeted', requires: [{ kind: 'says', field: 'kind', oneOf: ['fit'] }] },
    { on: 'score_changed', from: ['start', 'targeted'], to: 'detected', requires: [{ kind: 'says', field: 'kind', oneOf: ['engagement'] }] },
    { on: 'touch', from: ['start', 'targeted', 'detected'], to: 'engaged' },
    { on: 'inquiry', from: ['start', 'targeted', 'detected', 'recycled'], to: 'engaged' },
    { on: 'qualified', from: ['engaged', 'recycled'], to: 'prioritized' },
    { on: 'qualified', from: ['prioritized'], to: 'qualified', requires: [{ kind: 'human' }] },
    { on: 'rejected', from: ['prioritized'], to: 'rejected', requires: REJECTION_RULES },
    { on: 'disqualified', from: ['prioritized', 'qualified'], to: 'disqualified', requires: DISQUALIFICATION_RULES },
    { on: 'opportunity_opened', from: ['prioritized', 'qualified'], to: 'pipeline' },
    { on: 'opportunity_won', from: ['pipeline'], to: 'won' },
    { on: 'opportunity_lost', from: ['pipeline'], to: 'lost' },
    { on: 'expired', from: ['targeted', 'detected', 'engaged', 'prioritized', 'qualified', 'pipeline', 'recycled'], to: 'expired' },
    WAY_BACK,
  ],
  milestones: { inquiry: ['engaged'], mql: ['prioritized'], sql: ['pipeline'], opportunity: ['pipeline'], won: ['won'] },
} as const satisfies Framework))();
