import { fileURLToPath } from 'node:url';
import { createLifecycle, factColumnsFrom, factsFrom } from 'revpact/lifecycle';
import { evaluate, factSource, STANDARD_METRICS, type FactsIn } from 'revpact/metrics';
import { arraysFile } from '../arrays-file.js';
import { columnsOf as entriesOf, ourFunnel } from '../funnel/ours.js';
import { bytesOf } from '../funnel/result.js';
import { main, type Benchmark, type Case } from '../harness.js';
import { framework } from '../replay/framework.js';
import { AS_OF, FIRST, logArrays, logOf, type Arrays } from './log.js';
import { eventLog } from './rows.js';

const SIX = ['mql_volume', 'mql_to_sql_rate', 'acceptance_rate', 'response_from_routing_p90', 'pipeline_created', 'win_rate'];
const metrics = SIX.map((id) => {
  const metric = STANDARD_METRICS.find((one) => one.id === id);
  if (metric === undefined) throw new Error(`no metric ${id}`);
  return metric;
});
const period = { label: '2025', start: FIRST, end: FIRST + 365 * 86_400_000, zone: 'UTC' };
const lifecycle = createLifecycle(framework);

const logFile = (size: number): Arrays => arraysFile(fileURLToPath(new URL(`scorecard-${String(size)}.columns`, import.meta.url)), () => logArrays(size));

const six = (facts: FactsIn): readonly unknown[] => {
  const source = factSource(facts);
  return metrics.map((metric) => {
    const { title: _, ...result } = evaluate(metric, source, { framework, period, asOf: AS_OF, groupBy: [] });
    return result;
  });
};

const fromColumns = ({ log, details }: ReturnType<typeof logOf>): readonly unknown[] => {
  const made = factColumnsFrom(lifecycle, log, details);
  if (!made.ok) throw new Error(made.issues[0]?.message);
  return six(made.value.facts);
};

const timed = <Input, Output>(name: string, items: Case['items'], input: (size: number) => Input, run: (input: Input) => Output, bytes: (output: Output) => Uint8Array): Case => ({
  name,
  items,
  prepare: (size) => {
    const given = input(items(size));
    return () => {
      const output = run(given);
      return () => bytes(output);
    };
  },
});

const asText = (results: readonly unknown[]): Uint8Array => new TextEncoder().encode(JSON.stringify(results));
const all = (size: number): number => size;
/** A fiftieth: rows are objects. */
const few = (size: number): number => size / 50;
const share = (millions: number) => (size: number): number => (size / 5) * millions;
const sizes = [1, 2, 5, 10];

const columnsCase = (name: string, items: Case['items']): Case => timed(name, items, (size) => logOf(logFile(size)), fromColumns, asText);

const benchmark: Benchmark = {
  name: 'scorecard',
  size: 5_000_000,
  quickSize: 500_000,
  files: (size) => {
    for (const millions of sizes) logFile(share(millions)(size));
    logFile(few(size));
    entriesOf(size);
  },
  cases: [],
  comparisons: [],
  // What each goal rests on is in bench/README.md.
  parts: [
    {
      cases: [columnsCase('facts and six metrics', all), timed('funnelMany', all, entriesOf, ourFunnel, bytesOf)],
      comparisons: [{ case: 'facts and six metrics', anchor: 'funnelMany', goal: 0.12, timeOnly: true }],
    },
    {
      cases: [
        columnsCase('from columns', few),
        timed('from events', few, (size) => eventLog(logFile(size)), (log) => six(factsFrom(lifecycle, log).facts), asText),
      ],
      comparisons: [{ case: 'from columns', anchor: 'from events', goal: 1.5 }],
    },
    {
      cases: sizes.map((millions) => columnsCase(`${String(millions)}/5 of it`, share(millions))),
      comparisons: sizes.slice(1).map((millions) => ({ case: `${String(millions)}/5 of it`, anchor: '1/5 of it', goal: 0.6, timeOnly: true })),
    },
  ],
};

main(benchmark, process.argv.slice(2));
