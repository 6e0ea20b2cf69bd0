import type { Trend, TrendLook } from '../../metrics/scorecard/trend.js';
import type { Review } from '../../pact/review.js';
import { heading, paragraph, table, type Block, type Cell } from '../document.js';
import { metricValue } from '../metric-words.js';
import { TONES } from './numbers.js';

const LOOKS: Readonly<Record<TrendLook, string>> = {
  equally_early: 'Each period as early as the last one is looked at now: as long after its end, or as far into it.',
  at_its_end: 'Each period as it stood when it ended; one that still runs as it stands now.',
  now: 'All periods as they stand now; older ones have had more time.',
};

/** The scorecard over several periods, where that was asked for. */
export const trendSection = ({ trends }: Review): readonly Block[] => {
  const [first] = trends;
  if (first === undefined) return [];
  const title = heading(2, 'Scorecard over time');
  if (first.points.length < 2) return [title, paragraph('No earlier period of its kind lies under the pact.')];
  return [
    title,
    paragraph(`${LOOKS[first.look]} Flags are those of today’s thresholds.`),
    table(
      ['Metric', ...first.points.map(({ period, complete }) => `${period.label}${complete ? '' : ' (running)'}>`)],
      trends.map((trend) => [trend.title, ...trend.points.map((point) => cellOf(trend, point))]),
    ),
  ];
};

const cellOf = ({ entry, time }: Trend, { result, flag }: Trend['points'][number]): Cell => ({
  text: metricValue(result, { currency: entry.currency ?? null, time }),
  tone: TONES[flag],
});
