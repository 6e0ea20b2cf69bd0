/** Prints docs/metrics.md from the standard metrics and their worked examples; a test fails where the two differ. */
import { readFileSync, writeFileSync } from 'node:fs';
import { metricsPage } from './metrics-page.js';

const introduction = readFileSync(new URL('metrics-introduction.md', import.meta.url), 'utf8');
writeFileSync(new URL('../docs/metrics.md', import.meta.url), metricsPage(introduction));
