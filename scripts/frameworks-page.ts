import { unwrap } from '../src/kernel/result.js';
import { MILESTONES, type Framework, type Stage } from '../src/vocabulary/framework.js';
import { STANDARD_FRAMEWORKS } from '../src/vocabulary/frameworks/index.js';
import { coverageOf } from '../src/vocabulary/translation/coverage.js';

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

const code = (id: string): string => `\`${id}\``;

/** The milestones that a stage counts for, and which of the exits it is. */
const standsFor = ({ milestones }: Framework, { id, class: stageClass, exit }: Stage): string =>
  [
    ...MILESTONES.filter((milestone) => milestones[milestone]?.includes(id) === true),
    ...(exit !== undefined ? [`exit: ${exit}`] : stageClass === 'exit' ? ['exit: told by the event'] : []),
  ].join(', ') || '–';

const UNITS = { person: 'a person', account: 'an account', buying_group: 'a buying group', opportunity: 'an opportunity' } as const;

const section = (framework: Framework): string => {
  const missing = MILESTONES.filter((milestone) => framework.milestones[milestone] === undefined);
  return [
    `### ${framework.title} (${code(framework.id)})`,
    '',
    `What moves: ${UNITS[framework.demandUnit]}. Confidence: ${framework.confidence}.` +
      (missing.length === 0 ? '' : ` Milestones that do not exist here: ${missing.map(code).join(', ')}.`),
    '',
    `Source: ${framework.source}`,
    '',
    table(
      ['stage', 'term', 'owner', 'kind', 'milestones and exits', 'what it means'],
      framework.stages.map((stage) => [code(stage.id), stage.term, stage.owner, stage.kind, standsFor(framework, stage), stage.definition]),
    ),
  ].join('\n');
};

const ids = STANDARD_FRAMEWORKS.map(({ id }) => id);
const pairs = ids.flatMap((from) => ids.filter((to) => to !== from).map((to) => unwrap(coverageOf(from, to))));
const pair = (from: string, to: string) => pairs.find((one) => one.from === from && one.to === to);

const coverage = (): string =>
  table(
    ['from ↓ to →', ...ids.map(code)],
    ids.map((from) => [
      code(from),
      ...ids.map((to) => {
        const found = pair(from, to);
        return found === undefined ? '–' : `${String(found.whole.length)} · ${String(found.partly.length)} · ${String(found.none.length)}`;
      }),
    ]),
  );

const remainder = (): string =>
  table(
    ['from', 'to', 'stages that have none there'],
    pairs.filter(({ none }) => none.length > 0).map(({ from, to, none }) => [code(from), code(to), none.map(code).join(', ')]),
  );

const BLOCKS: Readonly<Record<string, () => string>> = {
  frameworks: () => STANDARD_FRAMEWORKS.map(section).join('\n\n'),
  coverage,
  remainder,
};

/**
 * docs/frameworks.md with what is printed from the source put between its marks. Throws where a mark is missing.
 *
 * @param page - The page as it is.
 */
export const frameworksPage = (page: string): string =>
  Object.entries(BLOCKS).reduce((text, [name, print]) => {
    const [begin, end] = [`<!-- printed: ${name} -->`, `<!-- end: ${name} -->`];
    const [from, to] = [text.indexOf(begin), text.indexOf(end)];
    if (from === -1 || to < from) throw new Error(`docs/frameworks.md has no ${begin} … ${end}`);
    return `${text.slice(0, from + begin.length)}\n\n${print()}\n\n${text.slice(to)}`;
  }, page);
