import { describe, expect, test } from 'vitest';
import { checkReport, lintReportRules, reportIssues, ReportRules, type Reportable } from 'revpact/feedback';
import { resolve } from 'revpact/lifecycle';
import { safeParseEvent, safeParseEvents } from 'revpact/vocabulary';

const rules: ReportRules = {
  requires: ['learned', 'message', 'nextStep'],
  objections: [
    { id: 'price', term: 'Too expensive' },
    { id: 'no_time', term: 'No time to switch' },
  ],
};
const agreed: Reportable = {
  messages: ['save_time', 'fewer_errors'],
  attributes: [
    { name: 'employees', type: 'number' },
    { name: 'industry', type: 'text' },
    { name: 'uses', type: 'list' },
    { name: 'exports', type: 'yes_no' },
    { name: 'role', about: 'contact', type: 'text' },
    { name: 'age', about: 'contact', type: 'number', forbidden: 'protected by law' },
  ],
};
const call = { id: 'e1', type: 'contact_made', at: 1000, by: { party: 'sales', kind: 'human' }, leadId: 'l1', channel: 'phone' };
const full = { ...call, learned: 'They merge in May.', message: 'save_time', objection: 'price', nextStep: 'Call again in June.' };
const corrects = (...corrected: readonly object[]): object => ({ ...full, corrected });
const account = (attribute: string, is: unknown, was?: unknown): object => ({ about: 'account', attribute, is, ...(was === undefined ? {} : { was }) });

describe('a report before it is recorded', () => {
  test.each<{ when: string; event: unknown; issues: readonly (readonly [string, string])[] }>([
    { when: 'all that was agreed', event: full, issues: [] },
    { when: 'of a meeting', event: { ...full, type: 'meeting_held', meetingId: 'm1', channel: undefined }, issues: [['input.unknown_key', 'channel']] },
    {
      when: 'nothing at all',
      event: call,
      issues: [
        ['feedback.report_incomplete', 'learned'],
        ['feedback.report_incomplete', 'message'],
        ['feedback.report_incomplete', 'nextStep'],
      ],
    },
    { when: 'spaces', event: { ...full, learned: '  ' }, issues: [['feedback.report_incomplete', 'learned']] },
    {
      when: 'codes that nobody agreed on',
      event: { ...full, message: 'save_tiem', objection: 'pricey' },
      issues: [
        ['feedback.unknown_message', 'message'],
        ['feedback.unknown_objection', 'objection'],
      ],
    },
    { when: 'words for a code', event: { ...full, message: 'Saves time' }, issues: [['feedback.unknown_message', 'message']] },
    { when: 'a number for a code', event: { ...full, message: 5 }, issues: [['feedback.report_incomplete', 'message']] },
    { when: 'another event', event: { ...full, type: 'attempt' }, issues: [['feedback.not_a_report', 'type']] },
    { when: 'no event at all', event: null, issues: [['feedback.not_a_report', 'type']] },
    { when: 'a lead without a name', event: { ...full, leadId: '' }, issues: [['input.invalid', 'leadId']] },
    {
      when: 'facts of every type',
      event: corrects(account('employees', 250, 50), account('employees_2', 1), account('industry', 'Software'), account('uses', ['sap']), account('exports', false)),
      issues: [['feedback.unknown_attribute', 'corrected.1.attribute']],
    },
    { when: 'a figure as decimal text', event: corrects(account('employees', '250')), issues: [] },
    { when: 'it turned out that nobody knows', event: corrects(account('employees', null, 50)), issues: [] },
    {
      when: 'values of other types',
      event: corrects(account('employees', 'many'), account('industry', 5), account('uses', 'sap'), account('exports', 'yes')),
      issues: [0, 1, 2, 3].map((i) => ['feedback.wrong_value', `corrected.${String(i)}.is`] as const),
    },
    { when: 'a fact twice', event: corrects(account('employees', 5), account('employees', 6)), issues: [['feedback.corrected_twice', 'corrected.1.attribute']] },
    { when: 'one name of account and contact', event: corrects(account('industry', 'a'), { about: 'contact', attribute: 'role', is: 'b' }), issues: [] },
    { when: 'the contact’s attribute of the account', event: corrects(account('role', 'b')), issues: [['feedback.unknown_attribute', 'corrected.0.attribute']] },
    { when: 'nothing new', event: corrects(account('employees', '50.0', 50)), issues: [['feedback.nothing_corrected', 'corrected.0.is']] },
    { when: 'a list in another order', event: corrects(account('uses', ['b', 'a', 'a'], ['a', 'b'])), issues: [['feedback.nothing_corrected', 'corrected.0.is']] },
    { when: 'what may never count', event: corrects({ about: 'contact', attribute: 'age', is: 50 }), issues: [['feedback.forbidden_attribute', 'corrected.0.attribute']] },
    { when: 'a name that no record can hold', event: corrects(account('__proto__', 5)), issues: [['feedback.unknown_attribute', 'corrected.0.attribute']] },
    { when: 'a correction that cannot be read', event: corrects({ attribute: 'employees', is: 5 }), issues: [['input.missing', 'corrected.0.about']] },
  ])('$when → $issues', ({ event, issues }) => {
    const checked = checkReport(rules, event, agreed);
    expect(checked.ok ? [] : checked.issues.map(({ code, path }) => [code, path.join('.')])).toEqual(issues);
    expect(checked.ok).toBe(issues.length === 0);
  });

  test('the refusal says what would be accepted', () => {
    const messageOf = (event: object): string | undefined => {
      const checked = checkReport(rules, event, agreed);
      return checked.ok ? undefined : checked.issues[0]?.message;
    };
    expect(messageOf({ ...full, message: 'save_tiem' })).toBe('"save_tiem" is no agreed message; did you mean "save_time"? agreed are save_time, fewer_errors');
    expect(messageOf({ ...full, message: undefined, learned: full.learned })).toBe('a report has to say "message"; agreed are save_time, fewer_errors');
    expect(messageOf(corrects(account('employes', 5)))).toBe(
      'nobody agreed to speak of "employes" of the account; did you mean "employees"? agreed are employees, industry, uses, exports',
    );
    expect(messageOf(corrects({ about: 'contact', attribute: 'age', is: 50 }))).toBe('"age" may not count, and is not to be reported: protected by law');
    expect(messageOf(corrects(account('employees', 'many')))).toBe('"employees" is a number, and "many" was reported');
  });

  test('where nobody listed attributes, any may be put right, though none that no record can hold', () => {
    const any = { ...agreed, attributes: [] };
    expect(checkReport(rules, corrects(account('anything', 'new')), any).ok).toBe(true);
    expect(checkReport(rules, corrects(account('__proto__', 'new')), any)).toMatchObject({ issues: [{ code: 'feedback.unknown_attribute' }] });
  });

  test('a recorded report is held against the same rules', () => {
    const read = safeParseEvent({ ...call, objection: 'price' });
    if (!read.ok || read.value.type !== 'contact_made') throw new Error('no conversation');
    expect(reportIssues(rules, read.value, agreed).map(({ path }) => path)).toEqual([['learned'], ['message'], ['nextStep']]);
    expect(reportIssues({ requires: [], objections: rules.objections }, read.value, agreed)).toEqual([]);
  });
});

test('erasing a lead changes no verdict on a report, whatever was reported of the contact', () => {
  const recorded = (corrected: object) => {
    const events = safeParseEvents([{ ...full, corrected: [corrected] }, { id: 'x', type: 'erasure', at: 2000, by: call.by, leadId: 'l1' }]);
    if (!events.ok) throw new Error(events.issues[0]?.message);
    const verdicts = [events.value.slice(0, 1), events.value].map((log) => {
      const [report] = resolve(log).events;
      return report?.type === 'contact_made' ? reportIssues(rules, report, agreed).map(({ code }) => code) : null;
    });
    expect(verdicts[1]).toEqual(verdicts[0]);
    return verdicts[0];
  };
  const role = { about: 'contact', attribute: 'role' };
  expect(recorded({ ...role, is: 5 })).toEqual([]);
  expect(recorded({ ...role, was: 'CFO', is: 'CFO' })).toEqual([]);
  expect(recorded({ ...role, attribute: 'rolle', is: 'CFO' })).toEqual(['feedback.unknown_attribute']);
  expect(recorded(account('employees', 'many'))).toEqual(['feedback.wrong_value']);
  expect(checkReport(rules, corrects({ ...role, is: 5 }), agreed)).toMatchObject({ issues: [{ code: 'feedback.wrong_value' }] });
});

describe('what is odd about the rules for reports', () => {
  test.each([
    { when: 'nothing', differs: {}, messages: ['save_time'], codes: [] },
    { when: 'an objection twice', differs: { objections: [...rules.objections, ...rules.objections.slice(0, 1)] }, messages: ['save_time'], codes: ['feedback.duplicate_objection'] },
    { when: 'a message asked for, and none agreed', differs: {}, messages: [], codes: ['feedback.nothing_to_report'] },
    { when: 'an objection asked for, and none agreed', differs: { requires: ['objection' as const], objections: [] }, messages: [], codes: ['feedback.nothing_to_report'] },
  ])('$when → $codes', ({ differs, messages, codes }) => {
    const odd = { ...rules, ...differs };
    expect(ReportRules.safeParse(odd).success).toBe(true);
    expect(lintReportRules(odd, messages).map(({ code }) => code)).toEqual(codes);
  });
});
