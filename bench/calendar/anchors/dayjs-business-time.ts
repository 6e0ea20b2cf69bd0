import dayjs from 'dayjs';
import businessTime from 'dayjs-business-time';
import { CLOSES_HOUR, HOLIDAY_DATES, MINUTE, OPENS_HOUR } from '../office.js';
import type { Additions, Spans } from '../questions.js';

const hours = [{ start: `${String(OPENS_HOUR).padStart(2, '0')}:00:00`, end: `${String(CLOSES_HOUR)}:00:00` }];

/** Fastest in the zone of the process, and right where the clocks of that zone do not change; one calendar for the whole process. */
export const dayjsBusinessTime = () => {
  dayjs.extend(businessTime);
  dayjs.setBusinessTime({ sunday: null, monday: hours, tuesday: hours, wednesday: hours, thursday: hours, friday: hours, saturday: null });
  dayjs.setHolidays([...HOLIDAY_DATES]);
  return {
    elapsed: ({ from, to }: Spans): Float64Array => from.map((a, i) => dayjs(a).businessMinutesDiff(dayjs(to[i] ?? 0)) * MINUTE),
    add: ({ from, openMs }: Additions): Float64Array => from.map((a, i) => dayjs(a).addBusinessMinutes((openMs[i] ?? 0) / MINUTE).valueOf()),
  };
};
