import type { StepFacts } from 'revpact/lifecycle';
import type { Requirement } from 'revpact/vocabulary';

type Facts = Required<StepFacts>;

/** Facts under which nothing that a requirement could ask for is there. */
export const NOTHING: Facts = {
  party: 'nobody',
  human: false,
  rejectionClass: null,
  delivered: false,
  receiver: 'somebody else',
  attemptsSinceDelivery: 1,
  attemptsSinceAcceptance: 0,
  at: 1_000_000_000_000,
  attemptsAt: [],
  contacted: false,
  fitTier: null,
  fields: {},
  recorded: null,
  qualification: {},
  says: { type: 'qualified' },
};

const DAY = 86_400_000;

/** Real facts for one thing that a requirement asks about: some that meet it, some that do not, some at the border. */
const worlds = (requirement: Requirement): readonly ((facts: Facts) => Facts)[] => {
  switch (requirement.kind) {
    case 'party':
      return ['nobody', ...requirement.oneOf].map((party) => (facts) => ({ ...facts, party }));
    case 'human':
      return [true, false].map((human) => (facts) => ({ ...facts, human }));
    case 'delivered':
      return [true, false].map((delivered) => (facts) => ({ ...facts, delivered }));
    case 'by_receiver':
      return [null, 'somebody else', 'nobody', 'marketing', 'sales_development', 'sales'].map((receiver) => (facts) => ({ ...facts, receiver }));
    case 'not_attempted_since_delivery':
      return [0, 1].map((attemptsSinceDelivery) => (facts) => ({ ...facts, attemptsSinceDelivery }));
    case 'attempted_since_acceptance':
      return [0, requirement.atLeast - 1, requirement.atLeast].map((attemptsSinceAcceptance) => (facts) => ({ ...facts, attemptsSinceAcceptance }));
    case 'attempted_within': {
      const long = requirement.days * DAY;
      const times = (n: number, ago: number) => (facts: Facts) => ({ ...facts, attemptsAt: Array<number>(n).fill(facts.at - ago) });
      return [times(0, 0), times(requirement.atLeast - 1, 0), times(requirement.atLeast, long), times(requirement.atLeast, long - 1)];
    }
    case 'contacted':
    case 'not_contacted':
      return [true, false].map((contacted) => (facts) => ({ ...facts, contacted }));
    case 'rejection_class':
      return [null, ...requirement.oneOf].map((rejectionClass) => (facts) => ({ ...facts, rejectionClass }));
    case 'says':
      return [undefined, 'something else', ...requirement.oneOf].map((said) => (facts) => ({
        ...facts,
        says: said === undefined ? facts.says : { ...facts.says, [requirement.field]: said },
      }));
    case 'fields':
      return [(facts) => facts, (facts) => ({ ...facts, fields: { ...facts.fields, ...known(requirement.allOf) } }), (facts) => ({ ...facts, fields: { ...facts.fields, ...known(requirement.allOf.slice(1)) } })];
    case 'fit_tier':
      return [null, 'another', ...requirement.oneOf].map((fitTier) => (facts) => ({ ...facts, fitTier }));
    case 'qualification': {
      const names = requirement.allOf.map((field) => `${requirement.framework}.${field}`);
      return [(facts) => facts, (facts) => ({ ...facts, qualification: { ...facts.qualification, ...known(names) } }), (facts) => ({ ...facts, qualification: { ...facts.qualification, ...known(names.slice(1)) } })];
    }
  }
};

const known = (names: readonly string[]): Readonly<Record<string, true>> => Object.fromEntries(names.map((name) => [name, true as const]));

/** What each requirement says, written a second time. */
export const met = (requirement: Requirement, facts: Facts): boolean => {
  switch (requirement.kind) {
    case 'party':
      return requirement.oneOf.some((one) => one === facts.party);
    case 'human':
      return facts.human;
    case 'delivered':
      return facts.delivered;
    case 'by_receiver':
      return [facts.receiver].includes(facts.party);
    case 'not_attempted_since_delivery':
      return facts.attemptsSinceDelivery < 1;
    case 'attempted_since_acceptance':
      return !(facts.attemptsSinceAcceptance < requirement.atLeast);
    case 'attempted_within': {
      const recent = facts.attemptsAt.filter((at) => (facts.at - at) / DAY < requirement.days && at <= facts.at);
      return recent.length >= requirement.atLeast;
    }
    case 'contacted':
      return facts.contacted;
    case 'not_contacted':
      return !facts.contacted;
    case 'rejection_class':
      return requirement.oneOf.some((one) => one === facts.rejectionClass);
    case 'says':
      return requirement.oneOf.some((one) => one === facts.says[requirement.field]);
    case 'fields':
      return !requirement.allOf.some((name) => {
        const own = facts.recorded?.[name];
        return own === undefined ? !(name in facts.fields) : own === '' || own === null;
      });
    case 'fit_tier':
      return requirement.oneOf.some((one) => one === facts.fitTier);
    case 'qualification':
      return !requirement.allOf.some((field) => !(`${requirement.framework}.${field}` in facts.qualification));
  }
};

/** Every combination of answers to some requirements that real facts can give, each with facts that give it. */
export const factsFor = (requirements: readonly Requirement[]): ReadonlyMap<number, Facts> => {
  const answers = (facts: Facts): number => requirements.reduce((bits, one, bit) => (met(one, facts) ? bits | (1 << bit) : bits), 0);
  let found = new Map<number, Facts>([[answers(NOTHING), NOTHING]]);
  for (const requirement of requirements) {
    const next = new Map(found);
    for (const facts of found.values()) {
      for (const world of worlds(requirement)) {
        const changed = world(facts);
        next.set(answers(changed), changed);
      }
    }
    found = next;
  }
  return found;
};
