import { describe, expect, test } from 'vitest';
import { parsePact, review, type Pact } from 'revpact/pact';
import type { ClauseFinding } from 'revpact/sla';
import type { Event } from 'revpact/vocabulary';
import { acmeJson, life, ny } from '../../support/pact.js';

const owed = { by: 'sales_development', to: 'marketing', handOff: 'mql_to_sdr', share: '0.9' };
const SPEED = { ...owed, id: 'speed', kind: 'response_time', title: 'Speed to lead', from: 'delivered', within: { minutes: 120 } };
const DOSSIER = { id: 'dossier', kind: 'delivery', title: 'Complete', by: 'marketing', to: 'sales_development', handOff: 'mql_to_sdr', requires: ['source'], share: '0.9' };
const pact = (clauses: readonly unknown[], over: Readonly<Record<string, unknown>> = {}): Pact => parsePact({ ...acmeJson(), clauses, ...over });

const sdr = 'sales_development/sdr_ben';
/** Handed over on Monday 20 April 2026 at ten; sales development works 08:30 to 17:30 in New York. Due at noon. */
const delivered = [
  { type: 'inquiry', at: ny('04-20', '09:00'), by: 'marketing', stage: 'inquiry' },
  { type: 'qualified', at: ny('04-20', '09:30'), by: 'marketing', stage: 'mql' },
  { type: 'handed_off', at: ny('04-20', '10:00'), by: 'marketing', handOff: 'mql_to_sdr', to: 'sales_development', toPerson: 'sdr_ben', fields: ['source'] },
] as const;
const dayOnly = (day: string) => ({ at: `2026-${day}`, precision: 'day', zone: 'America/New_York' }) as const;

const found = (pacts: readonly Pact[], events: readonly Event[], asOf: string): readonly ClauseFinding[] =>
  review(pacts, { events }, { period: '2026-Q2', asOf }).findings;
const states = (clause: unknown, events: readonly Event[], asOf: string): readonly string[] =>
  found([pact([clause])], events, asOf)[0]!.evidence.map(({ person, state }) => `${String(person)} ${state}`);

describe('where a lead came from', () => {
  const slow = { windows: [{ sources: ['fair'], within: { minutes: 300 } }], whenWindowChanges: 'from_start' };
  const told = (at: string): readonly Event[] => life('L', ...delivered, { type: 'touch', at, by: 'marketing', channel: 'email', source: 'fair' });

  test('told after the promise was broken, it heals nothing', () => {
    expect(states({ ...SPEED, ...slow }, told(ny('04-20', '14:00')), ny('04-20', '13:00'))).toEqual(['sdr_ben breached_open']);
    expect(states({ ...SPEED, ...slow }, told(ny('04-20', '14:00')), ny('04-20', '14:30'))).toEqual(['sdr_ben breached_open']);
  });

  test('told while the clock runs, it is another window, which the clause may keep out', () => {
    expect(states({ ...SPEED, ...slow }, told(ny('04-20', '11:00')), ny('04-20', '14:30'))).toEqual(['sdr_ben running']);
    expect(states({ ...SPEED, windows: slow.windows }, told(ny('04-20', '11:00')), ny('04-20', '14:30'))).toEqual(['sdr_ben breached_open']);
  });

  test('the sentence tells that some leads have another time', () => {
    const [finding] = found([pact([{ ...SPEED, windows: slow.windows }])], life('L', ...delivered), ny('04-20', '13:00'));
    expect(finding!.sentence).toContain('within 2 working hours (or the time agreed for such a lead)');
  });
});

describe('known to the day only', () => {
  const answered = (day: string): readonly Event[] => life('L', ...delivered, { type: 'attempt', ...dayOnly(day), by: sdr, channel: 'phone' });

  test('an answer on a day that began after it was due is late, and heals no breach', () => {
    expect(states(SPEED, answered('04-21'), ny('04-20', '13:00'))).toEqual(['sdr_ben breached_open']);
    expect(states(SPEED, answered('04-21'), ny('04-22', '13:00'))).toEqual(['sdr_ben answered_late']);
  });

  test('an answer on the day on which it began or was due proves nothing', () => {
    expect(states(SPEED, answered('04-20'), ny('04-22', '13:00'))).toEqual(['sdr_ben unproven']);
    expect(states({ ...SPEED, within: { minutes: 600 } }, answered('04-21'), ny('04-22', '13:00'))).toEqual(['sdr_ben unproven']);
  });

  test('an acceptance on the day of the delivery proves nothing', () => {
    const accepts = { ...owed, id: 'accepts', kind: 'acceptance', title: 'Accepts', within: { minutes: 120 } };
    const events = life('L', ...delivered, { type: 'accepted', ...dayOnly('04-20'), by: sdr, stage: 'tal' });
    expect(states(accepts, events, ny('04-22', '13:00'))).toEqual(['sdr_ben unproven']);
  });

  test('nor does what resolves it, hands it on or answers feedback on the day on which the clock began', () => {
    const day = dayOnly('04-20');
    const opened = life('L', ...delivered, { ...day, type: 'opportunity_opened', by: 'sales/rep_frank', opportunityId: 'o', stage: 'sql' });
    expect(states({ ...owed, id: 'r', kind: 'resolution', title: 'R', from: 'delivered', reaches: 'sql', within: { minutes: 60 } }, opened, ny('04-22', '13:00'))).toEqual(['sdr_ben unproven']);
    const given = life('L', ...delivered, { ...day, type: 'assigned', by: 'sales_development', to: 'rep_frank', toParty: 'sales' });
    expect(states({ ...owed, id: 'o', kind: 'ownership', title: 'O', within: { minutes: 60 } }, given, ny('04-22', '13:00'))).toEqual(['sdr_ben unproven']);
    const [first, second, third, back] = life('L', ...delivered, { type: 'rejected', at: ny('04-20', '11:00'), by: sdr, class: 'clerical', reason: 'no_trigger' });
    const answer = life('L', { ...day, type: 'feedback_answered', by: 'marketing/mk_anna', answers: back!.id });
    const answered = { id: 'f', kind: 'feedback_answered', title: 'F', by: 'marketing', to: 'sales_development', share: '1', within: { minutes: 60 } };
    expect(states(answered, [first!, second!, third!, back!, ...answer], ny('04-22', '13:00'))).toEqual(['null unproven']);
    expect(states(answered, [first!, second!, third!, back!], ny('04-22', '13:00'))).toEqual(['null breached_open']);
  });

  test('nor does a rejection, a second delivery or an opt-out before it is due', () => {
    const late = { ...SPEED, within: { minutes: 600 } };
    const day = dayOnly('04-21');
    for (const what of [
      { ...day, type: 'rejected', by: sdr, class: 'clerical', reason: 'no_trigger' },
      { ...day, type: 'opted_out', by: 'marketing' },
      { ...day, type: 'handed_off', by: 'marketing', handOff: 'mql_to_sdr', to: 'sales_development', fields: [] },
    ] as const) {
      const events = life('L', ...delivered, what);
      expect(states(late, events, ny('04-22', '13:00'))[0]).toBe('sdr_ben unproven');
    }
  });
});

describe('a promise that begins after the delivery is of whoever has the lead then', () => {
  const given = { type: 'assigned', at: ny('04-20', '11:00'), by: 'sales_development', to: 'sdr_chloe', toParty: 'sales_development' } as const;
  const accepted = { type: 'accepted', at: ny('04-20', '11:30'), by: 'sales_development/sdr_chloe', stage: 'tal' } as const;
  const asks = { type: 'inquiry', at: ny('04-20', '13:00'), by: 'marketing', source: 'webinar' } as const;

  test.each(['keep', 'restart', 'split'])('from the acceptance, %s', (reassign) => {
    expect(states({ ...SPEED, from: 'accepted', reassign }, life('L', ...delivered, given, accepted), ny('04-20', '12:00'))).toEqual(['sdr_chloe running']);
  });

  test('each time that the lead asks', () => {
    expect(states({ ...SPEED, answer: 'next' }, life('L', ...delivered, given, asks), ny('04-20', '14:00'))).toEqual(['sdr_chloe running']);
  });

  test('not of somebody who had it before this delivery', () => {
    const again = { ...delivered[2], at: ny('04-20', '12:00'), toPerson: 'sdr_dev' } as const;
    const { toPerson: _, ...toNobody } = again;
    expect(states({ ...SPEED, answer: 'next' }, life('L', ...delivered, given, again, asks), ny('04-20', '14:00'))).toEqual(['sdr_dev running']);
    expect(states({ ...SPEED, answer: 'next' }, life('L', ...delivered, given, toNobody, asks), ny('04-20', '14:00'))).toEqual(['null running']);
  });
});

describe('two versions of a pact', () => {
  const ours = { ...SPEED, from: 'accepted', excusedBy: ['dossier'] };
  const before = pact([DOSSIER, ours]);
  const stricter = pact([{ ...DOSSIER, requires: ['source', 'trigger'] }, ours], { version: '2026.2', effectiveFrom: ny('04-20', '11:00') });
  const accepted = { type: 'accepted', at: ny('04-20', '11:30'), by: sdr, stage: 'tal' } as const;

  test('a delivery that was complete when it was made excuses nobody', () => {
    const [dossier, speed] = found([before, stricter], life('L', ...delivered, accepted), ny('04-21', '12:00'));
    expect(dossier!.evidence.map(({ state }) => state)).toEqual(['met']);
    expect(speed!.evidence.map(({ state }) => state)).toEqual(['breached_open']);
  });

  test('one that was not excuses what began under the next version', () => {
    const incomplete = [...delivered.slice(0, 2), { ...delivered[2], fields: [] }, accepted] as const;
    const laxer = pact([{ ...DOSSIER, requires: ['trigger'] }, ours], { version: '2026.2', effectiveFrom: ny('04-20', '11:00') });
    expect(found([before, laxer], life('L', ...incomplete), ny('04-21', '12:00'))[1]!.evidence.map(({ state }) => state)).toEqual(['excused']);
  });

  test('a waiver lets go the last promise only, whichever version it is of', () => {
    const next = { ...SPEED, answer: 'next' };
    const [old, young] = [pact([SPEED]), pact([next], { version: '2026.2', effectiveFrom: ny('04-20', '12:30') })];
    const events = life(
      'L',
      ...delivered,
      { type: 'inquiry', at: ny('04-20', '13:00'), by: 'marketing', source: 'webinar' },
      { type: 'waived', at: ny('04-20', '13:30'), by: 'marketing/mk_anna', clause: 'speed', why: 'our mail was down' },
    );
    expect(states(SPEED, events, ny('04-20', '14:00'))).toEqual(['sdr_ben waived']);
    expect(found([old, young], events, ny('04-20', '14:00'))[0]!.evidence.map(({ state }) => state)).toEqual(['breached_open', 'waived']);
  });
});
