import { meetingAcceptanceRate, meetingsAccepted, meetingsHeld, meetingsSet, qualifiedMeetings, showRateMetric, showRateWithCancelled } from 'revpact/metrics';
import type { ShownFacts, Theme } from '../../support/worked-example.js';
import { count, share } from './expected.js';

const asOf = '06-20';

const facts: ShownFacts = {
  meetings: [
    { meetingId: 'a', bookedAt: '04-02', startsAt: '04-10T10:00', reschedules: 2, heldAt: '04-10T10:00', acceptedAt: '04-12', noShowAt: null, cancelledAt: null, declinedAt: null },
    { meetingId: 'b', bookedAt: '04-03', startsAt: '04-11T10:00', reschedules: 0, noShowAt: '04-11T11:00' },
    { meetingId: 'c', bookedAt: '04-05', startsAt: '04-20T10:00', reschedules: 0, cancelledAt: '04-18' },
    { meetingId: 'd', bookedAt: '05-01', startsAt: '05-08T10:00', reschedules: 0, cancelledAt: '05-08T12:00' },
    { meetingId: 'e', bookedAt: '05-02', startsAt: '05-15T10:00', reschedules: 0, heldAt: '05-15T10:00', declinedAt: '05-16' },
    { meetingId: 'f', bookedAt: '06-01', startsAt: '06-10T10:00', reschedules: 0 },
    { meetingId: 'g', bookedAt: '06-10', startsAt: '06-25T10:00', reschedules: 0 },
    { meetingId: 'h', bookedAt: '03-20', startsAt: '04-06T10:00', reschedules: 0, heldAt: '04-06T10:00', acceptedAt: '04-07' },
  ],
};

export const meetingsTheme: Theme = {
  title: 'Meetings',
  intro: 'A meeting is one row through all its reschedulings: `startsAt` is the start last agreed on.',
  examples: [
    {
      metric: meetingsSet,
      formula: 'Meetings whose `bookedAt` lies in the period.',
      facts,
      asOf,
      is: count(7),
      says: 'All but h, which was booked in March. That c was called off does not unmake it.',
    },
    {
      metric: meetingsHeld,
      formula: 'Meetings whose `heldAt` lies in the period.',
      facts,
      asOf,
      is: count(3),
      says: 'They are a, e and h.',
    },
    {
      metric: meetingsAccepted,
      formula: 'Meetings whose `acceptedAt` lies in the period.',
      facts,
      asOf,
      is: count(2),
      says: 'They are a and h; e was held and declined.',
    },
    {
      metric: qualifiedMeetings,
      formula:
        'Of the meetings whose `bookedAt` lies in the period, those with a `heldAt` and an `acceptedAt`. One that is neither cancelled nor missed nor declined, and not yet both, is open and counts against the rate.',
      facts,
      asOf,
      is: share(1, 7, '0.1429', 2),
      says: 'Of the seven booked in the period, a was held and accepted. Open are f, of which nobody recorded anything, and g, which is still to come.',
    },
    {
      metric: showRateMetric,
      formula:
        'Of the meetings whose `startsAt` lies in the period and before asOf, and which were not cancelled before that start (`cancelledAt` is null, or not before `startsAt`), or were cancelled and yet have a `heldAt`, or a `noShowAt` not before `cancelledAt`, those with a `heldAt`. One without a record of being held, missed or cancelled is open and counts against the rate.',
      facts,
      asOf,
      is: share(3, 6, '0.5000', 1),
      says: 'c was called off before its start and is out; d was called off two hours after it and is in; g has not come yet. f is open: nobody recorded what became of it.',
    },
    {
      metric: showRateWithCancelled,
      formula: 'Of the meetings whose `startsAt` lies in the period and before asOf, cancelled or not, those with a `heldAt`.',
      facts,
      asOf,
      is: share(3, 7, '0.4286', 1),
      says: 'The same six, and c.',
    },
    {
      metric: meetingAcceptanceRate,
      formula: 'Of the meetings whose `heldAt` lies in the period, those with an `acceptedAt`. One neither accepted nor declined is open and counts against the rate.',
      facts,
      asOf,
      is: share(2, 3, '0.6667'),
    },
  ],
};
