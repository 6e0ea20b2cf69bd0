/** What results hold, in few words; compared with `toMatchObject`. */

export const count = (numerator: number): object => ({ kind: 'fraction', numerator, denominator: 1, value: String(numerator) });

export const share = (numerator: number, denominator: number, value: string | null, open = 0): object => ({ kind: 'fraction', numerator, denominator, value, open });

export const valueShare = (numerator: number, denominator: number, value: string, currency = 'EUR'): object => ({
  kind: 'value_share',
  shares: [{ currency, numerator, denominator }],
  value,
});

export const sum = (minor: number, n: number, unknown = 0, currency = 'EUR'): object => ({ kind: 'sum', sums: [{ currency, minor, n }], unknown });

export const money = (value: string, currency = 'EUR'): object => ({ kind: 'formula', value, currency, why: null });

export const number = (value: string): object => ({ kind: 'formula', value, currency: null, why: null });
