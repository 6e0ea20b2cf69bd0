import { describe, expect, test } from 'vitest';
import { shareOf, type AnswerOwed } from 'revpact/feedback';
import { review } from 'revpact/pact';
import { reviewDocument, toMarkdown } from 'revpact/report';
import { acme, life, ny } from '../support/pact.js';

const made = review([acme()], { events: life('l1', { type: 'qualified', at: ny('04-20', '10:00'), by: 'marketing', stage: 'mql' }) }, { period: '2026-Q2', asOf: ny('06-30', '00:00') });

const owed = (differs: Partial<AnswerOwed> = {}): AnswerOwed => ({
  event: 'e', leadId: 'l1', delivery: 1, kind: 'rejected', at: Date.parse(ny('05-04', '10:00')), reason: 'bad_data', from: 'sales_development', owner: 'marketing',
  clause: null, dueAt: null, answeredAt: null, answeredEvent: null, state: 'open', ...differs,
});
/** The paragraph that begins the section. */
const opening = (...items: readonly AnswerOwed[]): string | undefined => {
  const closing = items.filter(({ state }) => state !== 'nobody' && state !== 'let_go');
  const closed = closing.filter(({ answeredAt }) => answeredAt !== null);
  const answers = { ...made.answers, items, closure: shareOf(closed.length, closing.length) };
  return toMarkdown(reviewDocument({ ...made, answers })).split('## Answers owed\n\n')[1]?.split('\n')[0];
};
const answered = owed({ state: 'answered', answeredAt: Date.parse(ny('05-05', '10:00')), answeredEvent: 'a' });

describe('answers owed, in a report', () => {
  test.each<{ when: string; items: readonly AnswerOwed[]; says: string }>([
    { when: 'nobody promised by when', items: [answered, owed()], says: '1 of 2 items of feedback of the period to which somebody owes an answer were answered (50.0 %). No promise says by when. An answer' },
    { when: 'a clock runs', items: [answered, owed({ clause: 'answers', dueAt: Date.parse(ny('05-06', '10:00')), state: 'overdue' })], says: 'were answered (50.0 %). An answer' },
    { when: 'some are owed no answer', items: [answered, owed({ clause: 'answers', state: 'let_go' }), owed({ owner: null, state: 'nobody' })], says: 'were answered (100.0 %); 1 was let go, and to 1 nobody owes one. An answer' },
  ])('$when', ({ items, says }) => {
    expect(opening(...items)).toContain(says);
  });

  test('nothing is owed: no such section', () => {
    expect(opening(owed({ owner: null, state: 'nobody' }))).toBeUndefined();
  });
});
