/** What may be wrong with learning from an attribute. */
export const ALARMS = [
  /** It is known only after the hand-over, as a call's length is. */
  'known_after',
  /** Nobody has said that it is known before, and no date shows it. */
  'no_known_before_date',
  /** Some of its values were recorded after the hand-over that they stand beside. */
  'recorded_after',
  /** It tells winners from losers better than anything known before usually does. */
  'suspicious',
  /** Whether it is filled in tells winners from losers: it may have been filled in because they won. */
  'tells_by_missing',
] as const;

/** A sign that an attribute knows what could not be known when the lead was handed over. */
export interface Alarm {
  readonly code: (typeof ALARMS)[number];
  readonly attribute: string;
  readonly about: 'account' | 'contact';
  /** Whether points rest on it all the same. */
  readonly entered: boolean;
  /** Whether it keeps the proposal from being adopted: it entered on nothing but somebody's word for it. */
  readonly blocks: boolean;
  /** Values left out for it, where it is about single values. */
  readonly rows: number | null;
  /** Its information value and how well it alone ranks (AUC), where that is what raised it. */
  readonly iv: number | null;
  readonly auc: number | null;
  readonly message: string;
}

/** Beyond this information value few honest attributes go. It asks for proof; it does not condemn. */
export const SUSPICIOUS_IV = 1;
/** One attribute that ranks so well alone is more often an echo of the outcome than a cause of it. */
export const SUSPICIOUS_AUC = 0.9;
/**
 * The bound on how well its being blank ranks. With two answers the AUC is ½ + |share blank of the wins − share blank of the
 * losses| ÷ 2, so that .6 is a gap of twenty percentage points: what is filled in by whoever works a lead further shows more.
 */
export const TELLING_MISSING_AUC = 0.6;

/** An attribute as sentences name it. */
export const named = ({ attribute, about }: { readonly attribute: string; readonly about: 'account' | 'contact' }): string =>
  about === 'contact' ? `the contact's "${attribute}"` : `"${attribute}"`;
