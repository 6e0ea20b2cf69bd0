/**
 * Whether the built files are fit to leave this machine: every file that package.json names is there, none of them
 * holds a path of this machine or functions that a compiler added, and a second build, in another folder, is the same
 * to the byte. Reads dist, so build first.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { entries } from './entries.mjs';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');

/** @type {(folder: string) => string[]} */
const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(js|cjs|map|ts|cts|json)$/.test(path))
    .sort();

const files = filesIn(join(root, 'dist'));
const named = [
  ...entries.flatMap(({ name }) => ['.js', '.cjs', '.d.ts', '.d.cts'].map((ending) => name + ending)),
  ...['pact', 'event', 'framework', 'mapping', 'glossary'].map((name) => `schema/${name}.json`),
  'glossary.json',
];
const missing = named.filter((name) => !files.includes(name)).map((name) => `dist/${name} is not there`);

const foreign = [root, homedir(), tmpdir()].filter((path) => path.length > 1);
const helpers = ['_optionalChain', '_nullishCoalesce', '_createClass', '__require(', '__publicField', 'new Function(', 'eval('];
const unfit = files.flatMap((name) => {
  const text = readFileSync(join(root, 'dist', name), 'utf8');
  const found = [...foreign, ...(/\.c?js$/.test(name) ? helpers : [])].filter((part) => text.includes(part));
  return found.map((part) => `dist/${name} contains ${part}`);
});

/** @type {() => string[]} */
const differences = () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'revpact-again-'));
  try {
    for (const part of ['src', 'scripts', 'package.json', 'tsconfig.json', 'tsup.config.ts']) cpSync(join(root, part), join(elsewhere, part), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(elsewhere, 'node_modules'));
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'node_modules/tsup/dist/cli-default.js')], { cwd: elsewhere, encoding: 'utf8' });
    if (status !== 0) return [`the second build failed:\n${stdout}${stderr}`];
    const again = filesIn(join(elsewhere, 'dist'));
    return [...new Set([...files, ...again])]
      .filter((name) => {
        const [one, two] = [join(root, 'dist', name), join(elsewhere, 'dist', name)];
        return !(existsSync(one) && existsSync(two) && readFileSync(one).equals(readFileSync(two)));
      })
      .map((name) => `dist/${name} comes out differently in another folder`);
  } finally {
    rmSync(elsewhere, { recursive: true });
  }
};

const found = [...missing, ...unfit, ...differences()];
for (const problem of found) console.error(problem);
console.log(found.length === 0 ? `dist: ${String(files.length)} files, complete, clean and reproducible` : `dist: ${String(found.length)} problems`);
process.exitCode = found.length === 0 ? 0 : 1;
