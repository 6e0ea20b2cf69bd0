import { describe, expect, test } from 'vitest';
import { differenceOf, shareOf, type Learning, type LearningOwner } from 'revpact/feedback';
import { review, type Review } from 'revpact/pact';
import { reviewDocument, toMarkdown } from 'revpact/report';
import { acme, life, ny } from '../support/pact.js';

const lead = life('l1', { type: 'qualified', at: ny('04-20', '10:00'), by: 'marketing', stage: 'mql' });
const made = review([acme()], { events: lead }, { period: '2026-Q2', asOf: ny('06-30', '00:00') });

const page = (changed: Partial<Review>): string => toMarkdown(reviewDocument({ ...made, ...changed }));

describe('what leads taught, in a report', () => {
  const [share, rest] = [shareOf(12, 40), shareOf(5, 100)];
  const learning = (owners: readonly LearningOwner[] | null): Learning => ({
    lesson: 'not_fit',
    share,
    rest,
    difference: differenceOf(share, rest),
    verdict: 'more',
    events: [],
    owners,
    sentence: '12 of 40 leads from source "fair" turned out not to be what was agreed, more than 5 of 100 others.',
  });
  const taught = (owners: readonly LearningOwner[] | null): string => {
    const row = { of: 'fair', leads: 40, unknown: 0, learnings: [learning(owners)] };
    const learned = { ...made.learned, delivered: 140, judged: 140, tables: [{ by: 'source' as const, rows: [row], beyond: 0, comparisons: 1 }] };
    const line = page({ learned }).split('\n').find((one) => one.startsWith('- 12 of 40'));
    return line?.slice(line.indexOf('others.') + 'others.'.length).trim() ?? 'not said';
  };
  const marketing = { party: 'marketing', items: 14, answered: 3, overdue: 0, dueAt: null };

  test.each<{ when: string; owners: readonly LearningOwner[] | null; says: string }>([
    { when: 'nobody looked who owes', owners: null, says: '' },
    { when: 'nobody owes', owners: [{ ...marketing, party: null }], says: '' },
    { when: 'due at no agreed time', owners: [marketing], says: 'Marketing answered 3 of 14 items of it.' },
    {
      when: 'the clock runs',
      owners: [{ ...marketing, dueAt: Date.parse(ny('06-30', '10:00')) }],
      says: 'Marketing answered 3 of 14 items of it; the next is due 2026-06-30 16:00.',
    },
    {
      when: 'some are overdue, and others owe as well',
      owners: [
        { ...marketing, overdue: 2, dueAt: Date.parse(ny('06-20', '10:00')) },
        { party: 'sales_development', items: 1, answered: 1, overdue: 0, dueAt: null },
      ],
      says: 'Marketing answered 3 of 14 items of it; 2 are overdue, the first since 2026-06-20 16:00. Sales development answered 1 of 1 items of it.',
    },
  ])('$when: “$says”', ({ owners, says }) => {
    expect(taught(owners)).toBe(says);
  });
});

describe('why leads left, in a report', () => {
  const reason = { exit: 'rejected', reason: 'bad_data', class: 'clerical', agreed: true, count: 3, complete: 3, recycled: 1, share: shareOf(3, 3) } as const;
  const broughtBack = (terminal: boolean): string | undefined => {
    const feedback = { ...made.feedback, exits: 3, completeness: shareOf(3, 3), reasons: [{ ...reason, terminal }] };
    return page({ feedback })
      .split('## What was learned')[1]
      ?.split('\n')
      .find((line) => line.startsWith('| rejected'))
      ?.split('|')
      .at(-2)
      ?.trim();
  };

  test('brought back is what may be; what was gone for good is asked about', () => {
    expect(broughtBack(false)).toBe('1');
    expect(broughtBack(true)).toContain('1, though gone for good');
  });
});
