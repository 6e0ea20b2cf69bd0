import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDisposition, checkReport } from 'revpact/feedback';
import { garbage, spoilt } from '../support/garbage.js';
import { REASONS } from '../support/feedback.js';

const by = { party: 'sales', kind: 'human' };
const report = { id: 'e1', type: 'contact_made', at: 0, by, leadId: 'l1', channel: 'phone', message: 'm', corrected: [{ about: 'account', attribute: 'a', was: 1, is: ['b'] }] };
const exit = { id: 'e1', type: 'rejected', at: 0, by, leadId: 'l1', class: 'clerical', reason: 'bad_phone', specifics: { a: 'b' } };
const rules = { requires: ['message' as const], objections: [{ id: 'price', term: 'Price' }] };
const agreed = { messages: ['m'], attributes: [{ name: 'a', type: 'list' as const }] };
const done = { attempts: 0, contacts: 0, channels: 0, firstAttemptAt: null };

test('the good ones pass', () => {
  expect(checkReport(rules, report, agreed).ok).toBe(true);
  expect(checkDisposition(REASONS, exit, done).ok).toBe(true);
});

test('whatever comes in, a result comes out, with at least one issue or a value', () => {
  const checks = [(input: unknown) => checkReport(rules, input, agreed), (input: unknown) => checkDisposition(REASONS, input, done)];
  const sound = (input: unknown): void => {
    for (const check of checks) {
      const checked = check(input);
      expect(checked.ok || checked.issues.length > 0).toBe(true);
    }
  };
  fc.assert(fc.property(garbage, sound), { numRuns: 60 });
  fc.assert(fc.property(spoilt(report), sound), { numRuns: 120 });
  fc.assert(fc.property(spoilt(exit), sound), { numRuns: 120 });
});

test('a text of millions of letters where names are expected is not taken apart', () => {
  const long = 'x'.repeat(20_000_000);
  expect(checkDisposition(REASONS, { ...exit, specifics: long, reason: long }, done).ok).toBe(false);
  expect(checkReport(rules, { ...report, message: long, corrected: long }, agreed).ok).toBe(false);
});
