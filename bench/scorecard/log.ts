import { EVENT_TYPES, type DealColumns, type EventType, type LogColumns, type LogDetails } from 'revpact/vocabulary';
import { framework } from '../replay/framework.js';
import { dice } from '../dice.js';

const MINUTE = 60_000;
/** 2025-01-01, and a year of minutes in which leads begin. */
export const FIRST = 1_735_689_600_000;
const YEAR = 525_600;
/** Some time after the last lead began. */
export const AS_OF = FIRST + 2 * YEAR * MINUTE;

export const PARTIES = ['marketing', 'sales_development', 'sales'] as const;
export const SOURCES = ['web', 'fair', 'partner', 'search', 'mail'] as const;
export const CURRENCIES = ['EUR', 'USD'] as const;
export const STAGES: readonly string[] = framework.stages.map(({ id }) => id);

/** A log as arrays alone, so that it can be kept in a file. Dictionaries are the constants above. */
export interface Arrays {
  readonly lead: Uint32Array;
  readonly type: Uint8Array;
  readonly at: Float64Array;
  readonly party: Uint16Array;
  readonly human: Uint8Array;
  readonly to: Uint16Array;
  readonly rejectionClass: Uint8Array;
  readonly stage: Uint16Array;
  readonly source: Uint32Array;
  readonly holder: Uint32Array;
  readonly dealRow: Uint32Array;
  readonly deal: Uint32Array;
  readonly amount: Float64Array;
  readonly currency: Uint32Array;
  /** One number each: how many leads and deals there are. */
  readonly counts: Uint32Array;
}

/**
 * Leads of some five events each, in order of time, leads mixed, as an event table has them: inquiries, touches,
 * qualifications, hand-offs with their answers, attempts, deals with amounts, exits, some brought back. Every stage that is
 * entered is recorded.
 */
export const logArrays = (size: number): Arrays => {
  const roll = dice(20_251_122);
  const made = {
    lead: new Uint32Array(size),
    type: new Uint8Array(size),
    minute: new Uint32Array(size),
    party: new Uint16Array(size),
    human: new Uint8Array(size),
    to: new Uint16Array(size),
    rejectionClass: new Uint8Array(size),
    stage: new Uint16Array(size),
    source: new Uint32Array(size),
    holder: new Uint32Array(size),
    deal: new Uint32Array(size),
    amount: new Float64Array(size).fill(NaN),
    currency: new Uint32Array(size),
  };
  let [row, lead, deals] = [0, -1, 0];
  let minute = 0;
  const add = (type: EventType, party: number, into: string | null, waits: number): number => {
    minute += 1 + Math.floor(-Math.log(1 - roll()) * waits);
    const own = row;
    if (own >= size) return size;
    made.lead[own] = lead;
    made.type[own] = EVENT_TYPES.indexOf(type);
    made.minute[own] = minute;
    made.party[own] = party;
    made.human[own] = party === 0 ? 0 : 1;
    made.stage[own] = into === null ? 0 : STAGES.indexOf(into) + 1;
    row += 1;
    return own;
  };
  const qualifiedLife = (): string | null => {
    add('qualified', 0, 'mql', 4_000);
    const handed = add('handed_off', 0, null, 30);
    made.to[handed] = 2;
    made.holder[handed] = 1 + Math.floor(roll() * 200);
    const answer = roll();
    if (answer < 0.1) return null;
    if (answer < 0.2) {
      made.rejectionClass[add('rejected', 1, 'rejected', 600)] = 1 + Math.floor(roll() * 3);
      return 'rejected';
    }
    add('accepted', 1, 'sal', 300);
    for (let i = Math.floor(roll() * 4); i > 0; i -= 1) add('attempt', 1, null, 200);
    if (roll() < 0.5) {
      add('attempt', 1, null, 300);
      add('disqualified', 1, 'disqualified', 2_000);
      return 'disqualified';
    }
    const deal = deals;
    deals += 1;
    const opened = add('opportunity_opened', 2, 'sql', 9_000);
    const end = roll();
    const closed = end < 0.35 ? add('opportunity_won', 2, 'won', 60_000) : end < 0.8 ? add('opportunity_lost', 2, 'lost', 50_000) : size;
    for (const own of [opened, closed]) {
      made.deal[own] = deal + 1;
      if (roll() < 0.1 || own === closed) continue;
      made.amount[own] = 100_000 + Math.floor(roll() * 10_000_000);
      made.currency[own] = roll() < 0.8 ? 1 : 2;
    }
    return closed < size && end >= 0.35 ? 'lost' : null;
  };
  while (row < size) {
    lead += 1;
    minute = Math.floor(roll() * YEAR);
    const first = add('inquiry', 0, 'inquiry', 0);
    made.source[first] = 1 + Math.floor(roll() * SOURCES.length);
    for (let i = Math.floor(roll() * 3); i > 0; i -= 1) add('touch', 0, null, 5_000);
    if (roll() < 0.45) continue;
    if (qualifiedLife() === null || roll() > 0.25) continue;
    add('recycled', 0, 'recycled', 40_000);
    qualifiedLife();
  }
  return inTime(made, lead + 1, deals);
};

/** Rows by minute, those of a minute as they were made: a counting sort. */
const inTime = ({ minute, deal, amount, currency, ...made }: Made, leads: number, deals: number): Arrays => {
  const size = minute.length;
  const latest = minute.reduce((a, b) => Math.max(a, b), 0);
  const next = new Uint32Array(latest + 2);
  for (const one of minute) next[one + 1] = (next[one + 1] ?? 0) + 1;
  for (let i = 1; i < next.length; i += 1) next[i] = (next[i] ?? 0) + (next[i - 1] ?? 0);
  const from = new Uint32Array(size);
  minute.forEach((one, row) => {
    const place = next[one] ?? 0;
    from[place] = row;
    next[one] = place + 1;
  });
  const moved = <Column extends Uint8Array | Uint16Array | Uint32Array>(column: Column): Column => {
    const copy = column.slice() as Column;
    for (let place = 0; place < size; place += 1) copy[place] = column[from[place] ?? 0] ?? 0;
    return copy;
  };
  const rows = Uint32Array.from(from.keys()).filter((place) => deal[from[place] ?? 0] !== 0);
  const own = rows.map((place) => from[place] ?? 0);
  return {
    // Leads are numbered as they first appear.
    lead: renumbered(moved(made.lead), leads),
    type: moved(made.type),
    at: Float64Array.from(from, (row) => FIRST + (minute[row] ?? 0) * MINUTE),
    party: moved(made.party),
    human: moved(made.human),
    to: moved(made.to),
    rejectionClass: moved(made.rejectionClass),
    stage: moved(made.stage),
    source: moved(made.source),
    holder: moved(made.holder),
    dealRow: rows,
    deal: renumbered(own.map((row) => (deal[row] ?? 0) - 1), deals),
    amount: Float64Array.from(own, (row) => amount[row] ?? NaN),
    currency: own.map((row) => currency[row] ?? 0),
    counts: Uint32Array.of(leads, deals),
  };
};

interface Made {
  readonly lead: Uint32Array;
  readonly type: Uint8Array;
  readonly minute: Uint32Array;
  readonly party: Uint16Array;
  readonly human: Uint8Array;
  readonly to: Uint16Array;
  readonly rejectionClass: Uint8Array;
  readonly stage: Uint16Array;
  readonly source: Uint32Array;
  readonly holder: Uint32Array;
  readonly deal: Uint32Array;
  readonly amount: Float64Array;
  readonly currency: Uint32Array;
}

const renumbered = (codes: Uint32Array, count: number): Uint32Array => {
  const numbers = new Int32Array(count).fill(-1);
  let next = 0;
  return codes.map((code) => {
    if (numbers[code] === -1) {
      numbers[code] = next;
      next += 1;
    }
    return numbers[code] ?? 0;
  });
};

const ids = (letter: string, count: number): readonly string[] => Array.from({ length: count }, (_, i) => `${letter}${String(i)}`);

/** The same as the library takes it. */
export const logOf = (arrays: Arrays): { readonly log: LogColumns; readonly details: LogDetails } => {
  const { lead, type, at, party, human, to, rejectionClass, stage, source, holder, dealRow, deal, amount, currency, counts } = arrays;
  const [leads = 0, deals = 0] = counts;
  const rows = lead.length;
  const none = new Float64Array(dealRow.length).fill(NaN);
  const unsaid = { words: [], code: new Uint32Array(dealRow.length) };
  const dealColumns: DealColumns = {
    row: dealRow,
    opportunities: ids('o', deals),
    opportunity: deal,
    type: new Uint8Array(dealRow.length),
    amountMinor: amount,
    currency: { words: CURRENCIES, code: currency },
    annualMinor: none,
    annualCurrency: unsaid,
    termMonths: none,
    probability: none,
    forecast: new Uint8Array(dealRow.length),
    expectedClose: none,
  };
  return {
    log: {
      rows,
      leads: ids('l', leads),
      lead,
      type,
      at,
      seq: new Float64Array(rows).fill(NaN),
      parties: PARTIES,
      party,
      human,
      to,
      rejectionClass,
      stages: STAGES,
      stage,
      leftStage: new Uint16Array(rows),
    },
    details: {
      source: { words: SOURCES, code: source },
      holder: { person: { words: ids('p', 200), code: holder }, party: { words: [], code: new Uint32Array(rows) } },
      deals: dealColumns,
    },
  };
};
