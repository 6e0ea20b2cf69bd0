import ts from 'typescript';
import type { Fence } from './fences.js';

/** Text put into a code block at an offset. */
interface Insertion {
  readonly at: number;
  readonly text: string;
}

/**
 * A code block as a module that checks itself, with each line at the number it has in its document, so that failures
 * and type errors point there.
 *
 * `expr // => value` and `const name = expr // => value` become deep comparisons; `expr // => throws 'text'` expects an
 * error whose message contains the text. The claim may stand on the next line, and go on over comment lines. One that
 * stands behind no statement of the block itself, or is no value, is an error: it would never be tested.
 *
 * @param checks - Where the module finds `same` and `throws`.
 */
export const toModule = (fence: Fence, checks: string): string => {
  const { code } = fence;
  const file = ts.createSourceFile('example.ts', code, ts.ScriptTarget.ES2022, true);
  const asserted = file.statements.flatMap((statement) => assertion(statement, file, fence) ?? []);
  const claims = [...code.matchAll(/\/\/ ?=>/g)];
  if (claims.length > asserted.length / 2) throw new Error(`${placeOf(fence, 0)}: a "// =>" stands behind no statement of its own`);
  const checked = [...asserted].reverse().reduce((text, { at, text: inserted }) => text.slice(0, at) + inserted + text.slice(at), code);
  const header = `import { same as $same, throws as $throws } from ${JSON.stringify(checks)};`;
  return `${header}${'\n'.repeat(fence.line - 1)}${checked}\nvoid $same, $throws;\n`;
};

const placeOf = ({ file, line, code }: Fence, offset: number): string => `${file}:${String(line + code.slice(0, offset).split('\n').length - 1)}`;

/** What to put before and behind a statement that a claim follows; null for one without. */
const assertion = (statement: ts.Statement, file: ts.SourceFile, fence: Fence): readonly [Insertion, Insertion] | null => {
  const claim = claimBehind(fence.code, statement.getEnd());
  if (claim === null) return null;
  const place = placeOf(fence, statement.getEnd());
  const tail = `${readValue(claim.text, place)}, ${JSON.stringify(place)});`;
  if (ts.isExpressionStatement(statement)) {
    const { expression } = statement;
    return [
      { at: expression.getStart(file), text: claim.throws ? 'await $throws(async () => (' : '$same((' },
      { at: expression.getEnd(), text: `), ${tail}` },
    ];
  }
  const [declared] = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [];
  if (claim.throws || declared === undefined || !ts.isIdentifier(declared.name)) throw new Error(`${place}: "// =>" stands behind what has no value`);
  return [
    { at: statement.getEnd(), text: '; ' },
    { at: statement.getEnd(), text: `$same(${declared.name.text}, ${tail}` },
  ];
};

interface ClaimText {
  readonly throws: boolean;
  readonly text: string;
}

const claimBehind = (code: string, end: number): ClaimText | null => {
  const found = /^[ \t]*\n?[ \t]*\/\/ ?=>([ \t]*throws\b)?(.*(?:\n[ \t]*\/\/(?! ?=>).*)*)/.exec(code.slice(end));
  return found === null ? null : { throws: found[1] !== undefined, text: (found[2] ?? '').replace(/\n[ \t]*\/\//g, '\n') };
};

/** The longest beginning of a claim, by lines, that is one expression: what follows is commentary. */
const readValue = (claim: string, place: string): string => {
  const lines = claim.split('\n');
  for (let count = lines.length; count > 0; count -= 1) {
    const text = lines.slice(0, count).join(' ').trim();
    if (isExpression(text)) return `(${text})`;
  }
  throw new Error(`${place}: ${JSON.stringify(claim.trim())} is no value`);
};

const isExpression = (text: string): boolean => {
  const { diagnostics } = ts.transpileModule(`(${text});`, { reportDiagnostics: true });
  const [only, ...more] = ts.createSourceFile('value.ts', `(${text});`, ts.ScriptTarget.ES2022).statements;
  if (diagnostics?.length !== 0 || only === undefined || more.length > 0 || !ts.isExpressionStatement(only)) return false;
  const { expression: value } = only;
  return (
    ts.isParenthesizedExpression(value) &&
    !(ts.isBinaryExpression(value.expression) && value.expression.operatorToken.kind === ts.SyntaxKind.CommaToken)
  );
};
