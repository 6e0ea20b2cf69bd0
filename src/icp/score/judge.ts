import { instantOf, type Instant } from '../../kernel/instant.js';
import type { ProfileValue } from '../../vocabulary/words.js';
import type { Condition } from '../filter/condition.js';
import type { Criterion } from '../filter/criterion.js';
import { walk } from '../filter/walk.js';
import { askedFor, type Asked } from './asked.js';
import { NO_BAND, numberBands } from './number-bands.js';
import { questionOf } from './question.js';
import { numberWriter } from './recall.js';
import { attributeReader, type Attribute, type Subject } from './subject.js';
import { wordsFor } from './words.js';

/** What one criterion did to the score. */
export interface ScoreReason {
  readonly criterion: string;
  /** 0 for must-haves and disqualifiers. */
  readonly points: number;
  /** Whether the answer was yes; null where it is not known. */
  readonly holds: boolean | null;
  readonly why: string;
}

/** A criterion made ready to be asked of many accounts. */
export interface Judge {
  readonly criterion: Criterion;
  /** The most points it can give. */
  readonly most: number;
  readonly judge: (subject: Subject) => ScoreReason;
  /** The same from the value of the one attribute that it asks; null where it asks otherwise. */
  readonly ofValue: ((value: ProfileValue | undefined) => ScoreReason) | null;
  /** The attributes that alone decide it; null where contacts are counted. */
  readonly asks: readonly Attribute[] | null;
  /** What can come of it: the points of each of its conditions, in their order and what is asked for them in words. */
  readonly outcomes: readonly { readonly points: number; readonly asks: string }[];
}

/** The criteria in force at a moment, ready to be asked. */
export const judgesOf = (criteria: readonly Criterion[], asOf: Instant): readonly Judge[] =>
  criteria.filter((criterion) => inForce(criterion, asOf)).map(judgeOf);

const inForce = ({ from, until }: Criterion, asOf: Instant): boolean =>
  (from === undefined || instantOf(from) <= asOf) && (until === undefined || asOf < instantOf(until));

const judgeOf = (criterion: Criterion): Judge => {
  const conditions = bandsOf(criterion);
  const bands = conditions.map(({ when, points }) => ({ asked: askedFor(when), points }));
  const asks = attributesOf(conditions.map(({ when }) => when));
  const [attribute] = asks ?? [];
  const ofValue = attribute === undefined ? null : judgingValue(criterion.id, conditions);
  const read = attribute === undefined ? null : attributeReader(attribute);
  return {
    criterion,
    most: mostOf(criterion),
    judge: ofValue === null || read === null ? judging(criterion.id, bands) : (subject) => ofValue(read(subject)),
    ofValue,
    asks,
    outcomes: bands.map(({ asked, points }) => ({ points, asks: asked.asks })),
  };
};

interface Band {
  readonly asked: Asked;
  readonly points: number;
}

/** The first condition that holds gives its points. Where none does and one may, nobody knows. */
const judging =
  (criterion: string, bands: readonly Band[]) =>
  (subject: Subject): ScoreReason => {
    let open: Asked | null = null;
    let last: Asked | null = null;
    for (const { asked, points } of bands) {
      const answer = asked.answer(subject);
      if (answer === 1) return { criterion, points, holds: true, why: asked.why(subject, 1) };
      if (answer === -1) open ??= asked;
      last = asked;
    }
    if (open !== null) return { criterion, points: 0, holds: null, why: open.why(subject, -1) };
    const none = last?.why(subject, 0) ?? '';
    return { criterion, points: 0, holds: false, why: bands.length === 1 ? none : NO_BAND + none };
  };

/** The same where every condition asks one value: it is read once. Null where they do not. */
const judgingValue = (criterion: string, bands: readonly Conditional[]): ((value: ProfileValue | undefined) => ScoreReason) | null => {
  const written = numberWriter();
  const asked = bands.flatMap(({ when, points }) =>
    'attribute' in when
      ? [{ points, ask: questionOf(when), words: wordsFor(when, written), attribute: when.attribute, about: when.about }]
      : [],
  );
  const [first] = asked;
  if (first === undefined || asked.length < bands.length) return null;
  if (asked.some(({ attribute, about }) => attribute !== first.attribute || about !== first.about)) return null;
  const ranges = bands.flatMap(({ when, points }) => (when.is === 'range' ? [{ when, points }] : []));
  const ofNumber = ranges.length === bands.length ? numberBands(criterion, ranges, written) : null;
  const last = asked.at(-1) ?? first;
  return (value) => {
    if (ofNumber !== null && typeof value === 'number' && Number.isFinite(value)) return ofNumber(value);
    let open: typeof first | null = null;
    for (const band of asked) {
      const answer = band.ask(value);
      if (answer === 1) return { criterion, points: band.points, holds: true, why: band.words(value, 1) };
      if (answer === -1) open ??= band;
    }
    if (open !== null) return { criterion, points: 0, holds: null, why: open.words(value, -1) };
    const none = last.words(value, 0);
    return { criterion, points: 0, holds: false, why: asked.length === 1 ? none : NO_BAND + none };
  };
};

const attributesOf = (conditions: readonly Condition[]): readonly Attribute[] | null => {
  const asked = new Map<string, Attribute>();
  for (const { condition } of conditions.flatMap((when) => walk(when, []))) {
    if (condition.is === 'contacts') return null;
    if ('attribute' in condition) asked.set(JSON.stringify([condition.attribute, condition.about]), condition);
  }
  return [...asked.values()];
};

/** What is asked, and what it gives. */
interface Conditional {
  readonly when: Condition;
  readonly points: number;
}

/** What a criterion asks, one condition after another, and what each gives. */
const bandsOf = (criterion: Criterion): readonly Conditional[] => {
  switch (criterion.role) {
    case 'must_have':
    case 'disqualifier':
      return [{ when: criterion.when, points: 0 }];
    case 'weighted':
      return [criterion];
    case 'banded':
      return criterion.bands;
  }
};

/** The most points a criterion can give. */
export const mostOf = (criterion: Criterion): number => bandsOf(criterion).reduce((most, { points }) => Math.max(most, points), 0);
