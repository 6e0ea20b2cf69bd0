import { RevpactError, type Issue } from '../../kernel/issue.js';
import type { Instant } from '../../kernel/instant.js';
import { isZone, type ZoneId } from '../../kernel/zone.js';
import type { QuotaFact, SpendFact } from '../../vocabulary/fact.js';
import type { Spend } from '../../vocabulary/money.js';
import type { Quota } from '../../vocabulary/quota.js';
import { daysOf, type Span } from '../../vocabulary/span.js';
import { lifecycleIssue } from '../issues.js';
import { dayStarts, split } from './days.js';

/** What a log does not hold and metrics are also about: records by civil day, and the zone that those days lie in. */
export interface Records {
  readonly spend?: readonly Spend[];
  readonly quotas?: readonly Quota[];
  readonly zone: ZoneId;
}

/** How many days all records of a kind may have together. */
export const MOST_DAYS = 1_000_000;

/**
 * Rows of spend and quotas. Throws a `RevpactError` with `lifecycle.unknown_zone`, `lifecycle.duplicate_record` (two rows would
 * have one key), `lifecycle.no_days` (none to split it over) or `lifecycle.too_many_days`.
 */
export const recordFacts = ({ spend = [], quotas = [], zone }: Records): { readonly spend: readonly SpendFact[]; readonly quotas: readonly QuotaFact[] } => {
  const issues = [...(isZone(zone) ? [] : [lifecycleIssue('unknown_zone', { zone }, ['zone'])]), ...idIssues(spend, 'spend'), ...idIssues(quotas, 'quotas')];
  if (issues.length > 0) throw new RevpactError(issues);
  const startOf = dayStarts(zone);
  return {
    spend: rowsOf(spend, 'spend', (record, days) => spendDays(record, days, startOf)),
    quotas: rowsOf(quotas, 'quotas', (record, days) => quotaDays(record, days, startOf)),
  };
};

const idIssues = (records: readonly { readonly id: string }[], kind: 'spend' | 'quotas'): readonly Issue[] => {
  const met = new Set<string>();
  const issues: Issue[] = [];
  records.forEach(({ id }, i) => {
    if (met.has(id)) issues.push(lifecycleIssue('duplicate_record', { kind, id }, [kind, i, 'id']));
    met.add(id);
  });
  return issues;
};

const rowsOf = <Record extends Span & { readonly id: string }, Row>(
  records: readonly Record[],
  kind: 'spend' | 'quotas',
  rows: (record: Record, days: readonly number[]) => readonly Row[],
): readonly Row[] => {
  const all: Row[] = [];
  for (const [i, record] of records.entries()) {
    const days = daysOf(record);
    if (days.length === 0) throw new RevpactError([lifecycleIssue('no_days', { kind, id: record.id }, [kind, i])]);
    for (const row of rows(record, days)) all.push(row);
    if (all.length > MOST_DAYS) throw new RevpactError([lifecycleIssue('too_many_days', { kind, limit: MOST_DAYS }, [kind])]);
  }
  return all;
};

/** One row a civil day, in order; the amount is split over them to the last minor unit, as {@link split} does. */
const spendDays = ({ id, kind, channel, campaign, amount }: Spend, days: readonly number[], startOf: (day: number) => Instant): readonly SpendFact[] => {
  const amounts = split(amount.minor, days.length);
  return days.map((day, i) => ({
    spendId: id,
    day: i + 1,
    at: startOf(day),
    kind: kind ?? null,
    channel: channel ?? null,
    campaign: campaign ?? null,
    amountMinor: amounts[i] ?? 0,
    currency: amount.currency,
  }));
};

/** One row a civil day that the quota asks for; its number or amount is split over them in the same way. */
const quotaDays = ({ id, kind, party, person, count, amount }: Quota, days: readonly number[], startOf: (day: number) => Instant): readonly QuotaFact[] => {
  const parts = split(count ?? amount?.minor ?? 0, days.length);
  return days.map((day, i) => ({
    quotaId: id,
    day: i + 1,
    at: startOf(day),
    kind,
    party: party ?? null,
    person: person ?? null,
    count: count === undefined ? null : (parts[i] ?? 0),
    amountMinor: amount === undefined ? null : (parts[i] ?? 0),
    currency: amount?.currency ?? null,
  }));
};
