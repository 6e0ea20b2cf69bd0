import type { Criterion } from '../filter/criterion.js';
import { conditionsOf, walk } from '../filter/walk.js';

/** The attributes that a criterion asks of whom is called; not those by which it counts contacts. */
export const askedOfContact = (criterion: Criterion): readonly string[] =>
  conditionsOf(criterion, [])
    .flatMap(({ when }) => walk(when, []))
    .flatMap(({ condition, inContacts }) => (!inContacts && 'attribute' in condition && condition.about === 'contact' ? [condition.attribute] : []));
