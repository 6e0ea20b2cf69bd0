import type { Review } from '../../pact/review.js';
import { heading, list, paragraph, type Block } from '../document.js';
import type { Named } from '../names.js';
import { seenValue } from './numbers.js';

/**
 * What the meeting is about: what went as agreed, in a line, and what did not, each with its sentence and who owes it.
 * The sponsor sees here what only a sponsor can clear.
 */
export const talkAbout = (review: Review, named: Named): readonly Block[] => {
  const { findings, scorecard, disputes } = review;
  const good = findings.filter(({ state }) => state === 'kept');
  const open = findings.filter(({ state }) => state === 'broken' || state === 'at_risk' || state === 'excused' || state === 'unproven');
  const red = scorecard.filter(({ flag }) => flag === 'red');
  const contested = disputes.filter(({ settledAt }) => settledAt === null);
  const items = [
    ...open.map(({ state, by, sentence }) => `${capital(state.replace('_', ' '))}, owed by ${named('parties', by)}: ${sentence}`),
    // What is open has told its alarms in its sentence.
    ...good.flatMap(({ alarms, by }) => alarms.map(({ sentence }) => `As agreed and alarming, for ${named('parties', by)} to explain: ${sentence}`)),
    ...red.map((row) => `Red, answered for by ${named('parties', row.owner)}: ${row.title} is ${seenValue(row)}.`),
    ...contested.map(({ subject, raisedBy }) => `Contested by ${named('parties', raisedBy)}: ${subject}.`),
  ];
  return [
    heading(2, 'To talk about'),
    ...(good.length === 0 ? [] : [paragraph(`As agreed: ${good.map(({ title, by }) => `${title} (${named('parties', by)})`).join('; ')}.`)]),
    items.length === 0 ? paragraph('Nothing is open: every promise is kept, nothing is alarming, no metric is red and no dispute is open.') : list(items),
  ];
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
