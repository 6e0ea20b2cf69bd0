import OpeningHours from 'opening_hours';
import { CLOSES_HOUR, DAY, HOLIDAYS, OPENS_HOUR } from '../office.js';
import type { Spans } from '../questions.js';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const dayText = (day: number): string => {
  const date = new Date(day * DAY);
  return `${String(date.getUTCFullYear())} ${MONTHS[date.getUTCMonth()] ?? ''} ${String(date.getUTCDate()).padStart(2, '0')} off`;
};

/** It knows the zone of the process only, and has no way to add open time. */
export const openingHours = () => {
  const hours = `Mo-Fr ${String(OPENS_HOUR).padStart(2, '0')}:00-${String(CLOSES_HOUR)}:00`;
  const office = new OpeningHours([hours, ...HOLIDAYS.map(dayText)].join('; '), null);
  return {
    elapsed: ({ from, to }: Spans): Float64Array => from.map((a, i) => office.getOpenDuration(new Date(a), new Date(to[i] ?? 0))[0]),
  };
};
