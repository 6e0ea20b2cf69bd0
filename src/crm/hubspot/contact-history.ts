import { nearest } from '../../kernel/nearest.js';
import type { HubspotAgreement, HubspotStep } from './agreement.js';
import type { Acting } from './actor.js';
import { hubspotIssue } from './issues.js';
import { leaveOut, refuse, text, uniqueNames, type Draft, type Entry } from './ledger.js';
import { whenOf, type Clock, type Moment } from './moment.js';

/** A row of a property's history that can be placed. */
export interface Change {
  readonly entry: Entry;
  readonly record: string;
  readonly property: string;
  /** Null where the property was emptied. */
  readonly value: string | null;
  readonly moment: Moment;
}

/** Rows of a history by record and property, each in order of time; of one moment an emptied value comes first, then the rows as they stand. */
export const changesOf = (rows: readonly Entry[], id: string, clock: Clock): ReadonlyMap<string, ReadonlyMap<string, readonly Change[]>> => {
  const records = new Map<string, Map<string, Change[]>>();
  for (const entry of rows) {
    const [record, property] = [text(entry, id), text(entry, 'name')];
    const moment = clock.need(entry, ['timestamp']);
    if (record === null) refuse(entry, hubspotIssue('hubspot_no_id', { column: id }, [id]));
    if (property === null) refuse(entry, hubspotIssue('hubspot_no_id', { column: 'name' }, ['name']));
    if (record === null || property === null || moment === null) continue;
    const properties = records.get(record) ?? new Map<string, Change[]>();
    records.set(record, properties);
    const changes = properties.get(property) ?? [];
    properties.set(property, changes);
    changes.push({ entry, record, property, value: text(entry, 'value'), moment });
  }
  for (const properties of records.values()) for (const changes of properties.values()) changes.sort(byTime);
  return records;
};

export const byTime = (a: Pick<Change, 'moment' | 'value'>, b: Pick<Change, 'moment' | 'value'>): number =>
  a.moment.at - b.moment.at || Number(a.value !== null) - Number(b.value !== null);

/** A stage that a contact entered. */
export interface StageStep {
  readonly entry: Entry;
  readonly contact: string;
  readonly value: string;
  /** Tells the step apart from all others of the contact. */
  readonly name: string;
  readonly step: HubspotStep;
  /** Whether it is an earlier stage, set after the property was emptied, and the agreement takes that for a recycled lead. */
  readonly back: boolean;
  readonly moment: Moment;
  /** The stage before, where the property was emptied in between: only then is it sure that no other lay between. */
  readonly left: string | null;
}

/**
 * The stages of one contact in order. An emptied value is a reset and no stage: it ends nothing, and what is set next may
 * lie further back. The same value set again, also after a reset, is no new visit.
 */
export const stageSteps = (changes: readonly Change[], stages: HubspotAgreement['stages']): readonly StageStep[] => {
  const steps: StageStep[] = [];
  const names = uniqueNames();
  const entered = new Set<string>();
  let held: string | null = null;
  let stage: string | null = null;
  let emptied = false;
  for (const { entry, record, value, moment } of changes) {
    if (value === null) {
      leaveOut(entry, 'reset');
      emptied = true;
    } else if (value === held) {
      leaveOut(entry, 'same_value');
      emptied = false;
    } else {
      const step = meant(stages.property, stages.values, value, entry);
      if (step === undefined) continue;
      if (step === null) leaveOut(entry, 'value_left_out');
      else steps.push({ entry, contact: record, value, back: emptied && stages.back === 'recycled' && isBack(value, held, entered, stages), name: names(`${String(moment.at)}:${value}`), step, moment, left: emptied ? stage : null });
      entered.add(value);
      held = value;
      stage = step?.stage ?? stage;
      emptied = false;
    }
  }
  return steps;
};

/** Whether a value lies before another: where the contact was before, or earlier in the agreement. */
const isBack = (value: string, held: string | null, entered: ReadonlySet<string>, { values }: HubspotAgreement['stages']): boolean => {
  if (held === null) return false;
  if (entered.has(value)) return true;
  // Ids of one's own stages are numbers, which every object lists first: they say nothing of an order.
  const order = Object.keys(values).filter((one) => !/^\d+$/.test(one));
  return order.includes(value) && order.indexOf(value) < order.indexOf(held);
};

/** What the agreement says of a value; undefined where it says nothing, and the row is refused. */
export const meant = <T>(property: string, values: Readonly<Record<string, T>>, value: string, entry: Entry): T | undefined => {
  if (Object.hasOwn(values, value)) return values[value];
  const received = value.slice(0, 60);
  refuse(entry, hubspotIssue('hubspot_value_not_mapped', { property, received, suggestion: nearest(value, Object.keys(values)) }, [property]));
  return undefined;
};

/** The event of a step that no deal has a part in. */
export const stepDraft = (step: StageStep, acting: Acting, zone: string, extra: Readonly<Record<string, unknown>> = {}): Draft => {
  const { entry, contact, name, step: means, back, moment, left } = step;
  const { type, set } = back && extra['type'] === undefined ? { type: 'recycled', set: {} } : means;
  return {
    subject: `contact/${contact}`,
    input: {
      // Told by another type of event, the fields of this one's are not its.
      ...(extra['type'] === undefined ? set : {}),
      ...whenOf(moment, zone),
      id: `hubspot:contact:${contact}:stage:${name}`,
      seq: 10,
      by: acting(entry, null),
      leadId: contact,
      type,
      ...(means.stage === undefined ? {} : { stage: means.stage }),
      ...(left === null ? {} : { leftStage: left }),
      ...extra,
    },
    attributes: {},
  };
};
