import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { entries } from './scripts/entries.mjs';

/** Tests import the library by its public names, and those names are the sources: what is tested is what is read. */
export const alias = entries.map(({ id, name }) => ({
  find: new RegExp(`^${id}$`),
  replacement: fileURLToPath(new URL(`./src/${name}.ts`, import.meta.url)),
}));

export default defineConfig({
  resolve: { alias },
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/bounded-properties.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
