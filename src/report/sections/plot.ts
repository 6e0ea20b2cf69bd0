import { toDecimal } from '../../kernel/quotient.js';
import type { ClausePlot, PlotDay } from '../../sla/finding/pace.js';
import { table, type Block } from '../document.js';
import { count, money } from '../words.js';

/**
 * What was planned against what was reached: so many days of the period, evenly spread, the last one with anything to tell
 * always among them. None where no day has begun.
 */
export const plotTable = ({ days, currency, unit }: ClausePlot, most: number): readonly Block[] => {
  const begun = days.filter(({ actual }) => actual !== null);
  const step = Math.max(1, Math.ceil(begun.length / most));
  const shown = begun.filter((_, i) => (begun.length - 1 - i) % step === 0);
  const amount = (whole: string | number): string => (currency === null ? count(whole) : money({ minor: whole, currency }));
  const planned = (day: PlotDay): string => amount(toDecimal(day.planned, 0, 'half-even') ?? 0);
  return shown.length === 0
    ? []
    : [table(['By the end of', 'Planned>', `Reached${currency === null ? ` (${unit})` : ''}>`], shown.map((day) => [day.date, planned(day), amount(day.actual ?? 0)]))];
};
