import type { Ratio } from '../kernel/ratio.js';
import type { Conformance, Deviation, PartyShare } from '../lifecycle/conformance.js';
import { heading, list, paragraph, table, type Block, type ReportDocument } from './document.js';
import { count, percent } from './words.js';

/** What people call stages and parties; an id without a name stands for itself. */
export interface ConformanceNames {
  readonly stages?: Readonly<Record<string, string>>;
  readonly parties?: Readonly<Record<string, string>>;
}

/** How many deviations are listed one by one; the rest is summed up. */
const SHOWN = 20;

/**
 * How closely a log follows the agreed life, for people: the share of leads and of steps that do, the most frequent
 * deviations with whose doing they are, and apart from all that what only a tie would decide. The first 20 kinds of deviation are
 * listed, the others counted.
 *
 * @example
 * ```ts
 * import { conformance, createLifecycle, replay, resolve } from 'revpact/lifecycle';
 * import { conformanceDocument, toText } from 'revpact/report';
 * import { sirius2006 } from 'revpact/vocabulary';
 *
 * const by = { party: 'marketing', kind: 'human' } as const;
 * const log = resolve([{ id: 'e1', type: 'inquiry', at: 0, by, leadId: 'a' }]);
 * const document = conformanceDocument(conformance(replay(createLifecycle(sirius2006), log)));
 * document[1] // => { kind: 'paragraph', text: '1 of 1 leads (100.0 %) and 1 of 1 steps (100.0 %) follow the agreed life.' }
 * ```
 */
export const conformanceDocument = (conformance: Conformance, names: ConformanceNames = {}): ReportDocument => {
  const { leads, steps, undecided, deviations, byParty } = conformance;
  const party = (id: string): string => nameIn(names.parties, id);
  return [
    heading(1, 'How closely the agreed life was followed'),
    paragraph(
      steps.denominator === 0 && undecided.steps === 0
        ? 'No lead took a step.'
        : `${shareOf(leads, 'leads')} and ${shareOf(steps, 'steps')} follow the agreed life.`,
    ),
    ...(undecided.steps === 0
      ? []
      : [
          paragraph(
            `${of(undecided.steps, 'step')} more would be against it only in an order that the source does not give: events of one lead at one moment or on one day, there or before it. ` +
              `${undecided.steps === 1 ? 'It is' : 'They are'} in neither share and nobody’s doing.` +
              (undecided.leads === 0
                ? ''
                : ` Left out with ${undecided.steps === 1 ? 'it' : 'them'} ${undecided.leads === 1 ? 'is' : 'are'} ${of(undecided.leads, 'lead')} with nothing else against ${undecided.leads === 1 ? 'it' : 'them'}.`),
          ),
        ]),
    ...mostFrequent(deviations, names),
    ...(byParty.length === 0
      ? []
      : [
          heading(2, 'By party'),
          table(['Party', 'Steps>', 'Leads>'], byParty.map((one) => [party(one.party), count(one.count), count(one.leads)])),
        ]),
  ];
};

const mostFrequent = (deviations: readonly Deviation[], names: ConformanceNames): readonly Block[] => {
  if (deviations.length === 0) return [];
  const rest = deviations.slice(SHOWN);
  const stage = (id: string): string => nameIn(names.stages, id);
  return [
    heading(2, 'Most frequent deviations'),
    table(
      ['From', 'Event', 'To', 'Why', 'Steps>', 'Leads>', 'By'],
      deviations.slice(0, SHOWN).map(({ from, type, to, code, count: times, leads, byParty }) => [
        stage(from),
        words(type),
        to === null ? '' : stage(to),
        words(code.replace(/^lifecycle\./, '')),
        count(times),
        count(leads),
        byParty.map((one) => doing(one, names)).join(', '),
      ]),
    ),
    ...(rest.length === 0 ? [] : [list([`and ${of(rest.length, 'kind')} more, of ${of(rest.reduce((sum, one) => sum + one.count, 0), 'step')} together`])]),
  ];
};

const doing = ({ party, count: times }: PartyShare, names: ConformanceNames): string => `${nameIn(names.parties, party)} ${count(times)}`;

const nameIn = (names: Readonly<Record<string, string>> | undefined, id: string): string =>
  names !== undefined && Object.hasOwn(names, id) ? (names[id] ?? id) : id;

const words = (id: string): string => id.replaceAll('_', ' ');

const of = (number: number, noun: string): string => `${count(number)} ${noun}${number === 1 ? '' : 's'}`;

const shareOf = ({ numerator, denominator }: Ratio, noun: string): string =>
  `${count(numerator)} of ${count(denominator)} ${noun} (${percent(numerator, denominator)})`;
