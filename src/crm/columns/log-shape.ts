import { AGREEMENT_EVENT_TYPES, EVENT_TYPES, type Event, type LeadEvent } from '../../vocabulary/event.js';
import { REJECTION_CLASSES } from '../../vocabulary/events/hand-off.js';
import { SAYABLE } from '../../vocabulary/framework.js';
import { textIndex, type TextIndex } from '../reading/text-index.js';

const ABOUT_NO_LEAD: ReadonlySet<string> = /* @__PURE__ */ new Set(AGREEMENT_EVENT_TYPES);

/** Whether an event has a row in columns: it belongs to the life of a lead. */
export const hasRow = (event: Event): event is LeadEvent => !ABOUT_NO_LEAD.has(event.type);

/** Fields of events whose words columns keep; the class of a rejection has a column of its own. */
export const WORD_FIELDS = /* @__PURE__ */ (() => SAYABLE.filter((field) => field !== 'class'))();

/** What an event is in columns, but for its lead, moment and order; see `LogColumns` for the numbers. */
export interface LogShape {
  readonly type: number;
  readonly party: number;
  readonly human: number;
  /** Of an event known to the day only, the code of the zone its day lies in, plus one; else 0. */
  readonly dayIn: number;
  readonly to: number;
  readonly rejectionClass: number;
  readonly stage: number;
  readonly leftStage: number;
  /** As {@link WORD_FIELDS} lists them. */
  readonly words: readonly number[];
  readonly tier: number;
  readonly finding: number;
  readonly known: number;
  /** Custom fields: the name's code, and whether it is emptied, filled, or came with a hand-off. */
  readonly fields: readonly { readonly name: number; readonly change: number }[];
}

/** The names that columns number. */
export interface LogNames {
  readonly parties: TextIndex;
  readonly stages: TextIndex;
  readonly words: readonly TextIndex[];
  readonly tiers: TextIndex;
  readonly fields: TextIndex;
  readonly findings: TextIndex;
  readonly zones: TextIndex;
}

export const logNames = (): LogNames => ({
  parties: textIndex(),
  stages: textIndex(),
  words: WORD_FIELDS.map(textIndex),
  tiers: textIndex(),
  fields: textIndex(),
  findings: textIndex(),
  zones: textIndex(),
});

/** Most names of a kind that columns can number. */
export const NAME_LIMIT = 65_533;

/** Which names are more than columns can number, or null. */
export const tooManyNames = ({ parties, stages, words, tiers, fields, findings }: LogNames): string | null => {
  const kinds = { parties, stages, tiers, 'custom fields': fields, findings, ...Object.fromEntries(words.map((one, i) => [`words of "${WORD_FIELDS[i] ?? ''}"`, one])) };
  return Object.entries(kinds).find(([, { texts }]) => texts.length > NAME_LIMIT)?.[0] ?? null;
};

/** The shape of an event. */
export const shapeOf = (event: LeadEvent, names: LogNames): LogShape => {
  const said: Readonly<Partial<Record<string, unknown>>> = { ...event };
  return {
    type: EVENT_TYPES.indexOf(event.type),
    party: code(names.parties, event.by.party),
    human: event.by.kind === 'human' ? 1 : 0,
    dayIn: event.precision === undefined || event.zone === undefined ? 0 : code(names.zones, event.zone) + 1,
    to: event.type === 'handed_off' ? code(names.parties, event.to) + 1 : 0,
    rejectionClass: event.type === 'rejected' ? REJECTION_CLASSES.indexOf(event.class) + 1 : 0,
    stage: event.stage === undefined ? 0 : code(names.stages, event.stage) + 1,
    leftStage: event.leftStage === undefined ? 0 : code(names.stages, event.leftStage) + 1,
    words: WORD_FIELDS.map((field, i) => {
      const [word, index] = [said[field], names.words[i]];
      return typeof word === 'string' && index !== undefined ? code(index, word) + 1 : 0;
    }),
    tier: event.type !== 'score_changed' || event.kind !== 'fit' ? 0 : event.tier === undefined ? 1 : code(names.tiers, event.tier) + 2,
    finding: event.type === 'qualification_recorded' ? code(names.findings, `${event.framework}.${event.field}`) + 1 : 0,
    known: event.type === 'qualification_recorded' && event.value !== null ? 1 : 0,
    fields: [
      ...Object.entries(event.attributes ?? {}).map(([name, value]) => ({ name: code(names.fields, name), change: value === null || value === '' ? 0 : 1 })),
      ...(event.type === 'handed_off' ? (event.fields ?? []).map((name) => ({ name: code(names.fields, name), change: 2 })) : []),
    ],
  };
};

const code = (names: TextIndex, name: string): number => names.codeOf(name, 0, name.length);
