import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { main } from '../../cli/src/main.js';
import type { World } from '../../cli/src/world.js';
import { aDesk } from '../support/cli-world.js';

const CODES = ['0   done', '1   a clause', '2   invalid input', '70  a bug'];

describe('help', () => {
  test.each([
    { argv: ['--help'], says: ['Usage: revpact', 'check', 'review', 'revpact check pact.json'] },
    { argv: ['check', '--help'], says: ['Usage: revpact check', 'revpact check pact.json'] },
    { argv: ['review', '--help'], says: ['Usage: revpact review', '--pact', '--events', '--mapping', '--accounts', '--spend', '--quotas', '--rates', '--period', '--as-of', '--known-by', '--trend', '--trend-look', '--format', '--out', '--fail-on', '--no-color', '--period 2026-Q2 --as-of 2026-06-30'] },
  ])('$argv goes to stdout with an example and the exit codes', async ({ argv, says }) => {
    const desk = await aDesk({ columns: 100 });
    expect(await main(argv, desk.world)).toBe(0);
    for (const part of [...says, ...CODES]) expect(desk.out()).toContain(part);
    expect(desk.out().split('\n').filter((line) => line.length > 100)).toEqual([]);
    expect(desk.err()).toBe('');
  });

  test('the version is that of the package', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../cli/package.json', import.meta.url), 'utf8')) as { version: string };
    const desk = await aDesk();
    expect(await main(['--version'], desk.world)).toBe(0);
    expect(desk.out()).toBe(`${version}\n`);
  });
});

describe('arguments that cannot be used answer 2, on stderr', () => {
  const rest = ['--pact', 'p.json', '--events', 'e.csv', '--period', '2026-Q2'];
  test.each([
    { what: 'no command', argv: [], says: 'Usage: revpact' },
    { what: 'a command that is none', argv: ['reviews'], says: "unknown command 'reviews'" },
    { what: 'a mistyped option', argv: ['review', ...rest, '--as-of', '2026-06-30', '--known-bye', '2026-06-30'], says: 'Did you mean --known-by?' },
    { what: 'no moment of judgement', argv: ['review', ...rest], says: '--as-of: missing; expected a date or a moment, such as 2026-06-30' },
    { what: 'no pact', argv: ['review', '--events', 'e.csv', '--period', '2026-Q2', '--as-of', '2026-06-30'], says: '--pact: missing; expected a pact file' },
    { what: 'an unknown format', argv: ['review', ...rest, '--as-of', '2026-06-30', '--format', 'pdf'], says: 'Allowed choices are text, markdown, json, csv' },
    { what: 'a state that is none', argv: ['review', ...rest, '--as-of', '2026-06-30', '--fail-on', 'broken,bad'], says: '"bad" is none of broken, at_risk, unproven' },
    { what: 'a check of nothing', argv: ['check'], says: "missing required argument 'pact'" },
    { what: 'an option too many', argv: ['check', 'a.json', '--fix'], says: "unknown option '--fix'" },
  ])('$what', async ({ argv, says }) => {
    const desk = await aDesk();
    expect(await main(argv, desk.world)).toBe(2);
    expect(desk.err()).toContain(says);
    expect(desk.out()).toBe('');
  });

  test('everything that is missing or wrong is said at once', async () => {
    const desk = await aDesk();
    const argv = ['review', '--pact', 'none.json', '--as-of', 'today', '--known-by', 'x', '--period', 'Q', '--fail-on', 'bad', '--accounts', 'none.csv'];
    expect(await main(argv, desk.world)).toBe(2);
    const starts = ['--as-of: ', '--events: missing', '--fail-on: ', '--known-by: ', '--period: ', 'none.csv: ', 'none.json: '];
    expect(desk.err().trim().split('\n').toSorted().map((line, i) => line.startsWith(starts[i] ?? '?'))).toEqual(starts.map(() => true));
  });

  test('what was typed cannot steer the terminal either', async () => {
    const desk = await aDesk();
    expect(await main(['\u001b[2Jx'], desk.world)).toBe(2);
    expect(desk.err()).not.toContain('\u001b');
  });
});

test('our own bug answers 70 and says so', async () => {
  const desk = await aDesk();
  const world: World = {
    ...desk.world,
    files: {
      ...desk.world.files,
      size: () => {
        throw new RangeError('broken on purpose');
      },
    },
  };
  expect(await main(['check', 'pact.json'], world)).toBe(70);
  expect(desk.err()).toContain('This is a bug in revpact');
  expect(desk.err()).toContain('broken on purpose');
});
