import type { Condition, ContactCount, PlainCondition } from '../filter/condition.js';
import type { Criterion } from '../filter/criterion.js';
import { conditionsOf, walk } from '../filter/walk.js';

/** Whose attribute a condition asks, and which. */
export interface Asked {
  readonly about: 'account' | 'contact';
  readonly attribute: string;
}

export const keyOfAsked = ({ about, attribute }: Asked): string => `${about} ${attribute}`;

export const askedBy = ({ attribute, about }: PlainCondition): Asked => ({ about: about ?? 'account', attribute });

/** The conditions of a criterion, in its order. */
export const conditionsAsked = (criterion: Criterion): readonly Condition[] => conditionsOf(criterion, []).map(({ when }) => when);

/** What a condition is made of, apart from what is asked of each contact that is counted. */
const parts = (condition: Condition): readonly Condition[] =>
  walk(condition, []).flatMap((placed) => (placed.inContacts ? [] : [placed.condition]));

/** The conditions on one attribute each. */
export const plainConditions = (condition: Condition): readonly PlainCondition[] =>
  parts(condition).filter((one) => 'attribute' in one);

/** The counts of contacts. */
export const contactCounts = (condition: Condition): readonly ContactCount[] =>
  parts(condition).flatMap((one) => (one.is === 'contacts' ? [one] : []));

/** The attributes that conditions ask, each once: of accounts, of whom to call, and of everyone known there. */
export interface AskedAttributes {
  readonly account: ReadonlySet<string>;
  readonly contact: ReadonlySet<string>;
  readonly contacts: ReadonlySet<string>;
}

export const attributesAsked = (conditions: readonly Condition[]): AskedAttributes => {
  const account = new Set<string>();
  const contact = new Set<string>();
  const contacts = new Set<string>();
  const look = (condition: Condition, person: Set<string>): void => {
    for (const plain of plainConditions(condition)) (plain.about === 'contact' ? person : account).add(plain.attribute);
    for (const { where } of contactCounts(condition)) look(where, contacts);
  };
  for (const condition of conditions) look(condition, contact);
  return { account, contact, contacts };
};
