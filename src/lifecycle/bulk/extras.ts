import type { LeadEvent } from '../../vocabulary/event.js';
import type { Requirement } from '../../vocabulary/framework.js';
import type { FieldColumns, FindingColumn, LogColumns, TierColumn, WordColumn } from '../../vocabulary/log-columns.js';
import type { Lifecycle } from '../lifecycle.js';
import { isFilled, type Says } from '../requirement.js';
import { dictionary } from './dictionary.js';

type Extras = Pick<LogColumns, 'words' | 'fitTier' | 'fields' | 'qualification'>;

/** The columns that only some frameworks ask about: those that this one does. */
export const extrasOf = (lifecycle: Lifecycle, events: readonly LeadEvent[]): Extras => {
  const asked = lifecycle.table().guards.flat();
  const asks = (kind: Requirement['kind']): boolean => asked.some((one) => one.kind === kind);
  const said = new Set(asked.flatMap((one) => (one.kind === 'says' && one.field !== 'class' ? [one.field] : [])));
  return {
    ...(said.size === 0 ? {} : { words: Object.fromEntries([...said].map((field) => [field, wordsOf(events, field)])) }),
    ...(asks('fit_tier') ? { fitTier: tiersOf(events) } : {}),
    ...(asks('fields') ? { fields: fieldsOf(events) } : {}),
    ...(asks('qualification') ? { qualification: findingsOf(events) } : {}),
  };
};

const wordsOf = (events: readonly LeadEvent[], field: keyof Says): WordColumn => {
  const words = dictionary();
  const code = new Uint16Array(events.length);
  events.forEach((event, row) => {
    const said = (event as Says)[field];
    if (said !== undefined) code[row] = words.code(said) + 1;
  });
  return { words: words.names(`words of "${field}"`), code };
};

const tiersOf = (events: readonly LeadEvent[]): TierColumn => {
  const tiers = dictionary();
  const code = new Uint16Array(events.length);
  events.forEach((event, row) => {
    if (event.type === 'score_changed' && event.kind === 'fit') code[row] = event.tier === undefined ? 1 : tiers.code(event.tier) + 2;
  });
  return { tiers: tiers.names('tiers'), code };
};

const fieldsOf = (events: readonly LeadEvent[]): FieldColumns => {
  const names = dictionary();
  const starts = new Uint32Array(events.length + 1);
  const name: number[] = [];
  const change: number[] = [];
  const add = (field: string, what: number): void => {
    name.push(names.code(field));
    change.push(what);
  };
  events.forEach((event, row) => {
    for (const [field, value] of Object.entries(event.attributes ?? {})) add(field, isFilled(value) ? 1 : 0);
    if (event.type === 'handed_off') for (const field of event.fields ?? []) add(field, 2);
    starts[row + 1] = name.length;
  });
  return { names: names.names('custom fields'), starts, name: Uint16Array.from(name), change: Uint8Array.from(change) };
};

const findingsOf = (events: readonly LeadEvent[]): FindingColumn => {
  const fields = dictionary();
  const code = new Uint16Array(events.length);
  const known = new Uint8Array(events.length);
  events.forEach((event, row) => {
    if (event.type !== 'qualification_recorded') return;
    code[row] = fields.code(`${event.framework}.${event.field}`) + 1;
    known[row] = event.value === null ? 0 : 1;
  });
  return { fields: fields.names('findings'), code, known };
};
