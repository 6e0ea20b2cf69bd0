import type { DealColumns } from '../../../vocabulary/log-details.js';
import { moneyOf, unknownWorth, type Worth } from '../../facts/worth.js';
import { numbers, once, words, type Making } from './columns.js';
import { NONE } from './course.js';

/**
 * What deals are worth, from the deal rows that said last the amount, the first-year value and the term. Most say an amount
 * alone; the others are asked of `moneyOf`.
 */
export const dealMoney = (
  deals: DealColumns,
  amounts: Int32Array,
  annuals: Int32Array,
  terms: Int32Array,
): { readonly amountMinor: Making; readonly currency: Making; readonly annualMinor: Making } => {
  const { amountMinor, currency, annualMinor, annualCurrency, termMonths } = deals;
  const known = [...new Set([...currency.words, ...annualCurrency.words])];
  const codeOf = new Map(known.map((word, code) => [word, code]));
  const own = Int32Array.from(currency.words, (word) => codeOf.get(word) ?? NONE);
  const made = once(() => {
    const amount = new Float64Array(amounts.length).fill(NaN);
    const annual = new Float64Array(amounts.length).fill(NaN);
    const codes = new Int32Array(amounts.length).fill(NONE);
    for (let i = 0; i < amounts.length; i += 1) {
      const [atAmount, atAnnual, atTerm] = [amounts[i] ?? NONE, annuals[i] ?? NONE, terms[i] ?? NONE];
      if (atAmount !== NONE) {
        amount[i] = amountMinor[atAmount] ?? NaN;
        codes[i] = own[(currency.code[atAmount] ?? 0) - 1] ?? NONE;
      }
      if (atAnnual === NONE && atTerm === NONE) continue;
      const worth: Worth = {
        ...unknownWorth(),
        amount: atAmount === NONE ? null : { minor: amount[i] ?? NaN, currency: known[codes[i] ?? NONE] ?? '' },
        annual: atAnnual === NONE ? null : { minor: annualMinor[atAnnual] ?? NaN, currency: annualCurrency.words[(annualCurrency.code[atAnnual] ?? 0) - 1] ?? '' },
        termMonths: atTerm === NONE ? null : (termMonths[atTerm] ?? null),
      };
      const money = moneyOf(worth, '', () => undefined);
      annual[i] = money.annualMinor ?? NaN;
      codes[i] = codeOf.get(money.currency ?? '') ?? NONE;
    }
    return { amount, annual, codes };
  });
  return {
    amountMinor: () => numbers(made().amount),
    currency: () => words(made().codes, known),
    annualMinor: () => numbers(made().annual),
  };
};
