import type { Issue } from '../../kernel/issue.js';
import type { EventType } from '../../vocabulary/event.js';
import { REJECTION_CLASSES } from '../../vocabulary/events/hand-off.js';
import type { Framework, Requirement, SAYABLE, StageId, Transition } from '../../vocabulary/framework.js';
import { lifecycleIssue } from '../issues.js';
import { requirementKey } from '../requirement.js';

/** Steps that can never be taken: for what they require, or for the step before them. */
export const lintSteps = (framework: Framework): readonly Issue[] => [
  ...framework.transitions.flatMap((step, i) => contradictions(step).map((because) => lifecycleIssue('never_legal', { on: step.on, to: step.to, because }, ['transitions', i]))),
  ...shadowed(framework),
];

type Field = Exclude<(typeof SAYABLE)[number], 'stage'>;

/** Which events say anything in a field (any may name a stage), and the words there are where they are few; null where words are free. */
const SAID: Readonly<Record<Field, Readonly<Partial<Record<EventType, readonly string[] | null>>>>> = {
  class: { rejected: REJECTION_CLASSES },
  reason: { rejected: null, disqualified: null, opportunity_lost: null, meeting_declined: null },
  kind: { score_changed: ['fit', 'engagement'], advocacy: ['reference', 'case_study'] },
  act: { advocacy: ['agreed', 'made', 'used'] },
  outcome: { attempt: null },
  channel: { touch: null, opted_out: null, attempt: null, contact_made: null },
};

/** What a step's requirements say of the same thing, in words that exclude each other. */
const contradictions = ({ on, to, requires = [] }: Transition): readonly string[] => {
  const alone = requires.flatMap((one) => impossibleOn(on, to, one));
  const asks = new Set(requires.map(({ kind }) => kind));
  const opposed = asks.has('contacted') && asks.has('not_contacted') ? ['a lead was contacted or it was not'] : [];
  const together = requires.flatMap((one, i) => requires.slice(i + 1).flatMap((other) => disjoint(one, other)));
  return [...alone, ...opposed, ...together];
};

const impossibleOn = (on: EventType, to: StageId, requirement: Requirement): readonly string[] => {
  switch (requirement.kind) {
    case 'rejection_class':
      return on === 'rejected' ? [] : [`"${on}" gives no class`];
    case 'says': {
      const { field, oneOf } = requirement;
      if (field === 'stage') return oneOf.includes(to) ? [] : [`an event that names ${oneOf.join(', ')} does not enter "${to}"`];
      if (!Object.hasOwn(SAID[field], on)) return [`"${on}" has no ${field}`];
      const words = SAID[field][on] ?? null;
      return words === null || oneOf.some((word) => words.includes(word)) ? [] : [`the ${field} of "${on}" is never ${oneOf.join(', ')}`];
    }
    default:
      return [];
  }
};

/** What a requirement asks a word of, and the words it takes. */
const wordsOf = (requirement: Requirement): { readonly about: string; readonly oneOf: readonly string[] } | null => {
  switch (requirement.kind) {
    case 'party':
      return { about: 'party', oneOf: requirement.oneOf };
    case 'rejection_class':
      return { about: 'class', oneOf: requirement.oneOf };
    case 'says':
      return { about: requirement.field, oneOf: requirement.oneOf };
    case 'fit_tier':
      return { about: 'fit tier', oneOf: requirement.oneOf };
    default:
      return null;
  }
};

const disjoint = (one: Requirement, other: Requirement): readonly string[] => {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a === null || b === null || a.about !== b.about || a.oneOf.some((word) => b.oneOf.includes(word))) return [];
  return [`no ${a.about} is both of ${a.oneOf.join(', ')} and of ${b.oneOf.join(', ')}`];
};

/**
 * An event that names no stage takes the first step whose requirements hold. One that asks for more than a step before it, on
 * the same event from the same stage, is never that step: its requirements choose nothing. Two that ask for the same are told
 * apart by the stage that the event names, which is how frameworks are meant to be written; so is one that asks for that.
 */
const shadowed = ({ transitions }: Framework): readonly Issue[] => {
  const earlier = new Map<string, { readonly to: StageId; readonly keys: ReadonlySet<string> }[]>();
  return transitions.flatMap(({ on, from, to, requires = [] }, i) => {
    const keys = new Set(requires.map(requirementKey));
    const isNamed = requires.some((one) => one.kind === 'says' && one.field === 'stage');
    return from.flatMap((stage, j) => {
      const here = earlier.get(`${on} ${stage}`) ?? [];
      earlier.set(`${on} ${stage}`, here);
      const before = isNamed ? undefined : here.find((one) => one.keys.size < keys.size && [...one.keys].every((key) => keys.has(key)));
      here.push({ to, keys });
      return before === undefined ? [] : [lifecycleIssue('shadowed_step', { on, from: stage, to, by: before.to }, ['transitions', i, 'from', j])];
    });
  });
};
