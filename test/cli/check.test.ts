import { pactDigest, parsePact } from 'revpact/pact';
import { describe, expect, test } from 'vitest';
import { main } from '../../cli/src/main.js';
import { aDesk } from '../support/cli-world.js';
import { acmeJson } from '../support/pact.js';

const pretty = (value: unknown): string => JSON.stringify(value, null, 2);

/** Line and column, from 1, of the nth occurrence of a text. */
const placeOf = (text: string, part: string, nth = 1): string => {
  const at = Array.from({ length: nth }).reduce<number>((from) => text.indexOf(part, from + 1), -1);
  const before = text.slice(0, at).split('\n');
  return `${String(before.length)}:${String((before.at(-1)?.length ?? 0) + 1)}`;
};

test('a good pact: who has not approved it, and the digest to approve', async () => {
  const desk = await aDesk();
  const file = await desk.put('pact.json', pretty(acmeJson()));
  expect(await main(['check', file], desk.world)).toBe(0);
  expect(desk.out()).toBe(
    `${file}: pact acme 2026.1 can be used, 0 notes; not yet approved by marketing, sales_development, sales; digest ${pactDigest(parsePact(acmeJson()))}\n`,
  );
  expect(desk.err()).toBe('');
});

describe('every issue at once, each with its place, path and code', () => {
  test('unknown keys have a suggestion, broken references are found, and the answer is 2', async () => {
    const desk = await aDesk();
    const text = pretty(acmeJson())
      .replace('"mission":', '"misson":')
      .replace('"share": "0.95"', '"sharre": "0.95"')
      .replace('"zone": "Europe/Berlin"', '"zone": "Europe/Atlantis"');
    const file = await desk.put('pact.json', text);
    expect(await main(['check', file], desk.world)).toBe(2);
    const lines = desk.out().trimEnd().split('\n');
    expect(lines.at(-1)).toBe(`${file}: cannot be used, ${String(lines.length - 1)} issues`);
    expect(lines).toContainEqual(expect.stringMatching(`^${file}:${placeOf(text, '"misson"')} misson: unknown key "misson"; did you mean "mission"\\? \\(input\\.unknown_key\\)$`));
    expect(lines).toContainEqual(
      expect.stringMatching(`^${file}:${placeOf(text, '"sharre"')} clauses\\[3\\]\\.sharre: unknown key "sharre"; did you mean "share"\\? \\(input\\.unknown_key\\)$`),
    );
    expect(lines).toContainEqual(expect.stringMatching(`^${file}:${placeOf(text, '"zone": "Europe/Atlantis"')} zone: .*Europe/Berlin.* \\(input\\.invalid\\)$`));
    // What is missing stands where the object begins that lacks it.
    expect(lines).toContainEqual(expect.stringMatching(`^${file}:1:1 mission: missing; .* \\(input\\.missing\\)$`));
  });

  test('a reference to nothing', async () => {
    const desk = await aDesk();
    const text = pretty(acmeJson()).replace('"by": "sales_development"', '"by": "sales_developmnt"');
    const file = await desk.put('pact.json', text);
    expect(await main(['check', file], desk.world)).toBe(2);
    expect(desk.out()).toContain(`${file}:${placeOf(text, '"by": "sales_developmnt"')} clauses[2].by: `);
    expect(desk.out()).toContain('did you mean "sales_development"? (pact.unknown_reference)');
  });

  test('a duplicate key is refused before anything else is looked at', async () => {
    const desk = await aDesk();
    const file = await desk.put('pact.json', '{\n  "id": "a",\n  "id": "b"\n}');
    expect(await main(['check', file], desk.world)).toBe(2);
    expect(desk.out()).toBe(
      `${file}:3:3: the key "id" stands here a second time; the first is on line 2 (file.duplicate_key)\n${file}: cannot be used, 1 issue\n`,
    );
  });
});

test('what works and should be talked about is a note with its place, and no fault', async () => {
  const desk = await aDesk();
  const json = acmeJson();
  const clauses = (json['clauses'] as { id: string }[]).filter(({ id }) => id !== 'expansion_response');
  const text = pretty({ ...json, clauses });
  const file = await desk.put('pact.json', text);
  expect(await main(['check', file], desk.world)).toBe(0);
  const place = placeOf(text, '{\n      "id": "expansion_to_sales"');
  expect(desk.out()).toContain(`${file}:${place} handOffs[2]: no clause puts a clock on the hand-off "expansion_to_sales" (pact.hand_off_without_clause)\n`);
  expect(desk.out()).toMatch(/can be used, 1 note;/);
});

test('several files: each is said, and one bad one makes the answer 2', async () => {
  const desk = await aDesk();
  const good = await desk.put('good.json', pretty(acmeJson()));
  expect(await main(['check', good, desk.path('none.json')], desk.world)).toBe(2);
  expect(desk.out()).toContain(`${good}: pact acme 2026.1 can be used`);
  expect(desk.out()).toContain(`${desk.path('none.json')}: there is no such file (file.not_found)\n`);
});

test('what a file says cannot steer the terminal', async () => {
  const desk = await aDesk();
  const file = await desk.put('pact.json', pretty({ ...acmeJson(), ['\u001b[2J\u0007\u202eevil']: 1, id: '\u001b]0;title\u0007' }));
  expect(await main(['check', file], desk.world)).toBe(2);
  expect(desk.out()).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
});
