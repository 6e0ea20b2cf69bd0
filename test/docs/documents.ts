import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { docCommentFences, fencesOf, type Fence } from './fences.js';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const below = (folder: string, ending: string): readonly string[] =>
  existsSync(ROOT + folder)
    ? readdirSync(ROOT + folder, { recursive: true, encoding: 'utf8' })
        .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
        .filter((path) => path.endsWith(ending))
        .sort()
    : [];

const read = (path: string): string => readFileSync(ROOT + path, 'utf8');

/** Every code block that a reader meets: README, guides, examples, doc comments. */
export const allFences = (): readonly Fence[] => {
  const pages = ['README.md', ...below('docs', '.md'), ...below('examples', 'README.md')].filter((path) => existsSync(ROOT + path));
  return [
    ...pages.flatMap((path) => fencesOf(path, read(path))),
    ...below('src', '.ts').flatMap((path) => docCommentFences(path, read(path))),
  ];
};
