import type { FactMetric } from '../../definition/metric.js';
import { winRateFromStage } from './win-rate-from-stage.js';

/** The same by amount as it stood when the stage was reached, each currency by itself. */
export const winRateFromStageByValue = /* @__PURE__ */ (() =>
  ({
    ...winRateFromStage,
    id: 'win_rate_from_stage_by_value',
    title: 'Win rate, from a stage, by value',
    question: 'Of the value of the opportunities that first reached a stage in the period and are closed, how much was won?',
    hides: 'That amounts change on the way: they are those of the moment at which the stage was reached. Over all stages together a deal counts once for each that it reached: read it by stage.',
    source: 'orm-tech: win rate from stage X; here by amount.',
    measure: { kind: 'value_share', amount: 'row.amountMinor', currency: 'row.currency', convert: null, digits: 4, rounding: 'half-even' },
  }) as const satisfies FactMetric)();
