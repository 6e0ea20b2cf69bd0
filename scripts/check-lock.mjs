/**
 * Whether a lock file is complete. npm leaves a platform's optional package out of the lock when the registry does not
 * serve it, and `npm ci` then fails on every machine. Also: tools are pinned, so that two machines run the same ones.
 *
 * node scripts/check-lock.mjs [folder …]     default: this project
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @typedef {{ optionalDependencies?: Record<string, string>, devDependencies?: Record<string, string> }} Package */

/** @type {(path: string) => any} */
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** Where a package would be found from another one's place in node_modules. @type {(from: string, name: string) => string[]} */
const places = (from, name) => {
  const parts = from.split('/node_modules/');
  return [...parts.map((_, i) => `${parts.slice(0, parts.length - i).join('/node_modules/')}/node_modules/${name}`), `node_modules/${name}`];
};

/** @type {(folder: string) => string[]} */
const problems = (folder) => {
  /** @type {{ packages: Record<string, Package> }} */
  const { packages } = readJson(join(folder, 'package-lock.json'));
  const missing = Object.entries(packages).flatMap(([at, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !places(at, name).some((place) => place in packages))
      .map((name) => `${at || '(root)'}: optional ${name} is not in the lock; choose a version whose platform packages are all published`),
  );
  /** @type {Package} */
  const { devDependencies = {} } = readJson(join(folder, 'package.json'));
  const loose = Object.entries(devDependencies)
    .filter(([, range]) => !/^(npm:.+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(range))
    .map(([name, range]) => `devDependencies: ${name} "${range}" is not pinned`);
  return [...missing, ...loose];
};

const folders = process.argv.length > 2 ? process.argv.slice(2) : [fileURLToPath(new URL('..', import.meta.url))];
const found = folders.flatMap(problems);
for (const problem of found) console.error(problem);
console.log(found.length === 0 ? 'lock: complete, tools pinned' : `lock: ${String(found.length)} problems`);
process.exitCode = found.length === 0 ? 0 : 1;
