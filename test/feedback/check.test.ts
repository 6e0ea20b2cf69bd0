import { describe, expect, test } from 'vitest';
import { checkDisposition, checkExit, ExitReason, lintReasons } from 'revpact/feedback';
import { anExit, REASONS } from '../support/feedback.js';

const THREE_WEEKS_BEFORE = Date.UTC(2026, 2, 25);
const silent = { reason: 'silent', attempts: 3, attemptChannels: 2, firstAttemptAt: THREE_WEEKS_BEFORE };

describe('a recorded exit', () => {
  test.each([
    { when: 'unreachable after five attempts', exit: {}, issues: [] },
    { when: 'unreachable after two', exit: { attempts: 2 }, issues: ['feedback.too_few_attempts'] },
    { when: 'no reason', exit: { reason: null }, issues: ['feedback.reason_missing'] },
    { when: 'a reason nobody agreed on', exit: { reason: 'lousy_lead' }, issues: ['feedback.unknown_reason'] },
    { when: 'a reason of another exit', exit: { exit: 'lost' as const }, issues: ['feedback.reason_of_other_exit'] },
    {
      when: 'no need, without a conversation and without what they use',
      exit: { reason: 'no_need' },
      issues: ['feedback.specific_missing', 'feedback.too_few_contacts'],
    },
    { when: 'no need, as agreed', exit: { reason: 'no_need', contacts: 1, specifics: ['other', 'what_they_use'] }, issues: [] },
    {
      when: 'lost for no need, where events have no place for specifics',
      exit: { exit: 'lost' as const, reason: 'no_need', contacts: 1 },
      issues: [],
    },
    {
      when: 'rejected in the wrong class',
      exit: { exit: 'rejected' as const, reason: 'wrong_territory', class: 'definitional' as const, specifics: ['right_owner'] },
      issues: ['feedback.class_mismatch'],
    },
    { when: 'a class is asked of rejections only', exit: { reason: 'bad_phone' }, issues: [] },
    { when: 'silent, after three attempts by two channels in three weeks', exit: silent, issues: [] },
    { when: 'silent, by one channel', exit: { ...silent, attemptChannels: 1 }, issues: ['feedback.too_few_channels'] },
    { when: 'silent, a millisecond too soon', exit: { ...silent, firstAttemptAt: THREE_WEEKS_BEFORE + 1 }, issues: ['feedback.too_soon'] },
    {
      when: 'silent, and never tried',
      exit: { ...silent, attempts: 0, attemptChannels: 0, firstAttemptAt: null },
      issues: ['feedback.too_few_attempts', 'feedback.too_few_channels', 'feedback.too_soon'],
    },
    { when: 'lost in silence, which the list does not have', exit: { ...silent, exit: 'lost' as const }, issues: ['feedback.reason_of_other_exit'] },
  ])('$when → $issues', ({ exit, issues }) => {
    const verdict = checkExit(REASONS, anExit(exit));
    expect(verdict.issues.map(({ code }) => code)).toEqual(issues);
    expect(verdict.state).toBe(issues.length === 0 ? 'complete' : 'incomplete');
  });

  test('a clock gives no reasons', () => {
    expect(checkExit(REASONS, anExit({ exit: 'expired', reason: null }))).toEqual({ state: 'not_asked', reason: null, issues: [] });
  });

  test('the refusal says what is missing, and what would do', () => {
    expect(checkExit(REASONS, anExit({ attempts: 2 })).issues[0]?.message).toBe('"unreachable" needs 5 attempts, found 2');
    expect(checkExit(REASONS, anExit({ ...silent, attemptChannels: 1, firstAttemptAt: THREE_WEEKS_BEFORE + 1 })).issues.map(({ message }) => message)).toEqual([
      '"silent" needs attempts by 2 different channels, found 1',
      '"silent" needs 21 days since the first attempt, found 20',
    ]);
    expect(checkExit(REASONS, anExit({ reason: 'unreachabel' })).issues[0]).toMatchObject({
      params: { suggestion: 'unreachable', accepted: ['bad_phone', 'unreachable', 'no_need', 'out_of_business', 'silent'] },
    });
  });
});

describe('a disposition before it is recorded', () => {
  const said = { id: 'e1', type: 'disqualified', at: '2026-04-15T10:00:00Z', by: { party: 'sales', kind: 'human' }, leadId: 'l1' };
  const done = { attempts: 5, contacts: 1, channels: 2, firstAttemptAt: Date.UTC(2026, 3, 1) };
  test.each([
    { when: 'words alone', event: { ...said, note: 'Lousy lead' }, issues: [['feedback.reason_missing', 'reason']] },
    { when: 'words as a reason', event: { ...said, reason: 'Lousy lead' }, issues: [['feedback.unknown_reason', 'reason']] },
    { when: 'an empty reason', event: { ...said, reason: '' }, issues: [['feedback.reason_missing', 'reason']] },
    {
      when: 'a specific of spaces',
      event: { ...said, reason: 'no_need', specifics: { what_they_use: '  ' } },
      issues: [['feedback.specific_missing', 'specifics.what_they_use']],
    },
    {
      when: 'a rejection without a class',
      event: { ...said, type: 'rejected', reason: 'bad_phone' },
      issues: [['feedback.class_mismatch', 'class']],
    },
    {
      when: 'what is wrong with the event is said, too',
      event: { ...said, reason: 'lousy', leadId: '', colour: 'red' },
      issues: [
        ['feedback.unknown_reason', 'reason'],
        ['input.invalid', 'leadId'],
        ['input.unknown_key', 'colour'],
      ],
    },
    { when: 'an expiry', event: { ...said, type: 'expired' }, issues: [['feedback.not_an_exit', 'type']] },
    { when: 'no event at all', event: null, issues: [['feedback.not_an_exit', 'type']] },
    {
      when: 'inherited fields',
      event: Object.create({ ...said, reason: 'out_of_business' }) as unknown,
      issues: [['feedback.not_an_exit', 'type']],
    },
  ])('$when → $issues', ({ event, issues }) => {
    const checked = checkDisposition(REASONS, event, done);
    expect(checked.ok ? [] : checked.issues.map(({ code, path }) => [code, path.join('.')])).toEqual(issues);
  });

  test('unreachable is refused until it was tried five times', () => {
    expect(checkDisposition(REASONS, { ...said, reason: 'unreachable' }, { ...done, attempts: 4, contacts: 0 })).toMatchObject({
      ok: false,
      issues: [{ params: { needed: 5, found: 4 } }],
    });
    expect(checkDisposition(REASONS, { ...said, reason: 'unreachable' }, done)).toMatchObject({
      ok: true,
      value: { type: 'disqualified', at: Date.UTC(2026, 3, 15, 10) },
    });
  });

  test('counts that are none prove nothing', () => {
    const gone = { id: 'e1', type: 'disqualified', at: 1e12, by: { party: 'sales', kind: 'human' }, leadId: 'l1', reason: 'silent' };
    const none = { attempts: Number.NaN, contacts: 0, channels: Number.NaN, firstAttemptAt: Number.NaN };
    const checked = checkDisposition(REASONS, gone, none);
    expect(checked.ok ? [] : checked.issues.map(({ code }) => code)).toEqual(['feedback.too_few_attempts', 'feedback.too_few_channels', 'feedback.too_soon']);
  });

  test('days run to the moment of the event, however it is written', () => {
    const event = { ...said, reason: 'silent' };
    expect(checkDisposition(REASONS, event, done)).toMatchObject({ issues: [{ code: 'feedback.too_soon', params: { needed: 21, found: 14 } }] });
    expect(checkDisposition(REASONS, { ...event, at: '2026-04-22T02:00:00+02:00' }, done).ok).toBe(true);
    expect(checkDisposition(REASONS, { ...event, at: new Date(Date.UTC(2026, 3, 21)), leadId: '' }, done)).toMatchObject({
      issues: [{ code: 'feedback.too_soon', params: { found: 20 } }, { code: 'input.invalid', path: ['leadId'] }],
    });
    // Of a moment that cannot be read nobody can say how long it was after the first attempt.
    expect(checkDisposition(REASONS, { ...event, at: 'soon' }, done)).toMatchObject({ issues: [{ code: 'input.invalid', path: ['at'] }] });
  });

  test('a lost opportunity may go by its reason', () => {
    const lost = { ...said, type: 'opportunity_lost', opportunityId: 'o1', reason: 'no_need' };
    expect(checkDisposition(REASONS, lost, done).ok).toBe(true);
  });
});

describe('what is odd about a list of reasons', () => {
  const reason: ExitReason = { id: 'r', term: 'R', exits: ['rejected', 'disqualified', 'lost'], terminal: false, specifics: [] };
  test.each([
    { when: 'nothing', reasons: REASONS, codes: [] },
    { when: 'no reasons at all', reasons: [], codes: ['feedback.no_reason_for', 'feedback.no_reason_for', 'feedback.no_reason_for'] },
    { when: 'one reason twice', reasons: [reason, reason], codes: ['feedback.duplicate_id'] },
    {
      when: 'a rejection after attempts',
      reasons: [{ ...reason, precondition: { contacts: 1 } }],
      codes: ['feedback.rejected_after_attempts'],
    },
    {
      when: 'a class that nobody can give',
      reasons: [reason, { ...reason, id: 'q', exits: ['lost' as const], class: 'clerical' as const }],
      codes: ['feedback.class_without_rejection'],
    },
    {
      when: 'specifics without a place',
      reasons: [reason, { ...reason, id: 'q', exits: ['lost' as const], specifics: ['x'] }],
      codes: ['feedback.specifics_without_place'],
    },
    { when: 'one specific twice', reasons: [{ ...reason, specifics: ['x', 'x'] }], codes: ['feedback.duplicate_specific'] },
    { when: 'nobody reached, and nobody has to try', reasons: [reason, { ...reason, id: 'q', exits: ['lost' as const], lesson: 'unreached' as const }], codes: ['feedback.without_lesson', 'feedback.unreached_untried'] },
    { when: 'nobody reached over days', reasons: [{ ...reason, exits: ['lost' as const], lesson: 'unreached' as const, precondition: { overDays: 5 } }], codes: ['feedback.no_reason_for', 'feedback.no_reason_for'] },
    { when: 'a rejection after days', reasons: [{ ...reason, precondition: { overDays: 5 } }], codes: ['feedback.rejected_after_attempts'] },
    { when: 'more channels than attempts', reasons: [reason, { ...reason, id: 'q', exits: ['lost' as const], precondition: { attempts: 2, channels: 3 } }], codes: ['feedback.channels_beyond_attempts'] },
    { when: 'channels alone', reasons: [reason, { ...reason, id: 'q', exits: ['lost' as const], precondition: { channels: 3 } }], codes: [] },
    { when: 'other, and nothing more', reasons: [{ ...reason, id: 'other' }], codes: ['feedback.vague'] },
  ])('$when → $codes', ({ reasons, codes }) => {
    expect(lintReasons(reasons).map(({ code }) => code)).toEqual(codes);
  });

  test('an exit that the framework does not have needs no reason', () => {
    expect(lintReasons([], ['lost', 'expired']).map(({ params }) => params)).toEqual([{ exit: 'lost' }]);
  });

  test('every reason of ours is well formed', () => {
    expect(REASONS.every((one) => ExitReason.safeParse(one).success)).toBe(true);
  });
});
