import { describe, expect, test } from 'vitest';
import { checkDisposition, checkExit, ExitReason, lintReasons } from 'revpact/feedback';
import { anExit, REASONS } from '../support/feedback.js';

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
    expect(checkExit(REASONS, anExit({ reason: 'unreachabel' })).issues[0]).toMatchObject({
      params: { suggestion: 'unreachable', accepted: ['bad_phone', 'unreachable', 'no_need', 'out_of_business'] },
    });
  });
});

describe('a disposition before it is recorded', () => {
  const said = { id: 'e1', type: 'disqualified', at: '2026-04-15T10:00:00Z', by: { party: 'sales', kind: 'human' }, leadId: 'l1' };
  const done = { attempts: 5, contacts: 1 };
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
    expect(checkDisposition(REASONS, { ...said, reason: 'unreachable' }, { attempts: 4, contacts: 0 })).toMatchObject({
      ok: false,
      issues: [{ params: { needed: 5, found: 4 } }],
    });
    expect(checkDisposition(REASONS, { ...said, reason: 'unreachable' }, done)).toMatchObject({
      ok: true,
      value: { type: 'disqualified', at: Date.UTC(2026, 3, 15, 10) },
    });
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
