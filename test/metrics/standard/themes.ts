import type { Theme } from '../../support/worked-example.js';
import { volumeTheme } from './volume.example.js';
import { conversionTheme } from './conversion.example.js';
import { stageTimeTheme } from './stage-time.example.js';
import { handOffTheme } from './hand-off.example.js';
import { responseTheme } from './response.example.js';
import { conductTheme } from './conduct.example.js';
import { leakageTheme } from './leakage.example.js';
import { workloadTheme } from './workload.example.js';
import { meetingsTheme } from './meetings.example.js';
import { pipelineTheme } from './pipeline.example.js';
import { influencedTheme } from './influenced.example.js';
import { winRateTheme } from './win-rate.example.js';
import { revenueTheme } from './revenue.example.js';
import { costTheme } from './cost.example.js';
import { forecastTheme } from './forecast.example.js';
import { advocacyTheme } from './advocacy.example.js';

/** Worked examples of every standard metric, in the order of docs/metrics.md. */
export const THEMES: readonly Theme[] = [
  volumeTheme,
  conversionTheme,
  stageTimeTheme,
  handOffTheme,
  responseTheme,
  conductTheme,
  leakageTheme,
  workloadTheme,
  meetingsTheme,
  pipelineTheme,
  influencedTheme,
  winRateTheme,
  revenueTheme,
  costTheme,
  forecastTheme,
  advocacyTheme,
];
