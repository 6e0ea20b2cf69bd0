import type { ListStanding } from '../../pact/lists.js';
import type { Review } from '../../pact/review.js';
import { heading, paragraph, table, withoutEmptyColumns, type Block } from '../document.js';
import type { Linker } from '../links.js';
import type { Named } from '../names.js';
import { count, percent, wallClock } from '../words.js';

/** Whether contacts kept to the target list, how much of it was worked and researched, the exceptions, and what calls came to. */
export const callingSection = (review: Review, link: Linker, named: Named, most: number): readonly Block[] => {
  const blocks = [...review.lists.flatMap((one) => listBlocks(one, review, link, named, most)), ...outcomeBlocks(review)];
  return blocks.length === 0 ? [] : [heading(2, 'Whom we called'), ...blocks];
};

const listBlocks = (standing: ListStanding, { pact }: Review, link: Linker, named: Named, most: number): readonly Block[] => {
  const { party, listedAt, accounts, tried, researched, attempts, exceptions } = standing;
  const { onList, excepted, offList, unknown } = attempts;
  const known = onList + excepted + offList;
  const part = (number: number): string => `${count(number)} of them (${percent(number, accounts)})`;
  return [
    heading(3, `The list of ${named('parties', party)}`),
    paragraph(
      `The list of ${wallClock(pact.zone, listedAt)} has ${count(accounts)} accounts. In the period people tried ${part(tried)}` +
        `${researched === null ? '' : `; ${part(researched)} have a dossier`}.`,
    ),
    paragraph(
      `Of ${count(known)} attempts by channels that ask the list ${count(onList)} went to accounts on it (${percent(onList, known)}), ${count(excepted)} were let through, ${count(offList)} were neither.` +
        (unknown === 0 ? '' : ` Of ${count(unknown)} more nobody knows: no account, or no list yet.`),
    ),
    ...(exceptions.length === 0
      ? []
      : [
          withoutEmptyColumns(
            table(
              ['Account', 'Let through by', `From (${pact.zone})`, `Until (${pact.zone})`, 'Channel', 'Why', 'Attempts>'],
              exceptions.slice(0, most).map((one) => [
                link('account', one.accountId),
                [named('parties', one.by), named('people', one.person)].filter((name) => name !== '').join(', '),
                wallClock(pact.zone, one.from),
                wallClock(pact.zone, one.until),
                one.channel ?? '',
                one.why,
                count(one.attempts),
              ]),
            ),
          ),
          ...(exceptions.length > most ? [paragraph(`… and ${count(exceptions.length - most)} more exceptions, each in the review as JSON.`)] : []),
        ]),
  ];
};

/** What became of calls and messages, where anybody said. */
const outcomeBlocks = ({ calls }: Review): readonly Block[] => {
  const { attempts, unsaid, connected, badData, leadsReached, outcomes } = calls;
  if (connected.denominator === 0) return [];
  return [
    heading(3, 'What became of calls and messages'),
    paragraph(
      `People tried ${count(attempts)} times and said ${unsaid === 0 ? 'each time' : `${count(attempts - unsaid)} times`} what became of it: ${count(connected.numerator)} connected or were replied to (${percent(connected.numerator, connected.denominator)}), ` +
        `${count(badData.numerator)} met a wrong number or bounced (${percent(badData.numerator, badData.denominator)}). ` +
        `${count(leadsReached.numerator)} of ${count(leadsReached.denominator)} leads tried were reached (${percent(leadsReached.numerator, leadsReached.denominator)}).`,
    ),
    table(
      ['Channel', 'Outcome', 'Attempts>', 'Share>'],
      outcomes.map((one) => [one.channel.replaceAll('_', ' '), one.outcome.replaceAll('_', ' '), count(one.count), percent(one.share.numerator, one.share.denominator)]),
    ),
  ];
};
