import { dayNumber, formatDate, fromDayNumber, parseDate, weekday, type CivilDate } from '../kernel/date.js';
import type { YearAndWeek } from './period-calendar.js';

/** The kinds of period that follow one another without a gap. */
export const PERIOD_KINDS = ['day', 'week', 'month', 'quarter', 'half', 'year', 'fiscal_quarter', 'fiscal_half', 'fiscal_year'] as const;
/** One of {@link PERIOD_KINDS}. */
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** Civil days from the first to the day before `after`; `range` is any such stretch, of no kind. */
export interface Span {
  readonly kind: PeriodKind | 'range';
  readonly first: CivilDate;
  readonly after: CivilDate;
}

const MONTHS = { month: 1, quarter: 3, half: 6, year: 12, fiscal_quarter: 3, fiscal_half: 6, fiscal_year: 12 } as const;
type MonthKind = keyof typeof MONTHS;

const GRAMMAR = /^(FY)?(\d{4})(?:-(?:Q([1-4])|H([12])|W(\d\d)|(\d\d)))?$/;

/** The civil days that a label names, or null where it names none. Weeks and fiscal years are the calendar's. */
export const spanOf = (label: string, calendar: YearAndWeek): Span | null => {
  const day = parseDate(label);
  if (day !== null) return { kind: 'day', first: day, after: dayAfter(day) };
  const range = /^(\d{4}-\d\d-\d\d)\/(\d{4}-\d\d-\d\d)$/.exec(label);
  if (range !== null) return rangeOf(parseDate(range[1] ?? ''), parseDate(range[2] ?? ''));
  const found = GRAMMAR.exec(label);
  if (found === null) return null;
  const [, fiscal, digits, quarter, half, week, month] = found;
  const year = Number(digits);
  if (year < 1901 || year >= 2199 || (fiscal !== undefined && (week ?? month) !== undefined)) return null;
  if (week !== undefined) return weekOf(year, Number(week), calendar);
  if (month !== undefined) return Number(month) >= 1 && Number(month) <= 12 ? monthsFrom('month', year * 12 + Number(month) - 1) : null;
  const kind = quarter !== undefined ? 'quarter' : half !== undefined ? 'half' : 'year';
  const nth = Number(quarter ?? half ?? 1) - 1;
  if (fiscal === undefined) return monthsFrom(kind, year * 12 + nth * MONTHS[kind]);
  return monthsFrom(`fiscal_${kind}`, (year - yearsAhead(calendar)) * 12 + calendar.fiscalYearStart - 1 + nth * MONTHS[kind]);
};

/** The span of a kind that a date lies in. */
export const spanAt = (kind: PeriodKind, date: CivilDate, calendar: YearAndWeek): Span => {
  if (kind === 'day') return { kind, first: date, after: dayAfter(date) };
  if (kind === 'week') {
    const first = weekStartOf(dayNumber(date), calendar);
    return { kind, first: fromDayNumber(first), after: fromDayNumber(first + 7) };
  }
  const offset = kind.startsWith('fiscal') ? calendar.fiscalYearStart - 1 : 0;
  const index = date.year * 12 + date.month - 1 - offset;
  return monthsFrom(kind, index - (index % MONTHS[kind]) + offset);
};

/** The label of a span, as {@link spanOf} reads it. */
export const labelOf = ({ kind, first, after }: Span, calendar: YearAndWeek): string => {
  const { year, month } = first;
  switch (kind) {
    case 'range':
      return `${formatDate(first)}/${formatDate(dayBefore(after))}`;
    case 'day':
      return formatDate(first);
    case 'week': {
      const fourth = dayNumber(first) + 3;
      const of = fromDayNumber(fourth).year;
      return `${String(of)}-W${two(1 + Math.floor((fourth - dayNumber({ year: of, month: 1, day: 1 })) / 7))}`;
    }
    case 'month':
      return `${String(year)}-${two(month)}`;
    case 'quarter':
      return `${String(year)}-Q${String((month - 1) / 3 + 1)}`;
    case 'half':
      return `${String(year)}-H${String((month - 1) / 6 + 1)}`;
    case 'year':
      return String(year);
    default: {
      const index = year * 12 + month - calendar.fiscalYearStart;
      const name = `FY${String(Math.floor(index / 12) + yearsAhead(calendar))}`;
      if (kind === 'fiscal_year') return name;
      return `${name}-${kind === 'fiscal_quarter' ? 'Q' : 'H'}${String((index % 12) / MONTHS[kind] + 1)}`;
    }
  }
};

export const dayAfter = (date: CivilDate): CivilDate => fromDayNumber(dayNumber(date) + 1);
export const dayBefore = (date: CivilDate): CivilDate => fromDayNumber(dayNumber(date) - 1);

const two = (number: number): string => String(number).padStart(2, '0');

/** How far a fiscal year's name runs ahead of the year in which it starts. */
const yearsAhead = ({ fiscalYearStart, fiscalYearNamed }: YearAndWeek): number => (fiscalYearNamed === 'end' && fiscalYearStart > 1 ? 1 : 0);

/** The first of so many months, counted from the year 0. */
const firstOf = (index: number): CivilDate => ({ year: Math.floor(index / 12), month: (index % 12) + 1, day: 1 });

const monthsFrom = (kind: MonthKind, index: number): Span => ({ kind, first: firstOf(index), after: firstOf(index + MONTHS[kind]) });

const weekStartOf = (day: number, { weekStart }: YearAndWeek): number => day - ((weekday(day) - weekStart + 7) % 7);

const weekOf = (year: number, week: number, calendar: YearAndWeek): Span | null => {
  const first = weekStartOf(dayNumber({ year, month: 1, day: 4 }), calendar) + (week - 1) * 7;
  // The last week of most years is the 52nd: a 53rd that lies in the next year is none of this one.
  const exists = week >= 1 && fromDayNumber(first + 3).year === year;
  return exists ? { kind: 'week', first: fromDayNumber(first), after: fromDayNumber(first + 7) } : null;
};

const rangeOf = (from: CivilDate | null, to: CivilDate | null): Span | null =>
  from === null || to === null || dayNumber(to) < dayNumber(from) ? null : { kind: 'range', first: from, after: dayAfter(to) };
