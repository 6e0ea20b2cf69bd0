/** One word of the agreement. Each idea has one word here; the others are listed as what people also say. */
export interface Term {
  readonly id: string;
  readonly term: string;
  readonly definition: string;
  /** What the same thing is called, and by whom. */
  readonly synonyms: readonly { readonly word: string; readonly saidBy: string }[];
  /** Neighbours that are something else, and why. */
  readonly notToBeConfusedWith: readonly { readonly word: string; readonly because: string }[];
  readonly source: string;
}

const term = (
  id: string,
  word: string,
  definition: string,
  source: string,
  more: { readonly synonyms?: readonly [string, string][]; readonly not?: readonly [string, string][] } = {},
): Term => ({
  id,
  term: word,
  definition,
  synonyms: (more.synonyms ?? []).map(([said, saidBy]) => ({ word: said, saidBy })),
  notToBeConfusedWith: (more.not ?? []).map(([other, because]) => ({ word: other, because })),
  source,
});

const PRACTICE = 'revpact: common practice in the field';
const SIRIUS_EXITS = 'SiriusDecisions newsletter, July 2017';
const FORRESTER_SAL = 'Forrester, "Sales accepted leads: the most important and most overlooked step"';

/** The words that both sides agreed on, in the order in which a newcomer meets them. */
export const GLOSSARY: readonly Term[] = /* @__PURE__ */ (() => [
  term('lead', 'Lead', "A person's interest in buying, followed from first contact to an exit. It starts with the first inquiry.", PRACTICE, {
    synonyms: [['prospect', 'sales'], ['response', 'marketing']],
    not: [['contact', 'a contact is a person; a lead is one interest of theirs, and a person may have several over the years']],
  }),
  term('contact', 'Contact', 'A human at an account, whom one can talk to.', PRACTICE, {
    not: [['lead', 'a contact remains when the interest is gone']],
  }),
  term('account', 'Account', 'A company that may buy.', PRACTICE, { synonyms: [['company', 'HubSpot'], ['customer', 'sales, once it has bought']] }),
  term('opportunity', 'Opportunity', 'A deal that someone means to close, with an expected value and close date. It starts when both are recorded.', 'brainscape.com, demand terms; pdfslide.us, rearchitected waterfall acronyms', {
    synonyms: [['deal', 'HubSpot, sales']],
    not: [['lead', 'a lead has interest; an opportunity has a value and a date']],
  }),
  term('inquiry', 'Inquiry', 'A raw response, inbound or outbound, before anybody judged it.', 'demandgeninsider.com, demand waterfall', {
    synonyms: [['hand-raiser', 'marketing'], ['raw lead', 'sales']],
  }),
  term('mql', 'Marketing qualified lead (MQL)', 'A lead that meets the fit and activity threshold in the agreement.', 'demandgeninsider.com, demand waterfall', {
    synonyms: [['lead', 'marketing']],
    not: [['SAL', 'marketing says MQL; only the receiver can say SAL']],
  }),
  term('sal', 'Sales accepted lead (SAL)', 'A delivered lead whose receiver formally agreed that it meets the criteria, before contacting it.', FORRESTER_SAL, {
    not: [['SQL', 'accepted means worth working; qualified means there is an opportunity']],
  }),
  term('sql', 'Sales qualified lead (SQL)', 'A lead that qualification turned into an opportunity with value and close date.', 'brainscape.com, demand terms', {
    synonyms: [['lead', 'sales']],
  }),
  term('demand_generation', 'Demand generation', 'Work that makes people want to hear more.', PRACTICE, {
    synonyms: [['sales development', 'marketing, of the function in the middle']],
    not: [['opportunity generation', 'creates deals, not interest']],
  }),
  term('opportunity_generation', 'Opportunity generation', 'Work that turns interest into opportunities.', PRACTICE, {
    synonyms: [['sales development', 'sales, of the function in the middle']],
  }),
  term('sales_development', 'Sales development', 'The party between marketing and sales that accepts leads, works them, and hands opportunities on. It never owns both ends of a hand-off.', 'SiriusDecisions, rearchitected waterfall', {
    synonyms: [['teleprospecting', 'SiriusDecisions'], ['SDR team', 'sales'], ['BDR team', 'sales'], ['inside sales', 'older texts']],
  }),
  term('pact', 'Pact', 'The one typed, versioned, approved document that holds what marketing, sales development and sales agreed.', PRACTICE, {
    synonyms: [['service level agreement (SLA)', 'both sides']],
  }),
  term('party', 'Party', 'A side of the pact: marketing, sales development, sales, or another the pact names.', PRACTICE),
  term('hand_off', 'Hand-off', 'The delivery of a lead from one party to another; it has one deliverer, one receiver and a clock.', 'slideshare.net, "Build a better service level agreement"', {
    synonyms: [['routing', 'marketing operations']],
    not: [['hand-over', 'a won customer goes to those who deliver, with the promises made']],
  }),
  term('clause', 'Clause', 'One promise of one party to another, that facts can keep or break.', PRACTICE),
  term('clock', 'Clock', 'One clause running on one delivery of one lead, in working time.', PRACTICE),
  term('breach', 'Breach', 'A clock that passed its deadline unfulfilled. Answered later, it is answered late, never met late.', PRACTICE, {
    synonyms: [['miss', 'help desks'], ['violation', 'Salesforce']],
  }),
  term('excused', 'Excused', 'A breach that an earlier, linked breach of the other side explains, where the pact says so.', 'pedowitzgroup.com, how to write a sales and marketing SLA', {
    not: [['waived', 'waived is granted by a person, with who and why']],
  }),
  term('waived', 'Waived', 'A breach that a person let go, with who and why.', PRACTICE),
  term('rejected', 'Rejected', 'Sent back at the hand-off, before the first attempt since this delivery, for a procedural, clerical or definitional reason.', FORRESTER_SAL, {
    not: [['disqualified', 'disqualification comes after acceptance and contact was tried']],
  }),
  term('disqualified', 'Disqualified', 'Let go after acceptance and at least one attempt by the accepter.', SIRIUS_EXITS),
  term('expired', 'Expired', 'Left by the clock, not by a person.', SIRIUS_EXITS),
  term('closed_lost', 'Closed lost', 'An opportunity that ended without an order.', SIRIUS_EXITS),
  term('recycle', 'Recycle', 'To bring a lead that left by one of the four exits back into the cycle.', SIRIUS_EXITS, { synonyms: [['nurture', 'marketing'], ['remarket', 'marketing']] }),
  term('milestone', 'Milestone', "A name that metrics use for stages, so that one definition works on every framework.", PRACTICE),
  term('cohort', 'Cohort', 'The units that entered the base of a metric in a period, followed until the moment of judgement.', 'rekener.com, cohort-based conversion rate'),
  term('numerator', 'Numerator', 'How many of those counted below did what is asked.', PRACTICE),
  term('denominator', 'Denominator', 'How many there were to do it. None makes no rate, not a rate of zero.', PRACTICE),
  term('finding', 'Finding', 'What a review says of one clause: kept, broken, at risk, unproven or excused.', PRACTICE),
  term('target_filter', 'Target filter', 'The agreed description of whom to sell to, as questions about an account with points.', PRACTICE, {
    synonyms: [['ideal customer profile (ICP)', 'both sides']],
  }),
  term('dossier', 'Dossier', 'The agreed research that comes with an account on the target list.', PRACTICE),
])();

/** The glossary as Markdown, one heading a term. */
export const glossaryMarkdown = (terms: readonly Term[] = GLOSSARY): string =>
  terms
    .flatMap((entry) => [
      `## ${entry.term}`,
      '',
      entry.definition,
      '',
      ...entry.synonyms.map(({ word, saidBy }) => `- Also called **${word}** (${saidBy}).`),
      ...entry.notToBeConfusedWith.map(({ word, because }) => `- Not to be confused with **${word}**: ${because}.`),
      `- Source: ${entry.source}`,
      '',
    ])
    .join('\n');
