import { expect, test } from 'vitest';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { canonicalize } from 'json-canonicalize';
import { canonicalJson, digest } from 'revpact/kernel';

test('the example of RFC 8785, section 3.2.2 and 3.2.3', () => {
  const value = {
    numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
    literals: [null, true, false],
  };
  expect(canonicalJson(value)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

test('the digest is SHA-256 of the canonical text (second opinion: node:crypto)', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(digest(value)).toBe(createHash('sha256').update(canonicalJson(value)).digest('hex'));
    }),
  );
});

test('the text is that of another printer (second opinion: json-canonicalize)', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.double({ noNaN: true, noDefaultInfinity: true }), (value, number) => {
      expect(canonicalJson([value, number])).toBe(canonicalize([value, number]));
    }),
    { examples: [[{ b: [{}, []], a: { '': -0 }, '\ud83d\ude00': 1e21 }, 5e-324]] },
  );
});

test('a key called toJSON is a key as any other', () => {
  expect(canonicalJson({ toJSON: 1, b: 2, a: 3 })).toBe('{"a":3,"b":2,"toJSON":1}');
});

test('the order of keys changes nothing', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.integer()), (value) => {
      expect(digest(Object.fromEntries(Object.entries(value).reverse()))).toBe(digest(value));
    }),
  );
});

test.each([
  { what: 'NaN', value: { a: Number.NaN } },
  { what: 'undefined', value: { a: undefined } },
  { what: 'a hole in a list', value: new Array(2) },
  { what: 'a Date', value: [new Date(0)] },
  { what: 'a function', value: { toJSON: () => 1 } },
  { what: 'a bigint', value: 1n },
  { what: 'half a surrogate pair', value: '\ud800' },
])('refuses $what rather than printing something else', ({ value }) => {
  expect(() => canonicalJson(value)).toThrow(/not JSON/);
});
