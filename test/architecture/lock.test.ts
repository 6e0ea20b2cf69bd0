import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const script = fileURLToPath(new URL('../../scripts/check-lock.mjs', import.meta.url));
const check = (...folders: readonly string[]) => spawnSync(process.execPath, [script, ...folders], { encoding: 'utf8' });

test('the lock is complete and the tools are pinned', () => {
  expect(check()).toMatchObject({ status: 0, stderr: '' });
});

test('a planted gap and a loose version are caught', () => {
  const folder = mkdtempSync(join(tmpdir(), 'revpact-lock-'));
  const packages = {
    '': { devDependencies: { rollup: '^4.0.0' } },
    'node_modules/rollup': { optionalDependencies: { '@rollup/here': '4.0.0', '@rollup/nested': '4.0.0', '@rollup/gone': '4.0.0' } },
    'node_modules/@rollup/here': {},
    'node_modules/rollup/node_modules/@rollup/nested': {},
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(packages['']));
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages }));
  const { status, stderr } = check(folder);
  rmSync(folder, { recursive: true });
  expect(status).toBe(1);
  expect(stderr.trim().split('\n')).toEqual([
    'node_modules/rollup: optional @rollup/gone is not in the lock; choose a version whose platform packages are all published',
    'devDependencies: rollup "^4.0.0" is not pinned',
  ]);
});
