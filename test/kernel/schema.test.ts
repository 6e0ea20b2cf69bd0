import { expect, test } from 'vitest';
import { DEPTH_LIMIT, formatPath, readWith, RevpactError, unwrap } from 'revpact/kernel';
import { Calendar, Event, Framework, safeParseEvents, sirius2006 } from 'revpact/vocabulary';

const issuesOf = (result: ReturnType<typeof readWith>): { code: string; at: string; message: string }[] =>
  result.ok ? [] : result.issues.map(({ code, path, message }) => ({ code, at: formatPath(path), message }));

test('every issue at once, each with its place', () => {
  const input = { id: 'E', type: 'qualified', at: '2026-01-01', by: { party: 'marketing', kind: 'robot', persn: 'x' }, leedId: 'L' };
  expect(issuesOf(readWith(Event, input)).map(({ code, at }) => [code, at])).toEqual([
    ['input.invalid', 'at'],
    ['input.not_one_of', 'by.kind'],
    ['input.unknown_key', 'by.persn'],
    ['input.missing', 'leadId'],
    ['input.unknown_key', 'leedId'],
  ]);
});

test('an unknown key and an unknown word come with what was probably meant', () => {
  const framework = { ...sirius2006, demandUnit: 'persn', transitons: [] };
  const messages = issuesOf(readWith(Framework, framework)).map(({ message }) => message);
  expect(messages).toContainEqual(expect.stringContaining('did you mean "person"?'));
  expect(messages).toContainEqual(expect.stringContaining('did you mean "transitions"?'));
});

test('half of a surrogate pair is refused wherever it stands, once', () => {
  const input = { ...sirius2006, title: '\ud800', source: '🚀', stages: [], '\udfff': 1 };
  expect(issuesOf(readWith(Framework, input)).map(({ code, at }) => [code, at])).toEqual([
    ['input.not_text', 'title'],
    ['input.not_text', formatPath(['\udfff'])],
    ['input.invalid', 'stages'],
  ]);
});

test('input that contains itself, or nests without end, is refused before it is walked', () => {
  const circle: Record<string, unknown> = {};
  circle['self'] = circle;
  expect(issuesOf(readWith(Event, circle)).map(({ code }) => code)).toEqual(['input.too_deep']);
  const deep: unknown = JSON.parse('['.repeat(DEPTH_LIMIT + 1) + ']'.repeat(DEPTH_LIMIT + 1));
  expect(issuesOf(readWith(Calendar, deep))).toHaveLength(1);
});

test('input cannot reach the prototype', () => {
  const hostile: unknown = JSON.parse('{"__proto__":{"polluted":true},"id":"x"}');
  readWith(Event, hostile);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('a thousand issues travel, and the count says how many there were', () => {
  const result = safeParseEvents(Array.from({ length: 3000 }, () => ({ type: 'nonsense' })));
  expect(result).toMatchObject({ ok: false, issueCount: 3000 });
  expect(result.ok ? 0 : result.issues.length).toBe(1000);
});

test('the throwing door carries the same issues', () => {
  const result = readWith(Event, {});
  expect(() => unwrap(result)).toThrow(RevpactError);
});
