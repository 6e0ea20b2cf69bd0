import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { FACT_READINGS, columnKind, guardsOf, type FactKey } from '../src/metrics/definition/column.js';
import { columnType, FACT_TABLES } from '../src/vocabulary/fact.js';
import { snakeCase } from '../src/warehouse/dialect.js';
import { COLUMN_WORDS, FACTS_INTRO, FILLED_BY_PACT, NULL_WORDS } from './facts-words.js';

const FOLDER = new URL('../src/vocabulary/facts/', import.meta.url);

/** What the source says of a row and of its columns. */
interface Written {
  readonly row: string;
  readonly columns: ReadonlyMap<string, string>;
}

const commentOf = (node: ts.Node): string =>
  ts
    .getJSDocCommentsAndTags(node)
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(/\{@link (\w+)\}/g, '`$1`')
    .trim();

/** The row type of a table is the interface that ends in `Fact` in the table's own file. */
const writtenOf = (key: FactKey): Written => {
  const file = `${FACT_TABLES[key].name === 'lead_exit' ? 'exit' : FACT_TABLES[key].name.replaceAll('_', '-')}.ts`;
  const source = ts.createSourceFile(file, readFileSync(new URL(file, FOLDER), 'utf8'), ts.ScriptTarget.Latest, true);
  const row = source.statements.find((one): one is ts.InterfaceDeclaration => ts.isInterfaceDeclaration(one) && one.name.text.endsWith('Fact'));
  if (row === undefined) throw new Error(`no row type in ${file}`);
  return { row: commentOf(row), columns: new Map(row.members.map((member) => [member.name?.getText() ?? '', commentOf(member)])) };
};

/** What a column means: its comment, else the words for columns of its name. */
const wordsOf = (key: FactKey, column: string, comment: string | undefined): string => {
  const words = comment === undefined || comment === '' ? (COLUMN_WORDS[`${key}.${column}`] ?? COLUMN_WORDS[column]) : comment;
  if (words === undefined) throw new Error(`nothing says what ${key}.${column} is`);
  return words;
};

/** What it means that a column is null; null where it cannot be. */
const nullOf = (key: FactKey, column: string): string => {
  const { optional } = columnType(writtenType(key, column));
  if (!optional) return 'never';
  const known = NULL_WORDS[`${key}.${column}`];
  if (known !== undefined) return known;
  if (isOfPact(key, column)) return 'there is no pact, or it does not say';
  if (FACT_READINGS[key].happened[column] !== undefined) return 'it has not happened';
  const [guard] = guardsOf(key, column);
  return guard === undefined ? 'not known' : `\`${snakeCase(guard)}\` is null, or it was not said`;
};

const writtenType = (key: FactKey, column: string): Parameters<typeof columnType>[0] => {
  const written = Object.entries(FACT_TABLES[key].columns).find(([name]) => name === column)?.[1];
  if (written === undefined) throw new Error(`no column ${key}.${column}`);
  return written;
};

const isOfPact = (key: FactKey, column: string): boolean => key === 'clocks' || FILLED_BY_PACT.includes(`${key}.${column}`);

const typeOf = (key: FactKey, column: string): string => {
  if (columnKind(key, column) === 'moment') return FACT_READINGS[key].planned.includes(column) ? 'moment, planned' : 'moment';
  return { text: 'text', integer: 'integer', boolean: 'boolean', text_list: 'list of text', json: 'JSON' }[columnType(writtenType(key, column)).type];
};

const section = (key: FactKey): string => {
  const { row, columns } = writtenOf(key);
  const rows = Object.keys(FACT_TABLES[key].columns).map((column) =>
    ['', `\`${snakeCase(column)}\``, typeOf(key, column), isOfPact(key, column) ? 'pact' : 'facts', nullOf(key, column), wordsOf(key, column, columns.get(column)).replaceAll('|', '\\|'), ''].join(' | ').trim(),
  );
  return [
    `## ${FACT_TABLES[key].name}`,
    '',
    `${row} In TypeScript \`Facts.${key}\`. Key: ${FACT_READINGS[key].keys.map((column) => `\`${snakeCase(column)}\``).join(', ')}.`,
    '',
    '| column | type | filled by | null where | what it says |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
};

/** docs/facts.md as it must be. */
export const factsPage = (): string =>
  ['---', 'title: Facts', '---', '', ...FACTS_INTRO, '', ...Object.keys(FACT_TABLES).map((key) => section(key as FactKey))].join('\n');
