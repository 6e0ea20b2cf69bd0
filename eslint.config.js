import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const library = [
  {
    selector: "ImportDeclaration[source.value='zod'] > ImportSpecifier[imported.name='z']",
    message: "Write `import * as z from 'zod'`: the named import keeps all of zod in a bundle.",
  },
  { selector: 'ExportDefaultDeclaration', message: 'Name what you export.' },
  { selector: 'ExportAllDeclaration', message: 'List what you export, in the order a newcomer should meet it.' },
  { selector: 'ImportExpression', message: 'The library loads nothing on the way.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time is an argument: take `asOf`.' },
  { selector: "CallExpression[callee.name='Date']", message: 'Time is an argument: take `asOf`.' },
  { selector: 'TSEnumDeclaration', message: 'Use a `const` list and a union of its members.' },
];

export default defineConfig(
  globalIgnores(['**/dist/', '**/node_modules/', '.cache/', 'coverage/', 'docs-site/', 'examples/*/out/', 'scripts/consumer/', 'bench/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,js,mjs}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.test.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-cond-assign': 'error',
      'no-constant-condition': 'error',
      'no-empty-character-class': 'error',
      'no-irregular-whitespace': 'error',
      'no-loss-of-precision': 'error',
      'no-misleading-character-class': 'error',
      'no-self-compare': 'error',
      'no-sparse-arrays': 'error',
      'no-unreachable-loop': 'error',
      'no-unsafe-finally': 'error',
      'no-useless-backreference': 'error',
      'no-useless-catch': 'error',
      'no-useless-escape': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // A schema and its type share one name: `interface Lead extends z.infer<typeof leadShape> {}`, `const Lead`.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
    },
  },
  // A cast in a JSDoc comment is invisible here; tsc reads it.
  { files: ['**/*.mjs'], extends: [tseslint.configs.disableTypeChecked] },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...library],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time is an argument: take `asOf`.' },
        { object: 'Math', property: 'random', message: 'Chance is an argument.' },
        { object: 'z', property: 'config', message: 'It would configure the zod of the host.' },
        { object: 'z', property: 'globalRegistry', message: 'It belongs to the host; use a registry of our own.' },
        { object: 'z', property: 'compile', message: 'It generates code, which some hosts forbid.' },
      ],
      'no-restricted-globals': ['error', 'console', 'process', 'performance', 'fetch', 'setTimeout', 'setInterval', 'setImmediate'],
      'no-eval': 'error',
      '@typescript-eslint/no-implied-eval': 'error',
    },
  },
  {
    // What tests do on purpose: name what must be there, ask what types rule out, write numbers that do not fit.
    files: ['test/**/*.ts'],
    rules: {
      'no-loss-of-precision': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
    },
  },
);
