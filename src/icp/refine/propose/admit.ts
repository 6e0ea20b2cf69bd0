import type { AgreedAttribute } from '../../filter/attribute.js';
import type { TargetFilter } from '../../filter/filter.js';
import type { Feature, OutcomeTable } from '../data/outcome-table.js';
import { asKnown, takeFeatures } from '../data/subset.js';
import { named, type Alarm } from './alarm.js';

/** An attribute that may be learned from though nobody has agreed that it is known before, and why. */
export interface Trusted {
  readonly attribute: string;
  readonly about?: 'contact';
  readonly why: string;
}

/** How it is known that an attribute is known before the hand-over: by each value's date, by agreement, or by the caller's word. */
export type Proof = 'dated' | 'agreed' | 'trusted';

/** Why an attribute does not enter. `unaskable`: it has a value too long to be asked for. */
export type Refusal = 'forbidden' | 'not_agreed' | 'known_after' | 'no_known_before_date' | 'unaskable';

/** What is decided about one attribute before anything is learned. */
export interface Admission {
  readonly attribute: string;
  readonly about: 'account' | 'contact';
  readonly title: string | null;
  /** As the dictionary says; null where it does not speak of it. */
  readonly type: AgreedAttribute['type'] | null;
  /** Null where it does not enter. */
  readonly proof: Proof | null;
  readonly refused: Refusal | null;
  /** Why it may never count, or why it is trusted. */
  readonly why: string | null;
  /** Values left out because they were recorded after their hand-over, or nobody knows when. */
  readonly late: number;
  readonly undated: number;
}

/** What may be learned from. */
export interface Admitted {
  /** All attributes that are not forbidden, without the values that were recorded after their hand-over. */
  readonly known: OutcomeTable;
  /** Those that a filter can ask at the hand-over: not those known only after it, or it would be tested on what it cannot know. */
  readonly asked: OutcomeTable;
  /** Those that enter. */
  readonly table: OutcomeTable;
  /** In the order of the table handed in. */
  readonly admissions: readonly Admission[];
  readonly alarms: readonly Alarm[];
}

const UNASKED: readonly (Refusal | null)[] = ['forbidden', 'known_after'];
/** The longest value that a condition may ask for. */
const LONGEST_WORD = 1000;

/**
 * Decide which attributes may be learned from. What is forbidden, or stands in no dictionary where there is one, never enters;
 * nor does what is known only after. An attribute of which nobody has said that it is known before enters with those values
 * whose dates show it, or where the caller trusts it. Values recorded after their hand-over never enter.
 */
export const admit = (table: OutcomeTable, filter: TargetFilter, trust: readonly Trusted[]): Admitted => {
  const { table: all, late } = asKnown(table);
  const lateOf = (feature: Feature): number => late.find(({ name, about }) => name === feature.name && about === feature.about)?.rows ?? 0;
  const decided = new Map(all.features.map((feature) => [feature, admissionOf(feature, filter, trust, lateOf(feature))]));
  const entering = takeFeatures(all, (feature) => (decided.get(feature)?.proof ?? null) !== null);
  return {
    known: takeFeatures(all, (feature) => decided.get(feature)?.refused !== 'forbidden'),
    asked: takeFeatures(all, (feature) => !UNASKED.includes(decided.get(feature)?.refused ?? null)),
    table: {
      ...entering,
      features: entering.features.map((feature) => ((decided.get(feature)?.undated ?? 0) > 0 ? withoutUndated(feature) : feature)),
    },
    admissions: [...decided.values()],
    alarms: [...decided.values()].flatMap(alarmsOf),
  };
};

const agreedOn = ({ name, about }: Feature, { attributes }: TargetFilter): AgreedAttribute | undefined =>
  attributes?.find((one) => one.name === name && (one.about ?? 'account') === about);

/** Whether an attribute may never count. */
export const isForbidden = (feature: Feature, filter: TargetFilter): boolean => agreedOn(feature, filter)?.forbidden !== undefined;

const admissionOf = (feature: Feature, filter: TargetFilter, trust: readonly Trusted[], late: number): Admission => {
  const agreed = agreedOn(feature, filter);
  const trusted = trust.find(({ attribute, about = 'account' }) => attribute === feature.name && about === feature.about);
  // Where both sides keep a dictionary, `before` is theirs to say; `after` anybody may.
  const before = filter.attributes === undefined ? feature.known : agreed?.known;
  const known = feature.known === 'after' || agreed?.known === 'after' ? 'after' : before;
  const about = { attribute: feature.name, about: feature.about, title: agreed?.title ?? null, type: agreed?.type ?? null, late };
  const refuse = (refused: Refusal, why: string | null, undated = 0): Admission => ({ ...about, proof: null, refused, why, undated });
  const enter = (proof: Proof, why: string | null, undated = 0): Admission => ({ ...about, proof, refused: null, why, undated });

  if (agreed?.forbidden !== undefined) return refuse('forbidden', agreed.forbidden);
  if (filter.attributes !== undefined && agreed === undefined) return refuse('not_agreed', null);
  if (known === 'after') return refuse('known_after', null);
  if (feature.column.kind === 'text' && feature.column.words.some((word) => word.length > LONGEST_WORD)) return refuse('unaskable', null);
  const values = presentRows(feature);
  const undated = values.filter((row) => Number.isNaN(feature.knownAt?.[row] ?? NaN)).length;
  if (undated === 0 && values.length > 0) return enter('dated', null);
  if (known === 'before') return enter('agreed', null);
  if (trusted !== undefined) return enter('trusted', trusted.why);
  return undated === values.length ? refuse('no_known_before_date', null, undated) : enter('dated', null, undated);
};

const presentRows = ({ column }: Feature): readonly number[] => {
  const rows: number[] = [];
  if (column.kind === 'number') column.values.forEach((value, row) => !Number.isNaN(value) && rows.push(row));
  else column.codes.forEach((code, row) => code >= 0 && rows.push(row));
  return rows;
};

/** The values whose date is known; the others become missing. */
const withoutUndated = (feature: Feature): Feature => {
  const { column, knownAt } = feature;
  const dated = (row: number): boolean => !Number.isNaN(knownAt?.[row] ?? NaN);
  return {
    ...feature,
    column:
      column.kind === 'number'
        ? { kind: 'number', values: column.values.map((value, row) => (dated(row) ? value : NaN)) }
        : { ...column, codes: column.codes.map((code, row) => (dated(row) ? code : -1)) },
  };
};

const alarmsOf = (admission: Admission): readonly Alarm[] => {
  const { attribute, about, refused, proof, late, undated } = admission;
  const base = { attribute, about, entered: proof !== null, blocks: false, iv: null, auc: null };
  const name = named(admission);
  return [
    ...(refused === 'known_after'
      ? [{ ...base, code: 'known_after', rows: null, message: `${name} is known only after the hand-over: no points may rest on it` } as const]
      : []),
    ...(undated > 0 || refused === 'no_known_before_date'
      ? [
          {
            ...base,
            code: 'no_known_before_date',
            rows: undated,
            message:
              proof === null
                ? `nobody has said that ${name} is known before the hand-over, and no date shows it: nothing is learned from it`
                : `nobody has said that ${name} is known before the hand-over: its ${String(undated)} values without a date count as missing`,
          } as const,
        ]
      : []),
    ...(late > 0
      ? [
          {
            ...base,
            code: 'recorded_after',
            rows: late,
            message: `${String(late)} values of ${name} were recorded after the hand-over and count as missing`,
          } as const,
        ]
      : []),
  ];
};
