// node bench/run.mjs NAME [--json] [--quick]: bundle one benchmark and run it. `npm run bench -- NAME` builds the library first.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const [name = '', ...flags] = process.argv.slice(2);
const known = ['--json', '--quick', '--large'];
const strange = flags.filter((flag) => !known.includes(flag));

if (!/^[a-z-]+$/.test(name) || !existsSync(`${here}${name}/bench.ts`) || strange.length > 0) {
  process.stderr.write(`usage: node bench/run.mjs NAME [${known.join('] [')}], where bench/NAME/bench.ts exists\n`);
  process.exit(2);
}

// The library and the peers stay outside: what runs is what is installed.
const outfile = `${here}.cache/${name}.mjs`;
await build({ entryPoints: [`${here}${name}/bench.ts`], outfile, bundle: true, packages: 'external', format: 'esm', platform: 'node', target: 'node20' });
process.exit(spawnSync(process.execPath, ['--max-old-space-size=8192', outfile, ...flags], { stdio: 'inherit' }).status ?? 1);
