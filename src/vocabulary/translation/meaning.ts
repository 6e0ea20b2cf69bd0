import type { Framework } from '../framework.js';

/**
 * Where a lead can be, told apart as finely as any shipped framework tells it, and in the words of none. What each
 * framework's stages mean is said in these, once; a translation follows from that.
 */
export const MEANINGS = {
  targeted: 'in the target market, nothing heard yet',
  detected: 'signals of interest, nobody named',
  subscribed: 'opted in to hear more, asked for nothing',
  inbound: 'came to us',
  outbound: 'answered what we sent out',
  marketing_qualified: 'meets the agreed threshold, not taken on yet',
  development_accepted: 'taken on by sales development, not tried yet',
  development_working: 'taken on and tried by sales development',
  development_qualified: 'qualified by sales development, not taken on by sales yet',
  development_generated: 'found by sales development itself',
  sales_accepted: 'taken on by sales, not tried yet',
  sales_working: 'taken on and tried by sales',
  sales_generated: 'found by sales itself',
  sales_qualified: 'found worth a deal, no deal opened yet',
  deal_prospecting: 'a deal just opened',
  deal_qualification: 'a deal being qualified',
  deal_needs: 'a deal whose needs are being found out',
  deal_value: 'a deal whose value is being shown',
  deal_deciders: 'a deal whose deciders are being found',
  deal_perception: 'a deal whose deciders are being understood',
  deal_quote: 'a deal with an offer',
  deal_negotiation: 'a deal being negotiated',
  customer: 'bought',
  advocate: 'bought, and speaks for us',
  rejected: 'sent back at the hand-off',
  disqualified: 'let go after trying',
  expired: 'left by the clock',
  lost: 'a deal that ended without an order',
  recycled: 'brought back for another try',
  unclassified: 'none of all this',
} as const;

/** A place where a lead can be, in no framework's words. */
export type Meaning = keyof typeof MEANINGS;

/** Every open deal, whatever its stage. */
export const OPEN_DEALS = [
  'deal_prospecting',
  'deal_qualification',
  'deal_needs',
  'deal_value',
  'deal_deciders',
  'deal_perception',
  'deal_quote',
  'deal_negotiation',
] as const satisfies readonly Meaning[];

/** What the stages of a framework mean: each of them, or it does not compile. */
export interface StageMeanings<F extends Framework = Framework> {
  readonly framework: F['id'];
  readonly means: { readonly [S in F['stages'][number]['id']]: readonly Meaning[] };
  /** What a stage hides that no other stage of the framework tells either. */
  readonly hides: { readonly [S in F['stages'][number]['id']]?: string };
}
