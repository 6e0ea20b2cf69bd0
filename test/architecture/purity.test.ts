import { describe, expect, test } from 'vitest';
import { impurities } from './purity.js';
import { librarySources } from './sources.js';

test('the library reads no clock, chance or host, and makes no code', () => {
  expect(impurities(librarySources())).toEqual([]);
});

describe('a planted use is caught', () => {
  test.each([
    'const at = Date.now();',
    'const at = Date["now"]();',
    'const at = new Date();',
    'const at = Date();',
    'const at = new Date(2026, 0, 1);',
    'const at = Date.parse(text);',
    'const hour = at.getHours();',
    'const text = amount.toLocaleString();',
    'names.sort((a, b) => a.localeCompare(b));',
    'const chance = Math.random();',
    'const { now } = Date;',
    'const { log } = console;',
    'console.log(1);',
    'const home = process.env.HOME;',
    'const page = await fetch(url);',
    'setTimeout(act, 10);',
    'const all = globalThis;',
    'eval("1 + 1");',
    'const make = new Function("return 1");',
    'const make = Function("return 1");',
    'const make = (() => 1).constructor("return 1");',
    'declare const process: { env: Record<string, string> };\nconst home = process.env;',
    'const here = import.meta.url;',
    'const format = new Intl.NumberFormat("en");',
    'z.config({});',
    'const shared = z.globalRegistry;',
    'const named = z.string().meta({ id: "name" });',
    'const named = z.string().describe("a name");',
  ])('%s', (text) => {
    expect(impurities([{ path: 'sla/planted.ts', text }])).not.toEqual([]);
  });
});

describe('what only looks like it passes', () => {
  test.each([
    '/** Never `Date.now()`, never console.log. */ const a = 1;',
    'const text = "Date.now() and Math.random()";',
    'const at = new Date(ms).toISOString();',
    'const at = Date.UTC(2026, 0, 1);',
    'const { process } = step; const next = process.next;',
    'interface Step { readonly process: string; readonly location: string }',
    'const owner = stage.meta.owner;',
    'const row = { location: 1, window: 2 };',
    'export const toText = (document: string): string => document;',
  ])('%s', (text) => {
    expect(impurities([{ path: 'sla/planted.ts', text }])).toEqual([]);
  });
});
