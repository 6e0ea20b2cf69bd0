import type { Term } from './term.js';
import { OURS, topic } from './topic.js';

/** Who agrees with whom. */
export const PARTY_TERMS: readonly Term[] = /* @__PURE__ */ topic('party', [
  {
    id: 'party',
    term: 'Party',
    definition: 'A side of the pact: marketing, sales development, sales, or another that it names.',
    said: [
      ['team', 'both sides'],
      ['department', 'both sides'],
    ],
    as: { schema: ['Party'] },
    source: OURS,
  },
  {
    id: 'person',
    term: 'Person',
    definition: 'One of our own people: someone who acts for a party.',
    said: [
      ['rep', 'sales'],
      ['user', 'Salesforce'],
    ],
    not: [['contact', 'a contact is a human at an account']],
    as: { schema: ['Person'] },
    source: OURS,
  },
  {
    id: 'actor',
    term: 'Actor',
    definition: 'Who did what an event tells: a party, the person where one is known, and whether a human or a machine acted.',
    as: { schema: ['Actor'] },
    source: OURS,
  },
  {
    id: 'automation',
    term: 'Automation',
    definition: 'A machine that acts. A sequencer that mails under a name of our people is automation, and answers nothing that a human owes.',
    said: [
      ['sequence', 'sales development'],
      ['workflow', 'HubSpot'],
    ],
    source: OURS,
  },
  {
    id: 'marketing',
    term: 'Marketing',
    definition: 'The party that makes people want to hear more, and delivers leads.',
    as: { party: ['marketing'] },
    source: OURS,
  },
  {
    id: 'sales_development',
    term: 'Sales development',
    definition:
      'The party between marketing and sales that accepts leads, works them, and hands opportunities on. It never owns both ends of a hand-off.',
    said: [
      ['demand generation', 'marketing', 'of the function in the middle'],
      ['opportunity generation', 'sales', 'of the function in the middle'],
      ['teleprospecting', 'SiriusDecisions'],
      ['SDR team', 'sales'],
      ['BDR team', 'sales'],
      ['inside sales', 'older texts'],
    ],
    not: [
      ['demand_generation', 'each side names the function after its own goal; the work of demand generation is marketing’s'],
      ['opportunity_generation', 'each side names the function after its own goal; what is made of its conversations is sales’ work too'],
    ],
    as: { party: ['sales_development'] },
    source: 'pdfslide.us/business/rearchitected-demand-waterfall-acronyms.html; reply.io/sales-glossary/sales-development',
  },
  {
    id: 'demand_generation',
    term: 'Demand generation',
    definition: 'Work that makes people want to hear more.',
    starts: 'With the first message to a market.',
    ends: 'With the inquiry: what follows is qualification.',
    said: [['lead generation', 'marketing']],
    not: [
      ['opportunity_generation', 'that creates deals, not interest'],
      ['sales_development', 'marketing also calls the function in the middle by this name'],
    ],
    source: OURS,
  },
  {
    id: 'opportunity_generation',
    term: 'Opportunity generation',
    definition: 'Work that turns interest into opportunities.',
    starts: 'With a lead that was accepted.',
    ends: 'With an opportunity, or an exit.',
    said: [['prospecting', 'sales']],
    not: [
      ['demand_generation', 'that creates interest, not deals'],
      ['sales_development', 'sales also calls the function in the middle by this name'],
    ],
    source: OURS,
  },
  {
    id: 'sales',
    term: 'Sales',
    definition: 'The party that closes opportunities, and reports what it learned.',
    said: [
      ['field sales', 'SiriusDecisions'],
      ['account executives', 'sales development'],
    ],
    as: { party: ['sales'] },
    source: OURS,
  },
  {
    id: 'customer_success',
    term: 'Customer success',
    definition: 'The party that delivers what was promised to a customer.',
    said: [['account management', 'sales']],
    as: { party: ['customer_success'] },
    source: OURS,
  },
  {
    id: 'sponsor',
    term: 'Sponsor',
    definition: 'The executive to whom the whole pact reports, and who decides what the parties cannot settle.',
    source: OURS,
  },
  {
    id: 'capacity',
    term: 'Capacity',
    definition: 'How much a party can take on: heads, how far newcomers carry a full load, leads a head and month.',
    said: [['headcount', 'finance']],
    source: OURS,
  },
  {
    id: 'calendar',
    term: 'Calendar',
    definition: 'Working hours as people write them: a time zone, a week, and the days off. Clocks run on it.',
    said: [
      ['business hours', 'Salesforce'],
      ['schedule', 'Zendesk'],
    ],
    as: { schema: ['Calendar'] },
    source: OURS,
  },
]);
