import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { GENERIC_MAPPING, importColumns } from 'revpact/crm';
import { createLifecycle, foldMany, judgeMany } from 'revpact/lifecycle';
import { main, type Benchmark, type Case } from '../harness.js';
import { xstateFolding } from '../replay/anchors/xstate-folding.js';
import { framework } from '../replay/framework.js';
import { leadEvents } from '../replay/log.js';
import { papaparseEvents } from './anchors/papaparse-events.js';
import { csvFile } from './file.js';

const lifecycle = createLifecycle(framework);
const REJECTED = 0xff;

const fileOf = (size: number): string => csvFile(fileURLToPath(new URL(`csv-replay-${String(size)}.csv`, import.meta.url)), () => leadEvents(size));

const all = (size: number): number => size;

/** One byte a row: the verdict of its event, or that it was rejected. */
const account = (size: number, verdicts: Uint8Array, rejectedRows: readonly number[]): Uint8Array => {
  const bytes = new Uint8Array(size);
  for (const row of rejectedRows) bytes[row] = REJECTED;
  let next = 0;
  for (let row = 0; row < size; row += 1) {
    if (bytes[row] === REJECTED) continue;
    bytes[row] = verdicts[next] ?? 0;
    next += 1;
  }
  if (next !== verdicts.length) throw new Error(`${String(size)} rows, ${String(verdicts.length)} verdicts, ${String(rejectedRows.length)} rejected`);
  return bytes;
};

const timed = <R>(name: string, items: Case['items'], run: (path: string) => R, bytes: (result: R, size: number) => Uint8Array): Case => ({
  name,
  items,
  prepare: (size) => {
    const path = fileOf(items(size));
    return () => {
      const result = run(path);
      return () => bytes(result, items(size));
    };
  },
});

const ours = (path: string) => {
  const imported = importColumns(GENERIC_MAPPING, readFileSync(path));
  if (!imported.ok) throw new Error(imported.issues[0]?.message);
  const folded = foldMany(lifecycle, imported.value.log);
  if (!folded.ok) throw new Error(folded.issues[0]?.message);
  return { ...judgeMany(folded.value), imported: imported.value };
};

const papaparseXstate = (path: string) => {
  const { events, rejected } = papaparseEvents(readFileSync(path, 'utf8'));
  return { verdicts: xstateFolding(events), rejected };
};
const theirs = ({ verdicts, rejected }: ReturnType<typeof papaparseXstate>, size: number): Uint8Array => account(size, verdicts, rejected.map(({ row }) => row));

const linesOf = ({ rejectedRows }: { readonly rejectedRows: readonly { readonly line: number }[] }): readonly number[] => rejectedRows.map(({ line }) => line - 2);

const benchmark: Benchmark = {
  name: 'csv-replay',
  size: 1_000_000,
  quickSize: 200_000,
  files: (size) => {
    fileOf(size);
  },
  cases: [
    timed('columns from CSV', all, ours, (result, size) => account(size, result.verdicts, linesOf(result.imported))),
    timed('papaparse, xstate', all, papaparseXstate, theirs),
  ],
  // What each goal rests on is in bench/README.md.
  comparisons: [{ case: 'columns from CSV', anchor: 'papaparse, xstate', goal: 3.5 }],
};

main(benchmark, process.argv.slice(2));
