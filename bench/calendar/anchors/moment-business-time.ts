import moment from 'moment-timezone';
import 'moment-business-time';
import { CLOSES_HOUR, HOLIDAY_DATES, MINUTE, OPENS_HOUR } from '../office.js';
import type { Additions, Spans } from '../questions.js';

const hours = [`${String(OPENS_HOUR)}:00:00`, `${String(CLOSES_HOUR)}:00:00`];

/** Its calendar is that of the locale: one for the whole process. */
export const momentBusinessTime = (zone: string) => {
  moment.updateLocale('en', { workinghours: [null, hours, hours, hours, hours, hours, null], holidays: HOLIDAY_DATES });
  return {
    elapsed: ({ from, to }: Spans): Float64Array => from.map((a, i) => moment.tz(to[i] ?? 0, zone).workingDiff(moment.tz(a, zone), 'milliseconds')),
    add: ({ from, openMs }: Additions): Float64Array => from.map((a, i) => moment.tz(a, zone).addWorkingTime((openMs[i] ?? 0) / MINUTE, 'minutes').valueOf()),
  };
};
