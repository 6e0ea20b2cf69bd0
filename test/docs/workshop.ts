import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import ts from 'typescript';
import { ROOT } from './documents.js';
import { toModule } from './example.js';
import type { Fence } from './fences.js';

/** A code block written out as a module of its own. */
export interface Example {
  readonly place: string;
  readonly file: string;
  readonly path: string;
}

/** A folder for modules made of examples. It lies inside the project, where packages and aliases are found. */
export const openWorkshop = (): { readonly folder: string; readonly close: () => void } => {
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, '.cache', 'docs-'));
  return {
    folder,
    close: () => {
      rmSync(folder, { recursive: true });
    },
  };
};

export const writeExample = (folder: string, fence: Fence): Example => {
  const path = join(folder, `${fence.file.replaceAll('/', '__')}.${String(fence.line)}.ts`);
  writeFileSync(path, toModule(fence, relative(folder, join(ROOT, 'test/docs/check.js'))));
  return { place: `${fence.file}:${String(fence.line)}`, file: fence.file, path };
};

/** Type errors of all examples, found in one program, at the lines of their documents. */
export const typeErrors = (folder: string, examples: readonly Example[]): readonly string[] => {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.test.json'), (path) => ts.sys.readFile(path)) as { readonly config: object };
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [], include: [] }, ts.sys, ROOT);
  const paths = examples.map(({ path }) => path);
  const program = ts.createProgram(paths, { ...options, noEmit: true, noUnusedLocals: false, noUnusedParameters: false });
  const fileOf = new Map(examples.map(({ path, file }) => [basename(path), file]));
  return program.getSourceFiles().flatMap((source) => {
    const file = source.fileName.startsWith(folder) ? fileOf.get(basename(source.fileName)) : undefined;
    if (file === undefined) return [];
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(({ start = 0, messageText }) => {
      const line = source.getLineAndCharacterOfPosition(start).line + 1;
      return `${file}:${String(line)} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
    });
  });
};
