import type { Instant } from '../../kernel/instant.js';
import type { ForecastCategory } from '../../vocabulary/opportunity.js';
import type { Desk, Draft } from './desk.js';
import { momentIn, textIn, type Sheet } from './sheet.js';

/** What a row says of how a deal will end, and the columns that said it. */
export interface DealOutlook {
  /** The start of the close date. */
  readonly expectedClose: Instant | null;
  readonly forecast: ForecastCategory | null;
  readonly columns: readonly string[];
}

export const NO_OUTLOOK: DealOutlook = { expectedClose: null, forecast: null, columns: [] };

/** `ForecastCategory` as the API writes it; `Forecast` is what people see as Commit. */
const CATEGORIES: Readonly<Record<string, ForecastCategory>> = {
  Omitted: 'omitted',
  Pipeline: 'pipeline',
  BestCase: 'best_case',
  MostLikely: 'most_likely',
  Forecast: 'commit',
  Closed: 'closed',
};

/** The outlook in a row of an opportunity or of its history. What cannot be read stays with the row's other columns. */
export const outlookIn = (desk: Desk, sheet: Sheet, { row }: Draft): DealOutlook => {
  const date = momentIn(sheet, row, 'CloseDate', 'date', desk.zones, []);
  const said = textIn(sheet, row, 'ForecastCategory');
  const forecast = said !== null && Object.hasOwn(CATEGORIES, said) ? (CATEGORIES[said] ?? null) : null;
  return {
    expectedClose: date?.at ?? null,
    forecast,
    columns: [...(date === null ? [] : ['CloseDate']), ...(forecast === null ? [] : ['ForecastCategory'])],
  };
};
