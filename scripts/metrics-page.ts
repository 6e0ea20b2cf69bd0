import { evaluate, type MetricDefinition, type MetricResult } from 'revpact/metrics';
import { columnType, FACT_TABLES } from 'revpact/vocabulary';
import { SAME_DATA, type SameData } from '../test/metrics/standard/same-data.js';
import { THEMES } from '../test/metrics/standard/themes.js';
import { factsOf, optionsOf, type ShownFacts, type Theme, type WorkedExample } from '../test/support/worked-example.js';
import { figureText } from './metrics-figure.js';

/** docs/metrics.md as it must be: the definitions in the source, and their worked examples, evaluated. */
export const metricsPage = (introduction: string): string =>
  [
    introduction.trimEnd(),
    '',
    ...THEMES.flatMap(contents),
    '',
    ...THEMES.flatMap(themeSection),
    ...sameDataSection(SAME_DATA),
  ].join('\n');

const contents = ({ title, examples }: Theme): readonly string[] => [
  `- **${title}:** ${examples.map(({ metric }) => `[${metric.title}](#${anchor(metric)})`).join(' · ')}`,
];

/** As the headings of Markdown are linked to. */
const anchor = ({ title, id }: MetricDefinition): string =>
  `${title} (${id})`
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

const themeSection = ({ title, intro, examples }: Theme): readonly string[] => [
  `## ${title}`,
  '',
  intro,
  '',
  ...examples.flatMap((example, i) => section(example, examples[i - 1]?.facts === example.facts)),
];

const section = (example: WorkedExample, again: boolean): readonly string[] => {
  const { metric, formula, facts, says } = example;
  const options = optionsOf(example);
  const result = evaluate(metric, factsOf(facts), options);
  return [
    `### ${metric.title} (\`${metric.id}\`)`,
    '',
    `**Formula.** ${formula}`,
    '',
    `**What it answers.** ${metric.question}`,
    '',
    `**What it hides.** ${metric.hides}`,
    '',
    `**Source.** ${metric.source}`,
    '',
    `**Worked example**, ${conditions(example)}${again ? ', on the facts above' : ''}:`,
    '',
    ...(again ? [] : factTables(facts)),
    ...resultLines(metric, result),
    ...(says === undefined ? [] : ['', says]),
    '',
  ];
};

const conditions = (example: WorkedExample): string => {
  const { period, asOf, framework, parameters, rates, groupBy } = optionsOf(example);
  return [
    period.label,
    `as of ${moment(asOf)}`,
    ...(example.options?.framework === undefined ? [] : [`on \`${framework.id}\``]),
    ...Object.entries(parameters ?? {}).map(([name, value]) => `\`${name}\` ${value}`),
    ...(rates ?? []).map(({ from, to, since, rate }) => `1 ${from} = ${rate} ${to} since ${since}`),
    ...(groupBy === undefined ? [] : [`by ${groupBy.map((ref) => `\`${ref}\``).join(', ')}`]),
  ].join(', ');
};

const factTables = (facts: ShownFacts): readonly string[] =>
  Object.entries(facts).flatMap(([key, rows]) => {
    const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const whole = factsOf({ [key]: rows })[key as keyof ShownFacts] as readonly object[];
    return [
      `| ${key}: ${names.join(' | ')} |`,
      `| ${names.map(() => '---').join(' | ')} |`,
      ...whole.map((row, i) => `| ${names.map((name) => cellText(key, name, rows[i] ?? {}, row)).join(' | ')} |`),
      '',
    ];
  });

const cellText = (key: string, name: string, shown: object, whole: object): string => {
  const written: unknown = Object.entries(shown).find(([column]) => column === name)?.[1];
  const value: unknown = Object.entries(whole).find(([column]) => column === name)?.[1];
  if (typeof written === 'string' && columnKindOf(key, name) === 'integer') return moment(Number(value));
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value).replaceAll('|', '\\|') : '';
};

const columnKindOf = (key: string, name: string): string => {
  const table = Object.entries(FACT_TABLES).find(([one]) => one === key)?.[1];
  const written = Object.entries(table?.columns ?? {}).find(([one]) => one === name)?.[1];
  return written === undefined ? '' : columnType(written).type;
};

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** A moment of an example for people, in UTC: `2 May 10:30`. */
const moment = (instant: number): string => {
  const [date = '', time = ''] = new Date(instant).toISOString().split('T');
  const [year = '', month = '', day = ''] = date.split('-');
  return `${String(Number(day))} ${MONTHS[Number(month) - 1] ?? ''}${year === '2026' ? '' : ` ${year}`}${time.startsWith('00:00') ? '' : ` ${time.slice(0, 5)}`}`;
};

const resultLines = (metric: MetricDefinition, result: MetricResult): readonly string[] => {
  if (!result.applicable) return [`**Not applicable:** ${result.reason.code}.`];
  return [
    `Result: ${figureText(metric, result)}.`,
    ...(result.groups.length === 0
      ? []
      : ['', ...result.groups.map((group) => `- ${Object.values(group.key).map((value) => value ?? 'not known').join(', ')}: ${figureText(metric, group)}`)]),
  ];
};

const sameDataSection = (sets: readonly SameData[]): readonly string[] => [
  '## Same data, N definitions',
  '',
  'One set of records, and what each definition makes of it. None of these numbers is wrong; they answer different questions, and two departments that quote two of them will not agree.',
  '',
  ...sets.flatMap(({ title, told, facts, asOf, options, rows, shown }) => [
    `### ${title}`,
    '',
    told,
    '',
    ...(shown ? factTables(facts) : []),
    '| definition | result | because |',
    '| --- | --- | --- |',
    ...rows.map(({ metric, because }) => {
      const result = evaluate(metric, factsOf(facts), optionsOf({ ...(asOf === undefined ? {} : { asOf }), ...(options === undefined ? {} : { options }) }));
      return `| [${metric.title}](#${anchor(metric)}) | ${result.applicable ? figureText(metric, result) : 'not applicable'} | ${because} |`;
    }),
    '',
  ]),
];
