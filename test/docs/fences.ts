/** One code block of a document or doc comment, with the line its code begins on. */
export interface Fence {
  readonly file: string;
  /** What stands behind the backticks: `ts`, `sh`, or nothing. */
  readonly info: string;
  /** Line of the first line of code, from 1. */
  readonly line: number;
  readonly code: string;
}

const OPENING = /^(\s*)(`{3,}|~{3,})\s*(.*?)\s*$/;

/** The code blocks of Markdown. A block that never ends runs to the end of the file, as Markdown has it. */
export const fencesOf = (file: string, markdown: string, firstLine = 1): readonly Fence[] => {
  const fences: Fence[] = [];
  const lines = markdown.split('\n');
  for (let i = 0; i < lines.length; i += 1) {
    const found = OPENING.exec(lines[i] ?? '');
    if (found === null) continue;
    const [, indent = '', ticks = '', info = ''] = found;
    const closing = new RegExp(`^\\s*${ticks[0] ?? ''}{${String(ticks.length)},}\\s*$`);
    const start = i + 1;
    for (i = start; i < lines.length && !closing.test(lines[i] ?? ''); i += 1);
    const code = lines.slice(start, i).map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line.trimStart()));
    fences.push({ file, info, line: firstLine + start, code: code.join('\n') });
  }
  return fences;
};

/** The code blocks in the doc comments of a TypeScript file. */
export const docCommentFences = (file: string, source: string): readonly Fence[] =>
  [...source.matchAll(/^[ \t]*\/\*\*[^]*?\*\//gm)].flatMap((comment) => {
    const before = source.slice(0, comment.index).split('\n').length;
    const text = comment[0]
      .split('\n')
      .map((line) => line.replace(/^\s*(?:\/\*\*|\*\/|\*) ?/, ''))
      .join('\n');
    return fencesOf(file, text, before);
  });

/** Ways to write TypeScript or JavaScript that no test would run. */
export const isEscape = ({ info }: Fence): boolean => info !== 'ts' && /^(?:ts|tsx|mts|cts|js|jsx|mjs|cjs|typescript|javascript)\b/i.test(info);
