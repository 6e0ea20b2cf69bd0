import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import type { World } from '../../cli/src/world.js';

/** A folder of its own for one test, gone when the test is over. */
export interface Desk {
  readonly world: World;
  readonly path: (name: string) => string;
  readonly put: (name: string, content: string | Uint8Array) => Promise<string>;
  readonly text: (name: string) => Promise<string>;
  /** What has been printed so far. */
  readonly out: () => string;
  readonly err: () => string;
}

/** The program's world with real files in a temporary folder and printed text kept. */
export const aDesk = async (options: { readonly columns?: number; readonly color?: boolean } = {}): Promise<Desk> => {
  const folder = await mkdtemp(join(tmpdir(), 'revpact-cli-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const printed = { out: '', err: '' };
  const path = (name: string): string => join(folder, name);
  return {
    path,
    put: async (name, content) => {
      await mkdir(dirname(path(name)), { recursive: true });
      await writeFile(path(name), content);
      return path(name);
    },
    text: (name) => readFile(path(name), 'utf8'),
    out: () => printed.out,
    err: () => printed.err,
    world: {
      files: {
        size: async (file) => (await stat(file)).size,
        read: (file) => readFile(file),
        write: (file, text) => writeFile(file, text, 'utf8'),
        makeDirectory: async (file) => {
          await mkdir(file, { recursive: true });
        },
        resolve: (file) => resolve(file),
      },
      stdout: (text) => {
        printed.out += text;
      },
      stderr: (text) => {
        printed.err += text;
      },
      zoneData: '2025b',
      columns: options.columns ?? 120,
      color: options.color ?? false,
    },
  };
};
