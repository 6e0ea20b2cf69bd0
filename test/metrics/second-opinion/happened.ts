import { columnType, FACT_TABLES, type Facts } from 'revpact/vocabulary';
import { FACT_READINGS, type FactKey } from '../../../src/metrics/definition/column.js';

/** The moment with which a row begins: before it there is none. Of a lead there is one, of which nothing has happened. */
const BORN: Readonly<Partial<Record<FactKey, string>>> = {
  stageVisits: 'enteredAt',
  handOffs: 'deliveredAt',
  exits: 'at',
  meetings: 'bookedAt',
  opportunityStates: 'from',
  listEntries: 'listedAt',
  feedback: 'at',
  clocks: 'startedAt',
};
const BY_THEMSELVES: readonly FactKey[] = ['activities', 'conversations', 'touches', 'scores', 'advocacy', 'spend', 'practices', 'provisions', 'leadEvents'];

const changed = (facts: Facts, change: (key: FactKey, row: object) => readonly object[]): Facts => ({
  ...facts,
  ...Object.fromEntries(
    Object.keys(FACT_READINGS)
      .filter((key): key is FactKey => Object.hasOwn(FACT_READINGS, key))
      .map((key) => [key, facts[key].flatMap((row) => change(key, row))]),
  ),
});

const momentOf = (row: object, name: string): number => {
  const found: unknown = Object.entries(row).find(([one]) => one === name)?.[1];
  return typeof found === 'number' ? found : NaN;
};

const bornOf = (key: FactKey): string | undefined => BORN[key] ?? (BY_THEMSELVES.includes(key) ? 'at' : undefined);

/** Facts without rows that have gone on before a moment and begin only after it. */
export const begunFirst = (facts: Facts, asOf: number): Facts =>
  changed(facts, (key, row) => {
    const born = bornOf(key);
    if (born === undefined || !(momentOf(row, born) >= asOf)) return [row];
    const { happened } = FACT_READINGS[key];
    return [...Object.keys(happened), 'startsAt', 'dueAt'].some((name) => momentOf(row, name) < asOf) ? [] : [row];
  });

/** Facts as they would have been made before a moment: nothing in them lies at or after it, but for what was planned. */
export const happenedBefore = (facts: Facts, asOf: number): Facts =>
  changed(facts, (key, row) => {
    const born = bornOf(key);
    if (born !== undefined && momentOf(row, born) >= asOf) return [];
    const unknown = Object.entries(FACT_READINGS[key].happened).flatMap(([name, { tells }]) => (momentOf(row, name) >= asOf ? [name, ...tells] : []));
    const nullable = (name: string): boolean =>
      name === 'firstAt' || Object.entries(FACT_TABLES[key].columns).some(([one, written]) => one === name && columnType(written).optional);
    return [Object.fromEntries(Object.entries(row).map(([name, value]): [string, unknown] => [name, unknown.includes(name) && nullable(name) ? null : value]))];
  });
