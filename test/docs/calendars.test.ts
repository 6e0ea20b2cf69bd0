import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readWith } from 'revpact/kernel';
import { JointCalendar } from 'revpact/vocabulary';

const page = readFileSync(new URL('../../docs/calendars.md', import.meta.url), 'utf8');
const joint = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = '']) => JSON.parse(text) as unknown);

test('the joint calendar in docs/calendars.md is one', () => {
  expect(joint.map((calendar) => readWith(JointCalendar, calendar).ok)).toEqual([true]);
});
