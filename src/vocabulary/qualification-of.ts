import type { Instant } from '../kernel/instant.js';
import type { Issue } from '../kernel/issue.js';
import { nearest } from '../kernel/nearest.js';
import type { Event, QualificationRecordedEvent } from './event.js';
import type { Actor } from './events/base.js';
import { vocabularyIssue } from './issues.js';
import type { QualificationFramework } from './qualification.js';

/** One answer to a field's question, as it was recorded. */
export interface QualificationAnswer {
  /** Null where an earlier answer was taken back. */
  readonly value: string | null;
  readonly evidence: string;
  readonly at: Instant;
  readonly by: Actor;
  /** The event's id. */
  readonly event: string;
}

/** Where one field stands. */
export interface QualificationField {
  readonly id: string;
  readonly term: string;
  readonly question: string;
  /** The answer that holds; null where there is none, or the last one was taken back. */
  readonly value: string | null;
  /** How the answer that holds is known, and by whom: its latest record. */
  readonly evidence: string | null;
  readonly by: Actor | null;
  readonly event: string | null;
  /** Since when that answer has held without another in between. Said again, it holds since it was first said. */
  readonly since: Instant | null;
  /** It was known once and is not now. */
  readonly regressed: boolean;
  /** Every answer, oldest first. */
  readonly history: readonly QualificationAnswer[];
}

/** How far one lead is qualified by one framework. */
export interface Qualification {
  readonly framework: string;
  readonly leadId: string;
  readonly asOf: Instant;
  /** Fields that are known. */
  readonly numerator: number;
  /** Fields that there are. */
  readonly denominator: number;
  readonly complete: boolean;
  /** Fields that are not known, by id, in the framework's order. */
  readonly missing: readonly string[];
  /** Those of them that were known once. */
  readonly regressed: readonly string[];
  readonly fields: readonly QualificationField[];
  readonly issues: readonly Issue[];
}

/**
 * What is known of a lead by a qualification framework, as of a moment, from its `qualification_recorded` events.
 *
 * Read are events of this lead and this framework that happened before `asOf`, in the order `(at, seq)`; an event without
 * `seq` follows those with one, and where both are alike the row decides. Other events are passed over, so that a whole
 * log may be handed in; corrections, merges and duplicates are applied by `resolve` beforehand. A field may regress: a
 * value of null takes the answer back, whatever was known.
 *
 * Issues, each with the row of its event: `vocabulary.unknown_field` (the answer is left out), `vocabulary.tied_answers`
 * (only the row decided which of two different answers holds).
 *
 * @example
 * ```ts
 * import { bant, qualificationOf, safeParseEvents } from 'revpact/vocabulary';
 *
 * const said = { type: 'qualification_recorded', leadId: 'l1', framework: 'bant', by: { party: 'sales_development', kind: 'human' } };
 * const log = safeParseEvents([
 *   { ...said, id: 'e1', at: '2026-05-04T09:00:00Z', field: 'budget', value: '40,000 EUR', evidence: 'call of 4 May' },
 *   { ...said, id: 'e2', at: '2026-05-04T09:00:00Z', field: 'need', value: 'missed appointments', evidence: 'call of 4 May' },
 *   { ...said, id: 'e3', at: '2026-05-11T09:00:00Z', field: 'budget', value: null, evidence: 'mail of 11 May: frozen' },
 * ]);
 * const events = log.ok ? log.value : [];
 *
 * const then = qualificationOf(bant, events, { leadId: 'l1', asOf: Date.parse('2026-05-11T00:00:00Z') });
 * [then.numerator, then.denominator, then.missing] // => [2, 4, ['authority', 'timing']]
 * const now = qualificationOf(bant, events, { leadId: 'l1', asOf: Date.parse('2026-06-01T00:00:00Z') });
 * [now.numerator, now.denominator, now.regressed] // => [1, 4, ['budget']]
 * ```
 */
export const qualificationOf = (
  framework: QualificationFramework,
  events: readonly Event[],
  { leadId, asOf }: { readonly leadId: string; readonly asOf: Instant },
): Qualification => {
  const issues: Issue[] = [];
  const histories = new Map(framework.fields.map(({ id }): [string, Recorded[]] => [id, []]));
  for (const recorded of recordedOf(events, framework.id, leadId, asOf)) {
    const { event, row } = recorded;
    const history = histories.get(event.field);
    if (history === undefined) {
      issues.push(unknownField(framework, event.field, row));
      continue;
    }
    const before = history.at(-1);
    if (before !== undefined && compare(before, recorded) === 0 && before.event.value !== event.value) {
      issues.push(vocabularyIssue('tied_answers', { framework: framework.id, field: event.field, first: before.event.value, second: event.value }, [row]));
    }
    history.push(recorded);
  }
  const fields = framework.fields.map((field) => ({ ...field, ...standing((histories.get(field.id) ?? []).map(({ event }) => answerOf(event))) }));
  const missing = fields.filter(({ value }) => value === null);
  return {
    framework: framework.id,
    leadId,
    asOf,
    numerator: fields.length - missing.length,
    denominator: fields.length,
    complete: missing.length === 0,
    missing: missing.map(({ id }) => id),
    regressed: missing.filter(({ regressed }) => regressed).map(({ id }) => id),
    fields,
    issues,
  };
};

interface Recorded {
  readonly row: number;
  readonly event: QualificationRecordedEvent;
}

const recordedOf = (events: readonly Event[], framework: string, leadId: string, asOf: Instant): readonly Recorded[] =>
  events
    .flatMap((event, row): Recorded[] =>
      event.type === 'qualification_recorded' && event.leadId === leadId && event.framework === framework && event.at < asOf ? [{ row, event }] : [],
    )
    .sort((a, b) => compare(a, b) || a.row - b.row);

/** The total order of a log before rows break ties. */
const compare = (a: Recorded, b: Recorded): number => a.event.at - b.event.at || seqOf(a) - seqOf(b);

const seqOf = ({ event: { seq } }: Recorded): number => seq ?? Number.MAX_SAFE_INTEGER;

const unknownField = (framework: QualificationFramework, field: string, row: number): Issue =>
  vocabularyIssue('unknown_field', { framework: framework.id, field, suggestion: nearest(field, framework.fields.map(({ id }) => id)) }, [row]);

const answerOf = ({ value, evidence, at, by, id }: QualificationRecordedEvent): QualificationAnswer => ({ value, evidence, at, by, event: id });

const standing = (history: readonly QualificationAnswer[]): Omit<QualificationField, 'id' | 'term' | 'question'> => {
  const last = history.at(-1);
  if (last === undefined || last.value === null) {
    const regressed = history.some(({ value }) => value !== null);
    return { value: null, evidence: null, by: null, event: null, since: null, regressed, history };
  }
  let since = last.at;
  for (const { value, at } of [...history].reverse()) {
    if (value !== last.value) break;
    since = at;
  }
  return { value: last.value, evidence: last.evidence, by: last.by, event: last.event, since, regressed: false, history };
};
