import { readFileSync } from 'node:fs';

const { exports } = /** @type {{ exports: Record<string, string | { import: { default: string } }> }} */ (
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
);

/**
 * Where one may enter the library, as `exports` in package.json lists it. Every tool reads this list.
 *
 * `id` is the public name (`revpact/sla`); `name` is the path below src and dist without its ending (`sla/index`).
 *
 * @type {readonly { readonly id: string; readonly name: string }[]}
 */
export const entries = Object.entries(exports).flatMap(([subpath, target]) =>
  typeof target === 'string'
    ? []
    : [{ id: `revpact${subpath.slice(1)}`, name: target.import.default.replace(/^\.\/dist\//, '').replace(/\.js$/, '') }],
);
