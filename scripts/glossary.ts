/** Prints docs/glossary.md from the glossary in the source; a test fails where the two differ. */
import { writeFileSync } from 'node:fs';
import { glossaryPage } from './glossary-page.js';

writeFileSync(new URL('../docs/glossary.md', import.meta.url), glossaryPage());
