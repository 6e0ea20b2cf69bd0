import type { AnswerOwed } from '../../feedback/learn/answers.js';
import type { Review } from '../../pact/review.js';
import { heading, paragraph, table, withoutEmptyColumns, type Block } from '../document.js';
import type { Linker } from '../links.js';
import type { Named } from '../names.js';
import { count, percent, wallClock } from '../words.js';

/** Who owes an answer to what was fed back, how many loops were closed, and the answers that are overdue or wait longest. */
export const answersSection = ({ answers, pact }: Review, link: Linker, named: Named, most: number): readonly Block[] => {
  const { items, owners, closure } = answers;
  if (closure.denominator === 0) return [];
  const waiting = items.filter(({ state }) => state === 'overdue' || state === 'open').sort(byUrgency);
  return [
    heading(2, 'Answers owed'),
    paragraph(
      `${count(closure.numerator)} of ${count(closure.denominator)} items of feedback of the period to which somebody owes an answer were answered ` +
        `(${percent(closure.numerator, closure.denominator)})${notOwed(items)}. ${items.every(({ clause }) => clause === null) ? 'No promise says by when. ' : ''}` +
        'An answer says what is done about it, or why nothing is.',
    ),
    table(
      ['Owed by', 'Owed>', 'Answered>', 'Overdue>', 'Closed>'],
      owners.map((row) => [
        named('parties', row.party),
        count(row.owed),
        count(row.answered),
        row.overdue === 0 ? '0' : { text: count(row.overdue), tone: 'bad' },
        percent(row.closure.numerator, row.closure.denominator),
      ]),
    ),
    ...(waiting.length === 0
      ? []
      : [
          withoutEmptyColumns(
            table(
              ['Lead', `Given (${pact.zone})`, 'Kind', 'Reason', 'Owed by', `Due (${pact.zone})`],
              waiting.slice(0, Math.ceil(most / 2)).map((one) => [
                link('lead', one.leadId),
                wallClock(pact.zone, one.at),
                one.kind.replaceAll('_', ' '),
                named('reasons', one.reason),
                named('parties', one.owner),
                one.dueAt === null ? '' : { text: wallClock(pact.zone, one.dueAt), ...(one.state === 'overdue' ? { tone: 'bad' as const } : {}) },
              ]),
            ),
          ),
          ...(waiting.length > Math.ceil(most / 2) ? [paragraph(`… and ${count(waiting.length - Math.ceil(most / 2))} more wait, each in the review as JSON.`)] : []),
        ]),
  ];
};

/** How many items are in no rate: nobody owes an answer to them, or not any more. */
const notOwed = (items: readonly AnswerOwed[]): string => {
  const inState = (state: AnswerOwed['state']): number => items.filter((one) => one.state === state).length;
  const [letGo, nobodys] = [inState('let_go'), inState('nobody')];
  const words = [
    ...(letGo === 0 ? [] : [`${count(letGo)} ${letGo === 1 ? 'was' : 'were'} let go`]),
    ...(nobodys === 0 ? [] : [`to ${count(nobodys)} nobody owes one`]),
  ];
  return words.length === 0 ? '' : `; ${words.join(', and ')}`;
};

/** Overdue first, then what is due first, then what waits longest. */
const byUrgency = (a: AnswerOwed, b: AnswerOwed): number =>
  Number(b.state === 'overdue') - Number(a.state === 'overdue') || (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity) || a.at - b.at || 0;
