import { describe, expect, test } from 'vitest';
import { complaintText } from '../../cli/src/read/complaint.js';
import { parseDocument, readDocument } from '../../cli/src/read/document.js';
import { aDesk } from '../support/cli-world.js';

const complaints = (text: string): readonly string[] => {
  const read = parseDocument('pact.json', text);
  return read.ok ? [] : read.complaints.map(complaintText);
};

describe('what is no strict JSON is refused with its place', () => {
  test.each([
    { what: 'a key twice', text: '{\n  "a": 1,\n  "b": 2,\n  "a": 3\n}', says: 'pact.json:4:3: the key "a" stands here a second time; the first is on line 2 (file.duplicate_key)' },
    { what: 'a key twice, once spelled with an escape', text: '{"a":1,"\\u0061":2}', says: 'pact.json:1:8: the key "a" stands here a second time; the first is on line 1 (file.duplicate_key)' },
    { what: 'a key twice, deep inside', text: '[{"x":[{"k":1,\n"k":1}]}]', says: 'pact.json:2:1: the key "k" stands here a second time; the first is on line 1 (file.duplicate_key)' },
    { what: 'a comment', text: '{\n// why\n}', says: /^pact\.json:2:1: is not JSON: .* \(file\.not_json\)$/ },
    { what: 'a trailing comma', text: '{"a":1,}', says: /^pact\.json:1:8: is not JSON: .* \(file\.not_json\)$/ },
    { what: 'two values', text: '{} {}', says: /^pact\.json:1:4: is not JSON: .* \(file\.not_json\)$/ },
    { what: 'nothing', text: '', says: /^pact\.json(?::1:1)?: is not JSON: .* \(file\.not_json\)$/ },
    { what: 'a line break in a string', text: '"a\nb"', says: /\(file\.not_json\)$/ },
    { what: 'a number with a leading zero', text: '[01]', says: /\(file\.not_json\)$/ },
    { what: '65 levels', text: `${'['.repeat(65)}${']'.repeat(65)}`, says: 'pact.json:1:65: nested deeper than 64 levels (file.too_deep)' },
    { what: 'a million levels', text: '\n'.concat('['.repeat(1_000_000)), says: 'pact.json:2:65: nested deeper than 64 levels (file.too_deep)' },
  ])('$what', ({ text, says }) => {
    const found = complaints(text);
    expect(found).toHaveLength(1);
    if (typeof says === 'string') expect(found[0]).toBe(says);
    else expect(found[0]).toMatch(says);
  });

  test('every duplicate is named, not the first only', () => {
    expect(complaints('{"a":1,"a":2,"a":3,"b":{"c":1,"c":2}}')).toHaveLength(3);
  });

  test('brackets in strings are not levels, and 64 levels are read', () => {
    expect(complaints(JSON.stringify({ text: '['.repeat(100), quote: '"[\\' }))).toEqual([]);
    expect(complaints(`${'['.repeat(64)}${']'.repeat(64)}`)).toEqual([]);
  });

  test('a key called __proto__ stays a key', () => {
    const read = parseDocument('pact.json', '{"__proto__":{"polluted":true}}');
    expect(read.ok && Object.keys(read.value.value as object)).toEqual(['__proto__']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

test.each([
  { what: 'a value', path: ['clauses', 1, 'share'], at: { line: 5, column: 5 } },
  { what: 'an element', path: ['clauses', 1], at: { line: 4, column: 5 } },
  { what: 'a missing key: the object that lacks it', path: ['clauses', 1, 'title'], at: { line: 4, column: 5 } },
  { what: 'a missing element: the list', path: ['clauses', 7, 'title'], at: { line: 2, column: 3 } },
  { what: 'the whole value', path: [], at: { line: 1, column: 1 } },
  { what: 'beyond a plain value: that value', path: ['id', 'x', 0], at: { line: 7, column: 3 } },
])('the place of $what', ({ path, at }) => {
  const text = '{\n  "clauses": [\n    { "share": 1 },\n    {\n    "share": 2 }\n  ],\n  "id": "p"\n}';
  const read = parseDocument('pact.json', text);
  expect(read.ok && read.value.positionOf(path)).toEqual(at);
});

describe('files', () => {
  test('a byte order mark is taken off', async () => {
    const desk = await aDesk();
    const read = await readDocument(desk.world, await desk.put('p.json', '\ufeff{"a":1}'));
    expect(read.ok && read.value.value).toEqual({ a: 1 });
  });

  test.each([
    { what: 'a file that is not there', name: 'none.json', content: null, code: 'file.not_found', line: null },
    { what: 'a file over five million bytes', name: 'big.json', content: `"${'x'.repeat(5_000_000)}"`, code: 'file.too_large', line: null },
    { what: 'Latin-1', name: 'latin.json', content: Buffer.from('{\n"name":\n"M\u00fcller"}', 'latin1'), code: 'file.not_utf8', line: 3 },
    { what: 'UTF-16', name: 'wide.json', content: Buffer.from('\ufeff{}', 'utf16le'), code: 'file.not_utf8', line: null },
  ])('$what is refused', async ({ name, content, code, line }) => {
    const desk = await aDesk();
    const file = content === null ? desk.path(name) : await desk.put(name, content);
    expect(await readDocument(desk.world, file)).toMatchObject({ ok: false, complaints: [{ file, line, issue: { code } }] });
  });

  test('a folder is refused', async () => {
    const desk = await aDesk();
    expect(await readDocument(desk.world, desk.path('.'))).toMatchObject({ ok: false, complaints: [{ issue: { code: 'file.not_readable' } }] });
  });
});
