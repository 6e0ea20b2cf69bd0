import { glossaryMarkdown } from '../src/vocabulary/glossary/markdown.js';

/** docs/glossary.md as it must be. */
export const glossaryPage = (): string =>
  ['---', 'title: Glossary', '---', '', '# Glossary', '', 'Printed from `src/vocabulary/glossary/` by `npm run docs:glossary`.', '', glossaryMarkdown()].join('\n');
