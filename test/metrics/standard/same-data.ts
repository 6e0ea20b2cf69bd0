import type { MetricDefinition, MetricOptions } from 'revpact/metrics';
import type { ShownFacts } from '../../support/worked-example.js';
import { acceptances } from './same-data/acceptance.js';
import { conversions } from './same-data/conversion.js';
import { firstResponses } from './same-data/response.js';
import { influences } from './same-data/influenced.js';
import { sources } from './same-data/sourced.js';
import { winRates } from './same-data/win-rate.js';

/** One small set of records, and what several definitions make of it. */
export interface SameData {
  readonly title: string;
  /** What happened, in words. */
  readonly told: string;
  readonly facts: ShownFacts;
  /** Whether the page shows the records, or they are too many and the words say it. */
  readonly shown: boolean;
  readonly asOf?: string;
  readonly options?: Partial<MetricOptions>;
  readonly rows: readonly { readonly metric: MetricDefinition; readonly is: object; readonly because: string }[];
}

/** In the order of the page. */
export const SAME_DATA: readonly SameData[] = [winRates, conversions, firstResponses, acceptances, sources, influences];
