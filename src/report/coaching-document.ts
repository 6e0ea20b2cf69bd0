import { ratioOf } from '../kernel/ratio.js';
import type { OwnNumber } from '../metrics/scorecard/coaching.js';
import { heading, paragraph, table, type ReportDocument } from './document.js';
import { metricBasis } from './metric-words.js';
import { count, percent, wallClock } from './words.js';

/**
 * One person's page for a talk with whoever coaches them: the own number beside the team's and how that spreads. No one
 * else's number is on it, and no place in a row.
 *
 * @param person - What the person is called; the id where it is left out.
 */
export const coachingDocument = (view: OwnNumber, person: string = view.own.person): ReportDocument => {
  const { title, own, team, period, asOf } = view;
  const shown = (value: string): string => valueText(view, value);
  const basis = own.figure === null ? '' : metricBasis({ ...own.figure, measure: view.measure, unit: view.unit });
  return [
    heading(1, `${title}: ${person}`),
    paragraph(`${period.label}, as of ${wallClock(period.zone, asOf)} ${period.zone}.`),
    table(
      ['', 'Value>', 'Made from'],
      [
        [person, own.value === null ? (own.reason === 'sample_too_small' ? 'too few cases to say' : '–') : shown(own.value), basis],
        ...(team === null ? [] : [['The team', team.value === null ? '–' : shown(team.value), metricBasis(team.result)]]),
      ],
    ),
    team?.spread == null
      ? paragraph('Too few people have cases enough for the team’s number to be shown beside it.')
      : paragraph(
          `Of ${count(team.people)} people with cases enough, a quarter are at or below ${shown(team.spread.p25)}, ` +
            `half at or below ${shown(team.spread.median)}, three quarters at or below ${shown(team.spread.p75)}.`,
        ),
  ];
};

const valueText = ({ reading, measure }: OwnNumber, value: string): string => {
  if (measure === 'share' || measure === 'ratio' || measure === 'value_share') {
    const { numerator, denominator } = ratioOf(value);
    return percent(numerator, denominator);
  }
  const unit = reading.unit ?? reading.currency ?? (measure === 'percentile' || measure === 'mean' ? 'ms' : null);
  return unit === null ? value : `${value} ${unit}`;
};
