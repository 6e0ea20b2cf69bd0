import { describe, expect, test } from 'vitest';
import { lintTimed, type Condition, type TimedClause } from 'revpact/sla';
import { aTimedClause } from '../../support/courses.js';

const on = (...types: readonly NonNullable<Condition['on']>[number][]): Condition => ({ on: types });
const booked = on('meeting_booked');

describe('a clause of two hours', () => {
  test.each<{ when: string; says: Partial<TimedClause>; issue: string | null; at?: string }>([
    { when: 'warns half an hour before', says: { warn: { minutes: 30 } }, issue: null },
    { when: 'warns as early as it begins', says: { warn: { minutes: 120 } }, issue: 'warns_from_start', at: 'warn' },
    {
      when: 'warns as early as its shortest window begins',
      says: { warn: { minutes: 30 }, windows: [{ tiers: ['A'], within: { minutes: 30 } }] },
      issue: 'warns_from_start',
      at: 'warn',
    },
    { when: 'warns after an hour', says: { warn: { after: { minutes: 60 } } }, issue: null },
    { when: 'warns only when it is due', says: { warn: { after: { minutes: 120 } } }, issue: 'never_warns', at: 'warn' },
    { when: 'warns at all of its time', says: { warn: { share: '1.0' } }, issue: 'never_warns', at: 'warn' },
    { when: 'warns at 80 %', says: { warn: { share: '0.8' } }, issue: null },
    {
      when: 'escalates before it begins',
      says: { escalation: [{ when: { before: { minutes: 120 } }, tell: 'owner' }] },
      issue: 'rung_before_start',
      at: 'escalation.0.when',
    },
    { when: 'escalates a day after', says: { escalation: [{ when: { after: { minutes: 1440 } }, tell: 'manager' }] }, issue: null },
    {
      when: 'has a window behind one that takes all its leads',
      says: { windows: [{ tiers: ['A', 'B'], within: { minutes: 60 } }, { tiers: ['B'], sources: ['fair'], within: { minutes: 30 } }] },
      issue: 'window_never_reached',
      at: 'windows.1',
    },
    {
      when: 'has a window behind one that takes only some',
      says: { windows: [{ tiers: ['A'], sources: ['fair'], within: { minutes: 60 } }, { tiers: ['A'], within: { minutes: 30 } }] },
      issue: null,
    },
    {
      when: 'says what to do when a source is told late',
      says: { windows: [{ sources: ['fair'], within: { minutes: 60 } }], whenWindowChanges: 'from_start' },
      issue: null,
    },
    {
      when: 'says what to do when another window applies, and has none',
      says: { whenWindowChanges: 'from_start' },
      issue: 'window_never_changes',
      at: 'whenWindowChanges',
    },
    { when: 'pauses until a meeting is held', says: { pauses: [{ from: booked, until: on('meeting_held', 'meeting_no_show') }] }, issue: null },
    {
      when: 'pauses from what ends the pause',
      says: { pauses: [{ from: booked, until: on('meeting_booked', 'meeting_held') }] },
      issue: 'pause_never_holds',
      at: 'pauses.0',
    },
    {
      when: 'pauses until a rejection by phone, which has no channel',
      says: { pauses: [{ from: booked, until: { on: ['rejected'], channels: ['phone'] } }] },
      issue: 'pause_never_ends',
      at: 'pauses.0.until',
    },
    { when: 'pauses from an event that cancels it', says: { pauses: [{ from: booked, until: on('meeting_held') }], cancelledBy: [booked] }, issue: 'cancelled_first', at: 'pauses.0.from' },
    {
      when: 'is reopened by an event that cancels it',
      says: { reopen: { by: [{ on: ['recycled'], actor: 'human' }], then: 'restart' }, cancelledBy: [on('recycled', 'opportunity_lost')] },
      issue: 'cancelled_first',
      at: 'reopen.by.0',
    },
    {
      when: 'is reopened by more than cancels it',
      says: { reopen: { by: [on('recycled')], then: 'restart' }, cancelledBy: [{ on: ['recycled'], actor: 'automation' }] },
      issue: null,
    },
    { when: 'is only for leads that entered and left one milestone at once', says: { onlyAfter: [{ enters: 'sql', leaves: 'sql' }] }, issue: 'condition_never_met', at: 'onlyAfter.0' },
    { when: 'is cancelled by a held meeting that is still to come', says: { cancelledBy: [{ on: ['meeting_held'], meeting: 'to_come' }] }, issue: 'condition_never_met', at: 'cancelledBy.0' },
  ])('$when: $issue', ({ says, issue, at }) => {
    expect(lintTimed(aTimedClause(says), []).map(({ code, path }) => [code, path.join('.')])).toEqual(issue === null ? [] : [[`sla.${issue}`, at]]);
  });
});
