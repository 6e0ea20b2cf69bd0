/**
 * What each entry costs a bundle, minified and gzipped: our own code, and with its dependencies. Reads dist, so build
 * first. Fails where an entry outgrows its limit: raise a limit only with the reason in the change's message.
 */
import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { entries } from './entries.mjs';

/** Limits in bytes, gzipped, with dependencies. @type {Readonly<Record<string, number>>} */
const LIMITS = {
  revpact: 305_000,
  'revpact/kernel': 50_000,
  'revpact/vocabulary': 79_000,
  'revpact/lifecycle': 91_000,
  'revpact/lifecycle/xstate': 57_000,
  'revpact/sla': 94_000,
  'revpact/sla/icalendar': 42_000,
  'revpact/metrics': 133_000,
  'revpact/icp': 79_000,
  'revpact/icp/refine': 56_000,
  'revpact/feedback': 68_000,
  'revpact/pact': 212_000,
  'revpact/crm': 92_000,
  'revpact/warehouse': 65_000,
  'revpact/report': 69_000,
  'revpact/schema': 74_000,
};

/**
 * What some names of an entry cost a bundle that takes nothing else: schemas are marked as pure so that they drop out.
 * @type {Readonly<Record<string, { readonly code: string, readonly limit: number }>>}
 */
const PARTS = {
  'sla: calendars and clocks': {
    code: `export {
      openHours, safeOpenHours, openAny, openAll, elapsed, add, subtract, isOpen, nextOpening, nextClosing, openSegments, openMsAt, daysOff,
      judgeClock, explainClock, ledgerOf,
    } from 'revpact/sla'`,
    limit: 12 * 1024,
  },
  // A script that wants three numbers does not carry two hundred.
  'metrics: three numbers': {
    code: `export { evaluate, explain, acceptanceRate, mqlToSqlRate, closedWinRate } from 'revpact/metrics'`,
    limit: 72 * 1024,
  },
  'icp: a score with its reasons': {
    code: `export { score, scorer } from 'revpact/icp'`,
    limit: 8 * 1024,
  },
  'metrics: plain formulas': {
    code: `export { winRate, salesVelocity, customerAcquisitionCost, leadsNeeded } from 'revpact/metrics'`,
    limit: 20 * 1024,
  },
};

const root = fileURLToPath(new URL('..', import.meta.url));

/** @type {(code: string, external: boolean) => Promise<{ min: number, gzip: number }>} */
const sizeOf = async (code, external) => {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: root },
    alias: Object.fromEntries(entries.map(({ id, name }) => [id, `${root}dist/${name}.js`])),
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'error',
    ...(external ? { external: ['zod', 'xstate', 'ical.js', 'decimal.js', '@noble/hashes/*'] } : {}),
  });
  const bytes = outputFiles[0]?.contents ?? new Uint8Array();
  return { min: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
};

/** @type {(bytes: number) => string} */
const kb = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(10);

const tooLarge = [];
console.log(`${'entry'.padEnd(28)}${'own min'.padStart(10)}${'own gzip'.padStart(10)}${'all min'.padStart(10)}${'all gzip'.padStart(10)}${'limit'.padStart(10)}`);
const bundles = [
  ...entries.map(({ id }) => ({ id, code: `export * from '${id}'`, limit: LIMITS[id] })),
  ...Object.entries(PARTS).map(([id, part]) => ({ id, ...part })),
];
for (const { id, code, limit } of bundles) {
  const own = await sizeOf(code, true);
  const all = await sizeOf(code, false);
  console.log(`${id.padEnd(28)}${kb(own.min)}${kb(own.gzip)}${kb(all.min)}${kb(all.gzip)}${limit === undefined ? 'none'.padStart(10) : kb(limit)}`);
  if (limit === undefined || all.gzip > limit) tooLarge.push(id);
}
if (tooLarge.length > 0) {
  console.error(`over the limit, or without one: ${tooLarge.join(', ')}`);
  process.exitCode = 1;
}
