import { ACCEPTANCE_RULES, DISQUALIFICATION_RULES, EXIT_STAGES, REJECTION_RULES, WAY_BACK } from '../exits.js';
import type { Framework } from '../framework.js';

/**
 * The SiriusDecisions Demand Waterfall as first published: inquiry, MQL, SAL, SQL, closed/won, with the four exits
 * that SiriusDecisions tells apart. The hand-off is an event between MQL and SAL, not a stage.
 */
export const sirius2006 = /* @__PURE__ */ (() => ({
  id: 'sirius_2006',
  title: 'SiriusDecisions Demand Waterfall (original)',
  source:
    'Stages: demandgeninsider.com/glossary/demand-waterfall, mv3marketing.com/glossary/demand-waterfall. Exits: siriusdecisions.com newsletter, July 2017. Rejection before any attempt: Forrester, "Sales accepted leads".',
  confidence: 'secondary',
  demandUnit: 'person',
  stages: [
    {
      id: 'inquiry',
      term: 'Inquiry',
      definition: 'Somebody responded or raised a hand, inbound or outbound.',
      owner: 'marketing',
      kind: 'inventory',
      class: 'demand',
      entry: 'A raw response was recorded.',
      leave: 'It reaches the agreed MQL threshold, or expires.',
    },
    {
      id: 'mql',
      term: 'Marketing qualified lead (MQL)',
      definition: 'A lead that meets the fit and activity threshold that both sides agreed on.',
      owner: 'marketing',
      kind: 'sla',
      class: 'qualification',
      entry: 'Fit and activity reach the agreed threshold.',
      leave: 'The receiver accepts it, or rejects it for a procedural, clerical or definitional reason, within the window.',
    },
    {
      id: 'sal',
      term: 'Sales accepted lead (SAL)',
      definition: 'A lead whose receiver formally agreed that it meets the criteria and took on its follow-up.',
      owner: 'sales_development',
      kind: 'sla',
      class: 'qualification',
      entry: 'The receiver accepts the delivered lead, before contacting it.',
      leave: 'Qualification finds an opportunity, or disqualifies the lead after contact was tried.',
    },
    {
      id: 'sql',
      term: 'Sales qualified lead (SQL)',
      definition: 'An opportunity with an expected value and close date.',
      owner: 'sales',
      kind: 'inventory',
      class: 'opportunity',
      entry: 'An opportunity with value and close date is opened.',
      leave: 'The opportunity is won or lost.',
    },
    {
      id: 'won',
      term: 'Closed won',
      definition: 'The customer signed.',
      owner: 'sales',
      kind: 'inventory',
      class: 'customer',
      entry: 'A signed order.',
      leave: 'A customer stays one; new demand is a new lead.',
    },
    ...EXIT_STAGES,
  ],
  transitions: [
    { on: 'inquiry', from: ['start', 'recycled'], to: 'inquiry' },
    { on: 'qualified', from: ['start', 'inquiry', 'recycled'], to: 'mql' },
    { on: 'accepted', from: ['mql'], to: 'sal', requires: ACCEPTANCE_RULES },
    { on: 'rejected', from: ['mql'], to: 'rejected', requires: REJECTION_RULES },
    { on: 'opportunity_opened', from: ['sal'], to: 'sql' },
    { on: 'disqualified', from: ['sal'], to: 'disqualified', requires: DISQUALIFICATION_RULES },
    { on: 'opportunity_won', from: ['sql'], to: 'won' },
    { on: 'opportunity_lost', from: ['sql'], to: 'lost' },
    { on: 'expired', from: ['inquiry', 'mql', 'sal', 'sql', 'recycled'], to: 'expired' },
    WAY_BACK,
  ],
  milestones: { inquiry: ['inquiry'], mql: ['mql'], accepted: ['sal'], sql: ['sql'], opportunity: ['sql'], won: ['won'] },
} as const satisfies Framework))();
