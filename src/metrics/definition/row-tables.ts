import type { FactKey } from './column.js';

/** Fact tables whose rows a metric may count. */
export const ROW_TABLES = [
  'leads',
  'stageVisits',
  'handOffs',
  'exits',
  'activities',
  'conversations',
  'meetings',
  'opportunities',
  'opportunityStates',
  'touches',
  'scores',
  'feedback',
  'advocacy',
  'listEntries',
  'practices',
  'provisions',
  'spend',
  'quotas',
  'leadEvents',
  'clocks',
] as const satisfies readonly FactKey[];
