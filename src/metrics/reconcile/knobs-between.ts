import { canonicalJson } from '../../kernel/canonical.js';
import { byText } from '../../kernel/group.js';
import { formatLocal } from '../../kernel/zone.js';
import type { FactBasis, MilestoneBasis, RowsBasis } from '../definition/basis.js';
import type { Filter } from '../definition/filter.js';
import type { FormulaBasis, FormulaInput } from '../definition/formula.js';
import type { Basis, MetricDefinition } from '../definition/metric.js';
import type { MetricOptions } from '../engine/candidate.js';
import { filterWords } from './filter-words.js';
import { alike, joined, knob, type Knob } from './knob.js';
import { redefined, type Report } from './report.js';
import {
  countedWords,
  datedWords,
  maturityWords,
  measureWords,
  periodWords,
  pickWords,
  ratesWords,
  reachedWords,
  targetWords,
  windowWords,
} from './setting-words.js';

/** Every setting in which `b` differs from `a`, in a fixed order. Words, dimensions and places after the point change no number. */
export const knobsBetween = (a: Report, b: Report): readonly Knob[] => [
  ...definitionKnobs(a.definition, b.definition),
  ...optionKnobs(a, b),
  ...(a.data === b.data ? [] : [dataKnob(a, b)]),
];

const dataKnob = (a: Report, b: Report): Knob => ({
  id: 'facts',
  cause: 'data',
  says: `facts: ${a.label}'s → ${b.label}'s`,
  set: (report) => ({ ...report, data: b.data }),
});

/** What makes the number of a definition, or of an input of a formula. */
type Meaning = Pick<MetricDefinition, 'unit' | 'measure' | 'basis'>;

const definitionKnobs = (a: Meaning, b: Meaning): readonly Knob[] => {
  const [was, is] = [a.basis, b.basis];
  if (was.kind === 'milestone' && is.kind === 'milestone')
    return [...measureKnob(a, b), ...milestoneKnobs(was, is), ...filterKnobs(was, is)];
  if (was.kind === 'rows' && is.kind === 'rows' && was.table === is.table)
    return [...measureKnob(a, b), ...rowKnobs(was, is), ...filterKnobs(was, is)];
  if (was.kind === 'formula' && is.kind === 'formula' && alike(Object.keys(was.inputs).sort(), Object.keys(is.inputs).sort()))
    return [...measureKnob(a, b), ...inputKnobs(was.inputs, is.inputs)];
  return knob('what is counted', 'definition', [meaningOf(a), meaningOf(b)], (report) => withMeaning(report, b), countedWords);
};

const withMeaning = (report: Report, { unit, measure, basis }: Meaning): Report => redefined(report, { unit, measure, basis });

/** What a definition says about the number: no words about it. */
const meaningOf = ({ measure, basis }: Meaning): Pick<Meaning, 'measure' | 'basis'> => ({ measure: exact(measure), basis });

/** A measure without how its quotient is written. */
const exact = <M extends Meaning['measure']>(measure: M): M => ({
  ...measure,
  ...('digits' in measure ? { digits: 0, rounding: 'half-even' } : {}),
});

const measureKnob = (a: Meaning, b: Meaning): readonly Knob[] =>
  knob(
    'measure',
    'definition',
    [exact(a.measure), exact(b.measure)],
    (report) => redefined(report, { measure: b.measure }),
    measureWords,
  );

/** One part of a basis as the other side has it. */
const part =
  <B extends Basis>(change: (basis: B) => Partial<B>) =>
  (report: Report): Report => {
    // Knobs of one kind of basis are turned on reports of that kind alone.
    const basis = report.definition.basis as B;
    return redefined(report, { basis: { ...basis, ...change(basis) } });
  };

const milestoneKnobs = (a: MilestoneBasis, b: MilestoneBasis): readonly Knob[] => [
  ...knob(
    'unit',
    'definition',
    [a.of, b.of],
    part<MilestoneBasis>(() => ({ of: b.of })),
  ),
  ...knob(
    'base',
    'definition',
    [a.base.milestone, b.base.milestone],
    part<MilestoneBasis>(({ base }) => ({ base: { ...base, milestone: b.base.milestone } })),
  ),
  ...knob(
    'pick',
    'definition',
    [a.base.pick, b.base.pick],
    part<MilestoneBasis>(({ base }) => ({ base: { ...base, pick: b.base.pick } })),
  ),
  ...knob(
    'target',
    'definition',
    [a.target, b.target],
    part<MilestoneBasis>(() => ({ target: b.target })),
    targetWords,
  ),
  ...knob(
    'order',
    'definition',
    [a.order, b.order],
    part<MilestoneBasis>(() => ({ order: b.order })),
  ),
  ...knob(
    'tie',
    'definition',
    [a.tie, b.tie],
    part<MilestoneBasis>(() => ({ tie: b.tie })),
  ),
  ...knob(
    'window',
    'definition',
    [a.window, b.window],
    part<MilestoneBasis>(() => ({ window: b.window })),
    windowWords,
  ),
  ...knob(
    'cohort',
    'timing',
    [a.cohort, b.cohort],
    part<MilestoneBasis>(() => ({ cohort: b.cohort })),
  ),
  ...knob(
    'maturity',
    'timing',
    [a.maturity, b.maturity],
    part<MilestoneBasis>(() => ({ maturity: b.maturity })),
    maturityWords,
  ),
];

const rowKnobs = (a: RowsBasis, b: RowsBasis): readonly Knob[] => [
  ...knob(
    'date',
    'timing',
    [dated(a), dated(b)],
    part<RowsBasis>(() => ({ date: b.date, ahead: b.ahead, standing: b.standing })),
    datedWords,
  ),
  ...knob(
    'pick',
    'definition',
    [a.pick, b.pick],
    part<RowsBasis>(() => ({ pick: b.pick })),
    pickWords,
  ),
  ...knob(
    'target',
    'definition',
    [reached(a), reached(b)],
    part<RowsBasis>(() => ({ target: b.target, settled: b.settled })),
    reachedWords,
  ),
  ...knob(
    'maturity',
    'timing',
    [a.maturity, b.maturity],
    part<RowsBasis>(() => ({ maturity: b.maturity })),
    maturityWords,
  ),
];

const dated = ({ date, ahead, standing }: RowsBasis): Pick<RowsBasis, 'date' | 'ahead' | 'standing'> => ({ date, ahead, standing });
const reached = ({ target, settled }: RowsBasis): Pick<RowsBasis, 'target' | 'settled'> => ({ target, settled });

type Inputs = FormulaBasis['inputs'];

/** Settings of the inputs of a formula; what differs alike in several of them is one setting. */
const inputKnobs = (a: Inputs, b: Inputs): readonly Knob[] => {
  const found = new Map<string, { readonly knobs: Knob[]; readonly names: string[] }>();
  for (const [name, was] of Object.entries(a)) {
    const is = b[name];
    if (is === undefined) continue;
    const shift = knob('shift', 'timing', [was.shift, is.shift], (report) => withInput(report, name, { shift: is.shift }));
    for (const one of [...definitionKnobs(was, is).map((inner) => inside(name, inner)), ...shift]) {
      const same = found.get(one.says) ?? { knobs: [], names: [] };
      found.set(one.says, same);
      same.knobs.push(one);
      same.names.push(name);
    }
  }
  return [...found].map(([says, { knobs, names }]) => {
    const of = names.length === Object.keys(a).length && names.length > 1 ? 'all inputs' : names.join(' and ');
    return { ...joined(`${knobs[0]?.id ?? ''} of ${of}`, knobs), says: `${says} in ${of}` };
  });
};

/** A setting of one input of a formula, turned as that of a metric of its own. */
const inside = (name: string, { id, cause, says, set }: Knob): Knob => ({
  id,
  cause,
  says,
  set: (report) => {
    const input = report.definition.basis.kind === 'formula' ? report.definition.basis.inputs[name] : undefined;
    if (input === undefined) return report;
    const { unit, measure, basis } = set(withMeaning(report, input)).definition;
    return measure.kind === 'formula' || basis.kind === 'formula' ? report : withInput(report, name, { unit, measure, basis });
  },
});

const withInput = (report: Report, name: string, change: Partial<FormulaInput>): Report => {
  const { basis } = report.definition;
  const input = basis.kind === 'formula' ? basis.inputs[name] : undefined;
  if (basis.kind !== 'formula' || input === undefined) return report;
  const inputs = { ...basis.inputs, [name]: { ...input, ...change } };
  return redefined(report, { basis: { kind: 'formula', inputs } });
};

/** A condition that only one side has is a knob of its own; what both have, whatever its place and however often, is none. */
const filterKnobs = (a: FactBasis, b: FactBasis): readonly Knob[] => {
  const knobs = [
    ...less(a.where, b.where).map((filter) => filterKnob(filter, 'left out', (where) => less(where, [filter]))),
    ...less(b.where, a.where).map((filter) => filterKnob(filter, 'asked for', (where) => [...where, filter])),
  ];
  // In one order whichever side is looked at first, and each once.
  return [...new Map(knobs.map((one) => [one.id, one])).values()].sort((one, other) => byText(one.id, other.id));
};

const filterKnob = (filter: Filter, how: string, change: (where: readonly Filter[]) => readonly Filter[]): Knob => ({
  id: `where ${canonicalJson(filter)}`,
  cause: 'population',
  says: `"${filterWords(filter)}" ${how}`,
  set: part<FactBasis>(({ where }) => ({ where: change(where) })),
});

const less = (where: readonly Filter[], without: readonly Filter[]): readonly Filter[] =>
  where.filter((one) => !without.some((other) => alike(one, other)));

const optionKnobs = (a: Report, b: Report): readonly Knob[] => {
  const [was, is] = [a.options, b.options];
  const moment = (at: number | null): string => (at === null ? 'none' : formatLocal(was.period.zone, at));
  const calledAlike = was.period.label === is.period.label && was.period.zone === is.period.zone;
  const cut = typeof a.data === 'function' || typeof b.data === 'function';
  return [
    ...knob(
      'framework',
      'definition',
      [was.framework, is.framework],
      option((framework) => ({ framework })),
      (framework) =>
        was.framework.id === is.framework.id ? `${framework.id} of ${framework === is.framework ? b.label : a.label}` : framework.id,
    ),
    ...knob(
      'rates',
      'definition',
      [was.rates ?? [], is.rates ?? []],
      option((rates) => ({ rates })),
      ratesWords,
    ),
    ...knob(
      'parameters',
      'definition',
      [was.parameters ?? {}, is.parameters ?? {}],
      option((parameters) => ({ parameters })),
    ),
    ...knob(
      'period',
      'timing',
      [was.period, is.period],
      option((period) => ({ period })),
      periodWords(calledAlike),
    ),
    ...knob(
      'asOf',
      'timing',
      [was.asOf, is.asOf],
      option((asOf) => ({ asOf })),
      moment,
    ),
    // Facts that are made already know what they know: there the cut is part of the data.
    ...(cut
      ? knob(
          'knownBy',
          'timing',
          [was.knownBy ?? null, is.knownBy ?? null],
          option((knownBy) => ({ knownBy })),
          moment,
        )
      : []),
  ];
};

const option =
  <T>(change: (value: T) => Partial<MetricOptions>) =>
  (report: Report, value: T): Report => ({ ...report, options: { ...report.options, ...change(value) } });
