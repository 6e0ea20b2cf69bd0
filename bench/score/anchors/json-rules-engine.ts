import { Engine, type NestedCondition, type TopLevelCondition } from 'json-rules-engine';
import type { ToldAccount } from '../accounts.js';
import { settle, type Scored } from '../result.js';

const is = (fact: string, operator: string, value: unknown): NestedCondition => ({ fact, operator, value });
const known = (fact: string): NestedCondition => is(fact, 'notEqual', null);
const atLeast = (fact: string, least: number): readonly NestedCondition[] => [is(fact, 'greaterThanInclusive', least)];
const between = (fact: string, least: number, below: number): readonly NestedCondition[] => [...atLeast(fact, least), is(fact, 'lessThan', below)];

/** A rule an outcome: what the event says is added up. */
const RULES: readonly { readonly conditions: TopLevelCondition; readonly type: 'points' | 'left' | 'fits' | 'rival'; readonly points: number }[] = [
  { conditions: { all: [is('country', 'oneOf', ['de', 'at', 'ch', 'nl', 'fr', 'pl'])] }, type: 'fits', points: 0 },
  { conditions: { all: [is('competitor', 'equal', true)] }, type: 'rival', points: 0 },
  { conditions: { all: [is('industry', 'oneOf', ['retail', 'hospitality', 'logistics'])] }, type: 'points', points: 20 },
  { conditions: { all: [is('industry', 'equal', null)] }, type: 'left', points: 20 },
  { conditions: { all: [...atLeast('employees', 1000)] }, type: 'points', points: 15 },
  { conditions: { all: [...between('employees', 250, 1000)] }, type: 'points', points: 30 },
  { conditions: { all: [...between('employees', 50, 250)] }, type: 'points', points: 20 },
  { conditions: { all: [is('employees', 'lessThan', 50)] }, type: 'points', points: -5 },
  { conditions: { all: [...atLeast('revenue_millions', 100)] }, type: 'points', points: 25 },
  { conditions: { all: [...between('revenue_millions', 9.5, 100)] }, type: 'points', points: 10 },
  { conditions: { all: [is('revenue_millions', 'equal', null)] }, type: 'left', points: 25 },
  { conditions: { all: [...atLeast('founded', 2010)] }, type: 'points', points: 5 },
  { conditions: { all: [known('crm')] }, type: 'points', points: 8 },
  { conditions: { any: [is('tools', 'lists', 'erp'), is('tools', 'lists', 'webshop'), is('tools', 'lists', 'warehouse')] }, type: 'points', points: 12 },
  { conditions: { all: [is('tools', 'longerThan', 2)] }, type: 'points', points: 6 },
  { conditions: { any: [is('about', 'hasWord', 'wholesale'), is('about', 'hasWord', 'franchise')] }, type: 'points', points: 9 },
  { conditions: { all: [...atLeast('growth', 0.2), is('funding', 'oneOf', ['series_b', 'series_c'])] }, type: 'points', points: 15 },
  { conditions: { all: [is('customer', 'equal', false), is('in_talks', 'equal', false)] }, type: 'points', points: 10 },
];

const engineOf = (): Engine => {
  const engine = new Engine();
  engine.addOperator('longerThan', (list: unknown, length: number) => Array.isArray(list) && list.length > length);
  engine.addOperator('hasWord', (text: unknown, word: string) => typeof text === 'string' && text.toLowerCase().includes(word));
  engine.addOperator('oneOf', (text: unknown, words: readonly string[]) => typeof text === 'string' && words.includes(text.toLowerCase()));
  engine.addOperator('lists', (list: unknown, word: string) => Array.isArray(list) && list.some((one) => String(one).toLowerCase() === word));
  for (const { conditions, type, points } of RULES) engine.addRule({ conditions, event: { type, params: { points } } });
  return engine;
};

export const byJsonRulesEngine = async (accounts: readonly ToldAccount[], scored: Scored): Promise<Scored> => {
  const engine = engineOf();
  for (const [row, { attributes }] of accounts.entries()) {
    const { events } = await engine.run(attributes);
    const sums = { points: 0, left: 0 };
    let [fits, rival] = [false, false];
    for (const { type, params } of events) {
      if (type === 'fits') fits = true;
      else if (type === 'rival') rival = true;
      else if (type === 'points' || type === 'left') sums[type] += Number(params?.['points']);
    }
    settle(scored, row, sums.points, sums.left, fits && !rival);
  }
  return scored;
};
