import { defineConfig } from 'tsup';

/** One program; its dependencies, the library among them, stay packages of their own. */
export default defineConfig({
  entry: { bin: 'src/bin.ts' },
  format: ['esm'],
  sourcemap: true,
  splitting: true,
  treeshake: true,
  clean: true,
  target: 'node20',
  platform: 'node',
});
