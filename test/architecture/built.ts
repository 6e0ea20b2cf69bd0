import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { entries } from '../../scripts/entries.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A project that has the built library installed. It lies inside this one, so that dependencies are found. */
export interface Consumer {
  /** Run a file of the project where text may not become code; its error output, or null where it went well. */
  readonly run: (file: string, text: string) => string | null;
  /** The packages of which something is left in a bundle of `text`, and its size in bytes. */
  readonly bundle: (text: string) => Promise<{ readonly packages: readonly string[]; readonly bytes: number }>;
  readonly close: () => void;
}

export const installBuilt = async (): Promise<Consumer> => {
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, '.cache', 'built-'));
  const library = join(folder, 'node_modules/revpact');
  await build({
    absWorkingDir: ROOT,
    entryPoints: Object.fromEntries(entries.map(({ name }) => [name, `src/${name}.ts`])),
    outdir: join(library, 'dist'),
    bundle: true,
    splitting: true,
    packages: 'external',
    format: 'esm',
    target: 'es2022',
  });
  copyFileSync(join(ROOT, 'package.json'), join(library, 'package.json'));
  // Without a name of its own, what lies in our folder is the library itself to every resolver.
  writeFileSync(join(folder, 'package.json'), '{ "name": "consumer", "private": true, "type": "module" }');
  return {
    run: (file, text) => {
      writeFileSync(join(folder, file), text);
      const { status, stderr } = spawnSync(process.execPath, ['--disallow-code-generation-from-strings', file], { cwd: folder, encoding: 'utf8' });
      return status === 0 ? null : stderr;
    },
    bundle: async (text) => {
      const { metafile } = await build({
        absWorkingDir: folder,
        stdin: { contents: text, resolveDir: folder },
        bundle: true,
        minify: true,
        format: 'esm',
        metafile: true,
        write: false,
        logLevel: 'silent',
      });
      const [output] = Object.values(metafile.outputs);
      const kept = Object.entries(output?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
      const packages = kept.flatMap(([path]) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
      return { packages: [...new Set(packages)].sort(), bytes: output?.bytes ?? 0 };
    },
    close: () => {
      rmSync(folder, { recursive: true });
    },
  };
};
