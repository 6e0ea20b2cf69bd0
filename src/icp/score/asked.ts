import type { Profile } from '../../vocabulary/words.js';
import type { Condition, ConditionGroup, PlainCondition } from '../filter/condition.js';
import { within, type Answer } from './answer.js';
import { KLEENE } from './kleene.js';
import { questionOf } from './question.js';
import { recalling } from './recall.js';
import { attributeReader, type Subject } from './subject.js';
import { askedOf, boundsOf, wordsFor } from './words.js';

/** A condition made ready to be asked of many. */
export interface Asked {
  readonly answer: (subject: Subject) => Answer;
  /** Why its answer is what it is. Apart from the answer, because most answers are never explained. */
  readonly why: (subject: Subject, answer: Answer) => string;
  /** What would make it hold. */
  readonly asks: string;
}

export const askedFor = (condition: Condition): Asked => {
  switch (condition.is) {
    case 'all':
    case 'any':
    case 'none':
      return group(condition.is, condition.of.map(askedFor));
    case 'contacts':
      return contacts(askedFor(condition.where), condition);
    default:
      return plain(condition);
  }
};

/** Text is asked once for all accounts that have it: what is the same without regard to case takes long to find and to quote. */
const plain = (condition: PlainCondition): Asked => {
  const ask = questionOf(condition);
  const words = wordsFor(condition);
  const read = attributeReader(condition);
  const ofText = recalling((text): { readonly answer: Answer; why: string | null } => ({ answer: ask(text), why: null }));
  return {
    answer: (subject) => {
      const value = read(subject);
      return typeof value === 'string' ? ofText(value).answer : ask(value);
    },
    why: (subject, answer) => {
      const value = read(subject);
      if (typeof value !== 'string') return words(value, answer);
      const found = ofText(value);
      return (found.why ??= words(value, found.answer));
    },
    asks: askedOf(condition),
  };
};

/** The first member that settles a group says why; else those that leave it open do, or all of them. */
const group = (is: ConditionGroup['is'], members: readonly Asked[]): Asked => {
  const { settles, settled, otherwise } = KLEENE[is];
  const rest: Answer = settles === 1 ? 0 : 1;
  return {
    answer: (subject) => {
      let open = false;
      for (const member of members) {
        const one = member.answer(subject);
        if (one === settles) return settled;
        if (one === -1) open = true;
      }
      return open ? -1 : otherwise;
    },
    why: (subject, answer) => {
      const wanted = answer === -1 ? -1 : answer === settled ? settles : rest;
      let all = '';
      for (const member of members) {
        if (wanted !== rest && member.answer(subject) !== wanted) continue;
        const why = member.why(subject, wanted);
        if (wanted === settles) return why;
        all = all === '' ? why : `${all}; ${why}`;
      }
      return all;
    },
    asks: `${is === 'none' ? 'none of' : is} (${members.map(({ asks }) => asks).join('; ')})`,
  };
};

/** How many contacts a condition holds for. A contact whose answer is not known may or may not be one of them. */
const contacts = (where: Asked, bounds: { readonly from?: number; readonly below?: number }): Asked => {
  const { from = 0, below = Infinity } = bounds;
  const asks = `contacts with ${where.asks}: ${boundsOf(bounds) || 'any number'}`;
  // An account with many contacts is asked once for each of them as the one to call, and its count is the same each time.
  let last: { readonly account: Subject['account']; readonly contacts: readonly Profile[]; readonly yes: number; readonly open: number } | null = null;
  const count = (account: Subject['account'], all: readonly Profile[]): { readonly yes: number; readonly open: number } => {
    if (last?.contacts === all && last.account === account) return last;
    let yes = 0;
    let open = 0;
    for (const contact of all) {
      const answer = where.answer({ account, contact, contacts: all });
      if (answer === 1) yes += 1;
      else if (answer === -1) open += 1;
    }
    last = { account, contacts: all, yes, open };
    return last;
  };
  return {
    answer: ({ account, contacts: all }) => {
      if (all === null) return -1;
      const { yes, open } = count(account, all);
      return within(yes, yes + open, from, below);
    },
    why: ({ account, contacts: all }) => {
      if (all === null) return 'its contacts are not known';
      const { yes, open } = count(account, all);
      return `${asks}: ${String(yes)} of ${String(all.length)}${open === 0 ? '' : ` and ${String(open)} not known`}`;
    },
    asks,
  };
};
