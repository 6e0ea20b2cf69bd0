import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { doneSoFar } from 'revpact/feedback';
import { factsFrom, resolve } from 'revpact/lifecycle';
import { sirius2006 } from 'revpact/vocabulary';
import { attempts, delivers, merges, robot, sales, sdr, story, type Line } from '../support/lead-log.js';
import { anyLog, correction } from '../support/random-log.js';

const mails: Line = { type: 'attempt', channel: 'email', by: sdr };
const talks: Line = { type: 'contact_made', channel: 'phone', by: sales };
const meets: Line = { type: 'meeting_held', meetingId: 'm1', by: sales };
const NOTHING = { attempts: 0, contacts: 0, channels: 0, firstAttemptAt: null };

describe('what was done for a lead', () => {
  test.each<{ when: string; lines: readonly Line[]; done: object }>([
    { when: 'nothing', lines: [], done: NOTHING },
    { when: 'two calls and a mail', lines: [attempts, mails, attempts], done: { attempts: 3, contacts: 0, channels: 2, firstAttemptAt: 1000 } },
    { when: 'a sequencer mailed', lines: [{ ...mails, by: robot }], done: NOTHING },
    { when: 'another party called', lines: [{ ...attempts, by: sales }], done: NOTHING },
    { when: 'anybody of ours spoke with it, by phone and in a meeting', lines: [talks, meets], done: { ...NOTHING, contacts: 2 } },
    { when: 'a meeting that a calendar recorded', lines: [{ ...meets, by: robot }], done: NOTHING },
    { when: 'it was delivered anew', lines: [attempts, talks, delivers, mails], done: { attempts: 1, contacts: 0, channels: 1, firstAttemptAt: 4000 } },
    { when: 'of another lead', lines: [{ ...attempts, leadId: 'b' }], done: NOTHING },
    { when: 'later', lines: [{ ...attempts, at: 9001 }], done: NOTHING },
    { when: 'at that very moment', lines: [{ ...attempts, at: 9000 }], done: { attempts: 1, contacts: 0, channels: 1, firstAttemptAt: 9000 } },
    { when: 'a call that was never made', lines: [attempts, correction('e1', 'void')], done: NOTHING },
    { when: 'a call on a lead that became this one', lines: [{ ...attempts, leadId: 'b' }, merges('b', 'a')], done: { attempts: 1, contacts: 0, channels: 1, firstAttemptAt: 1000 } },
    { when: 'this lead became another', lines: [attempts, merges('a', 'b')], done: { attempts: 1, contacts: 0, channels: 1, firstAttemptAt: 1000 } },
  ])('$when', ({ lines, done }) => {
    expect(doneSoFar(story(...lines), 'a', 9000, 'sales_development')).toEqual(done);
  });
});

test('of more merges than a report lists', () => {
  const others = Array.from({ length: 1001 }, (_, i): Line => merges(`from${String(i)}`, `into${String(i)}`));
  const log = story(...others, merges('a', 'b'), { ...attempts, leadId: 'b' });
  expect(doneSoFar(log, 'a', 2_000_000, 'sales_development').attempts).toBe(1);
});

test('law: it is what the facts say of the exit, whatever the log', () => {
  let exits = 0;
  fc.assert(
    fc.property(anyLog(sirius2006, 60, ['handed_off', 'attempt', 'contact_made', 'disqualified', 'rejected', 'recycled']), (events) => {
      const log = resolve(events);
      for (const exit of factsFrom(sirius2006, log).facts.exits) {
        exits += 1;
        const place = log.events.findIndex(({ id }) => id === exit.event);
        expect(doneSoFar(log.events.slice(0, place), exit.leadId, exit.at, exit.party)).toEqual({
          attempts: exit.attempts,
          contacts: exit.contacts,
          channels: exit.attemptChannels,
          firstAttemptAt: exit.firstAttemptAt,
        });
      }
    }),
    { numRuns: 60 },
  );
  expect(exits).toBeGreaterThan(60);
});
