import type { OpportunityType } from '../../vocabulary/opportunity.js';
import type { HubspotAgreement } from './agreement.js';
import type { DealRows } from './deal-points.js';
import { firstText, text, type Entry } from './ledger.js';
import type { Clock, Moment } from './moment.js';

/** When a deal was created, as its row or its history says. */
export const openingOf = ({ row, history }: DealRows, clock: Clock): Moment | null => {
  const own = row === null ? null : clock.find(row, ['createdate', 'created_at']);
  const recorded = history.get('createdate')?.at(-1)?.value ?? null;
  return own ?? (recorded === null ? null : clock.read(recorded));
};

export const earlier = (a: Moment | null, b: Moment | null): Moment | null => (a === null ? b : b === null || a.at <= b.at ? a : b);

/** The last value that a property had by a moment. */
const valueAt = ({ history }: DealRows, property: string, at: number): string | null => {
  let found: string | null = null;
  for (const { value, moment } of history.get(property) ?? []) if (moment.at <= at) found = value;
  return found;
};

export const ownerAt = (rows: DealRows, { at }: Moment): string | null => {
  if (rows.history.has('hubspot_owner_id')) return valueAt(rows, 'hubspot_owner_id', at);
  return rows.row === null ? null : firstText(rows.row, ['hubspot_owner_id', 'owner_id']);
};

/** The probability that was recorded by a moment, in whole percent: `0.4` is 40. Never the one that the pipeline has now. */
export const percentAt = (rows: DealRows, at: number): number | null => {
  const found = /^(0|1)(?:\.(\d{1,9}))?$/.exec(valueAt(rows, 'hs_deal_stage_probability', at) ?? '');
  if (found === null) return null;
  const [, whole = '0', fraction = ''] = found;
  if (/[^0]/.test(fraction.slice(2))) return null;
  const percent = Number(whole) * 100 + Number(fraction.slice(0, 2).padEnd(2, '0'));
  return percent <= 100 ? percent : null;
};

export const typeOf = (row: Entry, { deals: { type } }: HubspotAgreement): OpportunityType | null => {
  const value = text(row, type.property);
  return value === null || !Object.hasOwn(type.values, value) ? null : (type.values[value] ?? null);
};

/** Why it was lost: the agreed reason where the agreement knows the text, and the text itself as a note. */
export const lostBecause = (row: Entry | null, { deals: { lostReason } }: HubspotAgreement): Readonly<Record<string, unknown>> => {
  const said = row === null ? null : text(row, lostReason.property);
  if (said === null) return {};
  const reason = Object.hasOwn(lostReason.values, said) ? lostReason.values[said] : undefined;
  return { note: said.slice(0, 4000), ...(reason === undefined ? {} : { reason }) };
};
