import { gcd, toRatio } from '../rational.js';
import { commonDenominator } from '../shapley.js';
import type { CreditRow } from './attribution.js';
import { addTo, moneyOf, sumsOf, type OpenSums } from './ledger.js';
import type { Path } from './path.js';
import { splitExactly } from './split.js';
import type { Weigh, Weights } from './weights.js';

/** The rows of a result, and the converted paths that nobody is credited with. */
export interface Shared {
  readonly rows: readonly CreditRow[];
  readonly unattributed: readonly Path[];
}

/** What a channel has come to so far: conversions as numerators by denominator, money by currency. */
interface Account {
  readonly credit: Map<number, bigint>;
  readonly money: OpenSums;
  touches: number;
  conversions: number;
}

/** Each conversion among the touches of its own path. Its money is split by touch, to the last minor unit. */
export const sharedByPath = (converted: readonly Path[], channels: readonly (string | null)[], weigh: Weigh): Shared => {
  const accounts = new Map(channels.map((channel): [string | null, Account] => [channel, emptyAccount()]));
  const unattributed: Path[] = [];
  for (const path of converted) {
    const weights = weigh(path);
    if (weights === null) unattributed.push(path);
    else credit(accounts, path, weights);
    count(accounts, path);
  }
  const common = commonDenominator([...accounts.values()].flatMap((account) => [...account.credit.keys()].map(BigInt)));
  const numerators = channels.map((channel) => {
    let sum = 0n;
    for (const [whole, parts] of accounts.get(channel)?.credit ?? []) sum += parts * (common / BigInt(whole));
    return sum;
  });
  return { rows: rowsOf(accounts, numerators, common), unattributed };
};

const emptyAccount = (): Account => ({ credit: new Map(), money: new Map(), touches: 0, conversions: 0 });

const credit = (accounts: ReadonlyMap<string | null, Account>, { touches, amount }: Path, { parts, whole }: Weights): void => {
  const minor = amount === null ? null : splitExactly(BigInt(amount.minor), parts.map(BigInt));
  for (const [i, { channel }] of touches.entries()) {
    const account = accounts.get(channel);
    const part = parts[i] ?? 0;
    if (account === undefined || part === 0) continue;
    account.credit.set(whole, (account.credit.get(whole) ?? 0n) + BigInt(part));
    if (amount !== null) addTo(account.money, amount.currency, minor?.[i] ?? 0n);
  }
};

const count = (accounts: ReadonlyMap<string | null, Account>, { touches }: Path): void => {
  const met = new Set<Account>();
  for (const { channel } of touches) {
    const account = accounts.get(channel);
    if (account === undefined) continue;
    account.touches += 1;
    if (!met.has(account)) account.conversions += 1;
    met.add(account);
  }
};

/**
 * All conversions together, in proportion to what each channel is worth in a chain or a game, money currency by currency.
 *
 * @param worth - By position of the channel; some may be below zero, their sum is above it wherever there is a conversion.
 */
export const sharedByWorth = (converted: readonly Path[], channels: readonly (string | null)[], worth: readonly bigint[]): Shared => {
  const accounts = new Map(channels.map((channel): [string | null, Account] => [channel, emptyAccount()]));
  const touched = converted.filter(({ touches }) => touches.length > 0);
  const all = worth.reduce((sum, one) => sum + one, 0n);
  for (const path of touched) count(accounts, path);
  for (const [currency, minor] of touched.length === 0 ? [] : sumsOf(touched.map(({ amount }) => amount))) {
    for (const [i, part] of splitExactly(minor, worth).entries()) {
      const account = accounts.get(channels[i] ?? null);
      if (account !== undefined) addTo(account.money, currency, part);
    }
  }
  const numerators = worth.map((one) => (touched.length === 0 ? 0n : one * BigInt(touched.length)));
  return {
    rows: rowsOf(accounts, numerators, touched.length === 0 ? 1n : all),
    unattributed: converted.filter(({ touches }) => touches.length === 0),
  };
};

/** One denominator for all rows, as small as it can be. */
const rowsOf = (
  accounts: ReadonlyMap<string | null, Account>,
  numerators: readonly bigint[],
  denominator: bigint,
): readonly CreditRow[] => {
  const by = numerators.reduce(gcd, denominator);
  const currencies = new Set([...accounts.values()].flatMap(({ money }) => [...money.keys()]));
  return [...accounts].map(([channel, { money, touches, conversions }], i) => ({
    channel,
    credit: toRatio({ numerator: (numerators[i] ?? 0n) / by, denominator: denominator / by }),
    money: moneyOf(money, currencies),
    touches,
    conversions,
  }));
};
