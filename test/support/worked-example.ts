import { columnType, FACT_TABLES, NO_FACTS, sirius2006, type Facts } from 'revpact/vocabulary';
import type { MetricDefinition, MetricOptions } from 'revpact/metrics';
import { at, Q2 } from './metric-facts.js';

/** A row with the columns that matter; a moment may be written as `'05-02'` or `'05-02T10:30'`, of 2026 in UTC. */
type ShownRow<Row> = { readonly [Key in keyof Row]?: Row[Key] | (Extract<Row[Key], number> extends never ? never : string) };

/** Facts as a reader is shown them: what is left out is nothing, or what {@link factsOf} says. */
export type ShownFacts = { readonly [Key in keyof Facts]?: readonly ShownRow<Facts[Key][number]>[] };

/** A standard metric with an example worked by hand. The facts shown are the facts evaluated. */
export interface WorkedExample {
  readonly metric: MetricDefinition;
  /** The definition in words, exact enough to write it in SQL from. */
  readonly formula: string;
  readonly facts: ShownFacts;
  /** 1 July 00:00 where it is left out. */
  readonly asOf?: string;
  /** The second quarter of 2026 in UTC and the waterfall of 2006 where they are left out. */
  readonly options?: Partial<MetricOptions>;
  /** What the result holds, worked by hand: `toMatchObject`. */
  readonly is: object;
  /** Why it comes out so. */
  readonly says?: string;
}

/** Worked examples of one theme, in the order of the page. */
export interface Theme {
  readonly title: string;
  readonly intro: string;
  readonly examples: readonly WorkedExample[];
}

/** Under which conditions an example is evaluated. */
export const optionsOf = ({ asOf, options }: Pick<WorkedExample, 'asOf' | 'options'>): MetricOptions => ({
  framework: sirius2006,
  period: Q2,
  asOf: at(asOf ?? '07-01'),
  ...options,
});

/**
 * Whole rows from the columns shown. What nobody shows is null, false, 0 or nothing; a stay ends where the lead's next one
 * begins, a state of an opportunity where its next one does; deliveries, exits and stays are numbered in the order shown.
 */
export const factsOf = (shown: ShownFacts): Facts => {
  const whole: Record<string, readonly object[]> = { ...NO_FACTS };
  for (const [key, rows] of Object.entries(shown)) {
    const columns = Object.entries(tableOf(key).columns);
    const drafts = rows.map((row: object, i: number): Row => ({
      ...Object.fromEntries(columns.map(([name, type]) => [name, nothing(type)])),
      ...named(columns.map(([name]) => name), key, i),
      ...USUAL[key],
      ...moments(key, row),
    }));
    whole[key] = linked(key, drafts, rows);
  }
  return whole as unknown as Facts;
};

type Row = Record<string, unknown>;

const tableOf = (key: string): { readonly columns: Readonly<Record<string, Parameters<typeof columnType>[0]>> } => {
  const found = Object.entries(FACT_TABLES).find(([name]) => name === key);
  if (found === undefined) throw new Error(`no fact table ${key}`);
  return found[1];
};

const nothing = (written: Parameters<typeof columnType>[0]): unknown => {
  const { type, optional } = columnType(written);
  if (optional) return null;
  return { text: '', integer: 0, boolean: false, text_list: [], json: [] }[type];
};

const named = (columns: readonly string[], key: string, i: number): Row =>
  Object.fromEntries(
    ['leadId', 'event', 'eventId', 'listEvent', 'meetingId', 'opportunityId', 'spendId', 'quotaId']
      .filter((name) => columns.includes(name))
      .map((name) => [name, `${name === 'leadId' ? 'lead' : key}-${String(i + 1)}`]),
  );

const moments = (key: string, row: object): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]: [string, unknown]) => {
      const written = tableOf(key).columns[name];
      if (written === undefined) throw new Error(`${key} has no column ${name}`);
      return [name, columnType(written).type === 'integer' && typeof value === 'string' ? at(value) : value];
    }),
  );

/** What rows of a table usually are, where an example does not say. */
const USUAL: Readonly<Record<string, Row>> = {
  leads: { firstAt: at('01-01'), firstParty: 'marketing' },
  stageVisits: { legal: true, enteredParty: 'marketing' },
  handOffs: { fromParty: 'marketing', toParty: 'sales_development' },
  exits: { exit: 'disqualified', party: 'sales_development', legal: true },
  activities: { kind: 'attempt', channel: 'phone', party: 'sales_development', human: true },
  opportunities: { type: 'new_business' },
  opportunityStates: { type: 'new_business', status: 'open' },
  touches: { kind: 'touch', party: 'marketing' },
  feedback: { kind: 'rejected', party: 'sales_development' },
  advocacy: { kind: 'reference', act: 'made', party: 'customer_success' },
  spend: { currency: 'EUR' },
  clocks: { clause: 'first_response', kind: 'response_time', delivery: 1, cycle: 1, party: 'sales_development', pactVersion: '1', calendar: 'office' },
};

/** Numbers and ends that follow from the rows beside one. */
const linked = (key: string, drafts: readonly Row[], shown: readonly object[]): readonly Row[] =>
  drafts.map((row, i) => {
    const alike = (...columns: readonly string[]) => (one: Row): boolean => columns.every((name) => one[name] === row[name]);
    const nth = (...columns: readonly string[]): number => drafts.slice(0, i + 1).filter(alike(...columns)).length;
    const next = (...columns: readonly string[]): Row | undefined => drafts.slice(i + 1).find(alike(...columns));
    const follows = (): Row => {
      switch (key) {
        case 'stageVisits': {
          const after = next('leadId');
          return {
            visit: nth('leadId'),
            entry: nth('leadId', 'stage'),
            enteredOrder: i,
            enteredEvent: `entered-${String(i + 1)}`,
            leftAt: after?.['enteredAt'] ?? null,
            leftEvent: after === undefined ? null : `left-${String(i + 1)}`,
          };
        }
        case 'handOffs':
          return { delivery: nth('leadId'), deliveredOrder: i, deliveredEvent: `delivered-${String(i + 1)}` };
        case 'exits':
          return { nth: nth('leadId') };
        case 'opportunityStates':
          return { nth: nth('opportunityId'), until: next('opportunityId')?.['from'] ?? null };
        case 'touches':
        case 'scores':
          return { order: i };
        case 'spend':
          return { day: nth('spendId') };
        case 'quotas':
          return { day: nth('quotaId') };
        case 'leads':
          return { firstEvent: `${String(row['leadId'])}-first`, lastAt: row['firstAt'] };
        case 'clocks':
          return { startedEvent: `started-${String(i + 1)}`, stoppedEvent: row['stoppedAt'] === null ? null : `stopped-${String(i + 1)}` };
        default:
          return {};
      }
    };
    const said = shown[i] ?? {};
    return { ...row, ...Object.fromEntries(Object.entries(follows()).filter(([name]) => !Object.hasOwn(said, name))) };
  });
