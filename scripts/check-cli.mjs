/**
 * What only a real process shows of the built command line: exit codes, also when nobody reads its output or nobody can.
 * Reads dist, so build first.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../cli/dist/bin.js', import.meta.url));
const pact = fileURLToPath(new URL('../examples/acme/pact.json', import.meta.url));
const generated = fileURLToPath(new URL('../examples/acme/out/', import.meta.url));
const review = `--pact '${pact}' --events '${generated}events.csv' --accounts '${generated}accounts.csv' --period 2026-Q2 --as-of 2026-06-30`;

/** @type {{ what: string, command: string, code: number }[]} */
const cases = [
  { what: 'help', command: '--help', code: 0 },
  { what: 'a sound pact', command: `check '${pact}'`, code: 0 },
  { what: 'a pact that is not there', command: 'check nowhere.json', code: 2 },
  { what: 'broken promises are no fault of the review', command: `review ${review} --format csv > /dev/null`, code: 0 },
  { what: 'unless asked to be', command: `review ${review} --fail-on broken > /dev/null`, code: 1 },
  { what: 'a reader that has seen enough changes nothing', command: `review ${review} --format json --fail-on broken | head -c 1 > /dev/null`, code: 1 },
  { what: 'nor does one that never looked', command: 'check nowhere.json | true', code: 2 },
  ...(existsSync('/dev/full') ? [{ what: 'output that cannot be written', command: `review ${review} > /dev/full`, code: 2 }] : []),
];

let failed = 0;
for (const { what, command, code } of cases) {
  const { status, stderr } = spawnSync('bash', ['-c', `"${process.execPath}" "${bin}" ${command}; exit "\${PIPESTATUS[0]}"`], { encoding: 'utf8' });
  const story = /^\s+at /m.test(stderr) ? ', with a stack trace' : '';
  if (status !== code || story !== '') failed += 1;
  console.log(`cli: ${what}: exit ${String(status)}${status === code ? '' : `, expected ${String(code)}`}${story}`);
}
process.exitCode = failed === 0 ? 0 : 1;
