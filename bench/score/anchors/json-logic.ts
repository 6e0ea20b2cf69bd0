import jsonLogic from 'json-logic-js';
import type { ToldAccount } from '../accounts.js';
import { settle, type Scored } from '../result.js';

const of = (attribute: string) => ({ var: attribute });
const unknown = (attribute: string) => ({ '===': [of(attribute), null] });
const known = (attribute: string) => ({ '!==': [of(attribute), null] });
const atLeast = (attribute: string, least: number) => ({ and: [known(attribute), { '>=': [of(attribute), least] }] });
const small = (attribute: string) => ({ small: [of(attribute)] });
const oneOf = (attribute: string, words: readonly string[]) => ({ in: [small(attribute), words] });

// The language has neither the length of a list nor small letters; this is what its users add.
jsonLogic.add_operation('length', (list: unknown) => (Array.isArray(list) ? list.length : 0));
jsonLogic.add_operation('small', (text: unknown) => (typeof text === 'string' ? text.toLowerCase() : null));

/** Three rules, a number each: the points, what is left out of what could be had, and whether it fits. */
const POINTS = {
  '+': [
    { if: [oneOf('industry', ['retail', 'hospitality', 'logistics']), 20, 0] },
    { if: [unknown('employees'), 0, { '>=': [of('employees'), 1000] }, 15, { '>=': [of('employees'), 250] }, 30, { '>=': [of('employees'), 50] }, 20, -5] },
    { if: [unknown('revenue_millions'), 0, { '>=': [of('revenue_millions'), 100] }, 25, { '>=': [of('revenue_millions'), 9.5] }, 10, 0] },
    { if: [atLeast('founded', 2010), 5, 0] },
    { if: [known('crm'), 8, 0] },
    { if: [{ some: [of('tools'), { in: [small(''), ['erp', 'webshop', 'warehouse']] }] }, 12, 0] },
    { if: [{ '>=': [{ length: [of('tools')] }, 3] }, 6, 0] },
    { if: [{ and: [known('about'), { or: [{ in: ['wholesale', small('about')] }, { in: ['franchise', small('about')] }] }] }, 9, 0] },
    { if: [{ and: [atLeast('growth', 0.2), oneOf('funding', ['series_b', 'series_c'])] }, 15, 0] },
    { if: [{ and: [{ '===': [of('customer'), false] }, { '===': [of('in_talks'), false] }] }, 10, 0] },
  ],
};
const LEFT = { '+': [{ if: [unknown('industry'), 20, 0] }, { if: [unknown('revenue_millions'), 25, 0] }] };
const FITS = { and: [oneOf('country', ['de', 'at', 'ch', 'nl', 'fr', 'pl']), { '!==': [of('competitor'), true] }] };

export const byJsonLogic = (accounts: readonly ToldAccount[], scored: Scored): Scored => {
  accounts.forEach(({ attributes }, row) => {
    settle(scored, row, Number(jsonLogic.apply(POINTS, attributes)), Number(jsonLogic.apply(LEFT, attributes)), jsonLogic.apply(FITS, attributes) === true);
  });
  return scored;
};
