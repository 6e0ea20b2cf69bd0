import { defineConfig } from 'tsup';
import { entries } from './scripts/entries.mjs';
import { writeSchemaFiles } from './scripts/schema-files.mjs';

/**
 * One build for every entry, so that what two entries share is one module in both formats. Rollup's tree shaking also
 * keeps absolute paths and down-levelling functions out of the CommonJS files.
 */
export default defineConfig({
  entry: Object.fromEntries(entries.map(({ name }) => [name, `src/${name}.ts`])),
  format: ['esm', 'cjs'],
  // tsup passes `baseUrl`, which TypeScript 6 reports unless told not to.
  dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
  sourcemap: true,
  splitting: true,
  treeshake: true,
  // A quick build without types leaves those of the last full build; a package is always built in full (prepack).
  clean: !process.argv.includes('--no-dts'),
  target: 'es2022',
  platform: 'neutral',
  onSuccess: () => writeSchemaFiles('dist'),
});
