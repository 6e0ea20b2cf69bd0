import dayjs from 'dayjs';
import businessTime from 'dayjs-business-time';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import moment from 'moment-timezone';
import 'moment-business-time';
import OpeningHours from 'opening_hours';
import { Temporal } from 'temporal-polyfill';
import { add, elapsed, openHours } from 'revpact/sla';
import { WEEKDAYS } from 'revpact/vocabulary';
import { MINUTE } from '../calendar/office.js';
import { momentOf, type DayHours, type Question } from './questions.js';

/** Answers in minutes or epoch milliseconds; null where it has no such question. */
export interface Peer {
  readonly name: string;
  /** The zone of the process while it is asked. */
  readonly processZone: 'UTC' | 'the calendar’s';
  readonly elapsed: (question: Question, from: number, to: number) => number;
  readonly add: ((question: Question, from: number, minutes: number) => number) | null;
}

const pairs = (hours: DayHours): readonly { readonly from: string; readonly to: string }[] =>
  hours.flatMap((from, i) => (i % 2 === 0 ? [{ from, to: hours[i + 1] ?? '' }] : []));

const ours = ({ zone, week, holidays = [] }: Question) =>
  openHours({
    id: 'asked',
    zone,
    week: Object.fromEntries(WEEKDAYS.map((day, i) => [day, pairs(week[i] ?? [])])),
    holidays: holidays.map((date) => ({ date, name: 'holiday' })),
  });

/** These packages know one calendar for the whole process, and weeks that begin on Sunday. */
const sundayFirst = <Day>(days: readonly Day[]): readonly Day[] => [...days.slice(6), ...days.slice(0, 6)];

const asMoment = ({ week, holidays = [] }: Question): void => {
  moment.updateLocale('en', { workinghours: sundayFirst(week.map((hours) => (hours.length === 0 ? null : hours.map((time) => `${time}:00`)))), holidays });
};

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
const asDayjs = ({ week, holidays = [] }: Question): void => {
  const days = sundayFirst(week.map((hours) => (hours.length === 0 ? null : pairs(hours).map(({ from, to }) => ({ start: `${from}:00`, end: `${to}:00` })))));
  // Each weekday has its hours or null; the compiler sees only a record.
  dayjs.setBusinessTime(Object.fromEntries(DAYS.map((day, i) => [day, days[i] ?? null])) as unknown as Parameters<typeof dayjs.setBusinessTime>[0]);
  dayjs.setHolidays([...holidays]);
};
dayjs.extend(utc);
dayjs.extend(timezone);
dayjs.extend(businessTime);

const OSM_DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const asOpeningHours = ({ week, holidays = [] }: Question) => {
  const days = week.flatMap((hours, i) => (hours.length === 0 ? [] : [`${OSM_DAYS[i] ?? ''} ${pairs(hours).map(({ from, to }) => `${from}-${to}`).join(',')}`]));
  const off = holidays.map((date) => `${date.slice(0, 4)} ${MONTHS[Number(date.slice(5, 7)) - 1] ?? ''} ${date.slice(8)} off`);
  return new OpeningHours([...days, ...off].join('; '), null);
};
const openMinutes = (question: Question, from: number, to: number): number => asOpeningHours(question).getOpenDuration(new Date(from), new Date(to))[0] / MINUTE;

/** Day after day, each day's hours as the zone has them. */
const temporal = ({ zone, week, holidays = [] }: Question) => {
  const dateOf = (at: number): Temporal.PlainDate => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
  const at = (date: Temporal.PlainDate, time: string): number =>
    (time === '24:00' ? date.add({ days: 1 }).toZonedDateTime(zone) : date.toZonedDateTime({ timeZone: zone, plainTime: time })).epochMilliseconds;
  return {
    dateOf,
    openOn: (date: Temporal.PlainDate): readonly { readonly opens: number; readonly closes: number }[] =>
      holidays.includes(date.toString()) ? [] : pairs(week[date.dayOfWeek - 1] ?? []).map(({ from, to }) => ({ opens: at(date, from), closes: at(date, to) })),
  };
};

export const PEERS: readonly Peer[] = [
  {
    name: 'revpact',
    processZone: 'UTC',
    elapsed: (question, from, to) => elapsed(ours(question), from, to) / MINUTE,
    add: (question, from, minutes) => add(ours(question), from, minutes * MINUTE),
  },
  {
    name: 'temporal date loop',
    processZone: 'UTC',
    elapsed: (question, from, to) => {
      const { dateOf, openOn } = temporal(question);
      let ms = 0;
      for (let date = dateOf(from); Temporal.PlainDate.compare(date, dateOf(to)) <= 0; date = date.add({ days: 1 })) {
        for (const { opens, closes } of openOn(date)) ms += Math.max(0, Math.min(closes, to) - Math.max(opens, from));
      }
      return ms / MINUTE;
    },
    add: (question, from, minutes) => {
      const { dateOf, openOn } = temporal(question);
      let left = minutes * MINUTE;
      for (let date = dateOf(from); ; date = date.add({ days: 1 })) {
        for (const { opens, closes } of openOn(date)) {
          const begins = Math.max(opens, from);
          if (closes - begins >= left) return begins + left;
          left -= Math.max(0, closes - begins);
        }
      }
    },
  },
  {
    name: 'moment-business-time, zoned moments',
    processZone: 'UTC',
    elapsed: (question, from, to) => {
      asMoment(question);
      return moment.tz(to, question.zone).workingDiff(moment.tz(from, question.zone), 'milliseconds') / MINUTE;
    },
    add: (question, from, minutes) => {
      asMoment(question);
      return moment.tz(from, question.zone).addWorkingTime(minutes, 'minutes').valueOf();
    },
  },
  ...(['the calendar’s', 'UTC'] as const).flatMap((processZone): readonly Peer[] => [
    {
      name: processZone === 'UTC' ? 'dayjs-business-time, zoned values' : 'dayjs-business-time',
      processZone,
      elapsed: (question, from, to) => {
        asDayjs(question);
        const [a, b] = processZone === 'UTC' ? [dayjs.tz(from, question.zone), dayjs.tz(to, question.zone)] : [dayjs(from), dayjs(to)];
        return a.businessMinutesDiff(b);
      },
      add: (question, from, minutes) => {
        asDayjs(question);
        return (processZone === 'UTC' ? dayjs.tz(from, question.zone) : dayjs(from)).addBusinessMinutes(minutes).valueOf();
      },
    },
    { name: 'opening_hours', processZone, elapsed: openMinutes, add: null },
  ]),
];

/** What a peer says, in the words of the question's answer; null where it has no such question. */
export const askPeer = (peer: Peer, question: Question): number | null => {
  const from = momentOf(question.zone, question.from);
  process.env['TZ'] = peer.processZone === 'UTC' ? 'UTC' : question.zone;
  if (question.to !== undefined) return peer.elapsed(question, from, momentOf(question.zone, question.to));
  return peer.add === null ? null : peer.add(question, from, question.add ?? 0);
};
