/**
 * Install the packed library in a project of its own and use it there: imported, required, where code generation is
 * forbidden, and type-checked by every TypeScript we claim to support. Reads dist, so build first.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'revpact-consumer-'));

/** @type {(cwd: string, command: string, ...args: string[]) => string} */
const run = (cwd, command, ...args) => execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
/** @type {(what: string, ...args: string[]) => void} */
const node = (what, ...args) => {
  run(folder, process.execPath, ...args);
  console.log(`consumer: ${what}`);
};

try {
  cpSync(join(root, 'scripts/consumer'), folder, { recursive: true });
  /** @type {[{ filename: string, files: unknown[], unpackedSize: number }]} */
  const [pack] = JSON.parse(run(root, 'npm', 'pack', '--json', '--pack-destination', folder));
  console.log(`consumer: packed ${String(pack.files.length)} files, ${String(Math.round(pack.unpackedSize / 1000))} kB`);
  run(folder, 'npm', 'ci');
  run(folder, 'npm', 'install', '--no-save', '--prefer-offline', `./${pack.filename}`);

  node('imports', 'smoke.mjs');
  node('imports where code generation is forbidden', '--disallow-code-generation-from-strings', 'smoke.mjs');
  node('requires, and meets the same modules', 'require.cjs');
  for (const version of ['5.4', '5.9', '6.0', '7.0']) {
    // `libraries` reads our declarations too, which the others take on trust.
    for (const mode of ['node16', 'nodenext', 'bundler', 'libraries']) {
      node(`types hold on TypeScript ${version}, ${mode}`, `node_modules/typescript-${version}/bin/tsc`, '-p', `tsconfig.${mode}.json`);
    }
  }
} catch (error) {
  // tsc writes what it found to stdout.
  console.error(error instanceof Error ? `${error.message}\n${'stdout' in error ? String(error.stdout) : (error.stack ?? '')}` : error);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}
