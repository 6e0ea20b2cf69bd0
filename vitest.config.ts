import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const src = (path: string) => fileURLToPath(new URL(`./src/${path}`, import.meta.url));

/** Tests import the library by its public names, and those names are the sources: what is tested is what is read. */
export const alias = [
  { find: /^revpact$/, replacement: src('index.ts') },
  { find: /^revpact\/lifecycle\/xstate$/, replacement: src('lifecycle/xstate.ts') },
  { find: /^revpact\/([a-z]+)$/, replacement: src('$1/index.ts') },
];

export default defineConfig({
  resolve: { alias },
  test: { include: ['test/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
});
