import type { ExitFact } from 'revpact/vocabulary';
import type { ExitReason } from 'revpact/feedback';

export const REASONS: readonly ExitReason[] = [
  { id: 'wrong_territory', term: 'Wrong territory', exits: ['rejected'], class: 'procedural', terminal: false, specifics: ['right_owner'] },
  {
    id: 'bad_phone',
    term: 'Phone number does not work',
    exits: ['rejected', 'disqualified'],
    class: 'clerical',
    terminal: false,
    specifics: [],
  },
  { id: 'unreachable', term: 'Unable to reach', exits: ['disqualified'], terminal: false, specifics: [], precondition: { attempts: 5 } },
  {
    id: 'no_need',
    term: 'No need',
    exits: ['disqualified', 'lost'],
    terminal: false,
    specifics: ['what_they_use'],
    precondition: { contacts: 1 },
  },
  { id: 'out_of_business', term: 'Out of business', exits: ['disqualified'], terminal: true, specifics: [] },
  {
    id: 'silent',
    term: 'No answer in three weeks',
    exits: ['disqualified'],
    terminal: false,
    specifics: [],
    precondition: { attempts: 3, channels: 2, overDays: 21 },
  },
];

/** A complete disqualification, with what a test changes. */
export const anExit = (change: Partial<ExitFact> = {}): ExitFact => ({
  leadId: 'l1',
  nth: 1,
  exit: 'disqualified',
  at: Date.UTC(2026, 3, 15),
  event: 'e1',
  party: 'sales_development',
  person: 'p1',
  class: null,
  reason: 'unreachable',
  specifics: [],
  legal: true,
  attempts: 5,
  attemptChannels: 2,
  firstAttemptAt: Date.UTC(2026, 3, 1),
  contacts: 0,
  recycledAt: null,
  mqlAgainAt: null,
  sqlAgainAt: null,
  ...change,
});
