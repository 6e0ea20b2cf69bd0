import { factsFrom } from 'revpact/lifecycle';
import { clocksOf, judgeClock, openHours, type ResponseTime } from 'revpact/sla';
import type { Event, Facts } from 'revpact/vocabulary';
import { CHANGING_ZONE, FROM, HOUR, officeIn } from '../calendar/office.js';
import { framework } from '../replay/framework.js';
import { asLog } from '../replay/log.js';

/** The lead waits from each mail to the next call; the promise takes the working hours of more than a year. */
const clause: ResponseTime = {
  id: 'speed',
  kind: 'response_time',
  title: 'Speed to lead',
  by: 'sales_development',
  to: 'marketing',
  from: 'delivered',
  share: '0.9',
  within: { minutes: 3000 * 60 },
  pauses: [{ from: { on: ['touch'], channels: ['email'] }, until: { on: ['touch'], channels: ['phone'] } }],
};

const office = openHours(officeIn(CHANGING_ZONE));
const marketing = { party: 'marketing', kind: 'automation' } as const;

/** So many leads, each delivered once and held so many times. Eight hours lie between two pauses, so that a thousand take a year. */
export const heldLeads = (leads: number, pauses: number): Facts => {
  const events = Array.from({ length: leads }, (_, lead): readonly Event[] => {
    const leadId = `l${String(lead)}`;
    const each = (n: number, minutes: number, said: object): Event =>
      ({ id: `${leadId}-${String(n)}-${String(minutes)}`, at: FROM + n * 8 * HOUR + minutes * 60_000, leadId, by: marketing, ...said }) as Event;
    return [
      each(0, 0, { type: 'qualified' }),
      each(0, 1, { type: 'handed_off', to: 'sales_development', toPerson: 'rep' }),
      ...Array.from({ length: pauses }, (_one, n) => [each(n, 2, { type: 'touch', channel: 'email' }), each(n, 120, { type: 'touch', channel: 'phone' })]).flat(),
    ];
  }).flat();
  return factsFrom(framework, asLog(events)).facts;
};

/** Make the clocks and judge them as of the end of the year; one byte for each pause that they went through. */
export const judgedHeld = (facts: Facts): Uint8Array => {
  const clocks = clocksOf([clause], facts, {
    pactVersion: '1',
    milestones: framework.milestones,
    openHoursOf: () => ({ id: 'office', open: office }),
    waivers: [],
  });
  const asOf = FROM + 366 * 24 * HOUR;
  return Uint8Array.from(clocks.flatMap((clock) => {
    const judgement = judgeClock(clock, asOf, office);
    return clock.pauses.map(() => ('left' in judgement ? judgement.left % 251 : 255));
  }));
};
