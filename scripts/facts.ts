/** Prints docs/facts.md from the source; a test fails where the two differ. */
import { writeFileSync } from 'node:fs';
import { factsPage } from './facts-page.js';

writeFileSync(new URL('../docs/facts.md', import.meta.url), factsPage());
