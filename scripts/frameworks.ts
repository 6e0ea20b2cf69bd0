/** Prints the tables of docs/frameworks.md from the source; a test fails where the two differ. */
import { readFileSync, writeFileSync } from 'node:fs';
import { frameworksPage } from './frameworks-page.js';

const page = new URL('../docs/frameworks.md', import.meta.url);
writeFileSync(page, frameworksPage(readFileSync(page, 'utf8')));
