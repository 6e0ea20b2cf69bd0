import { columnsOfAccounts, scoreColumns, scorer, type Score } from 'revpact/icp';
import { main, type Benchmark, type Case } from '../harness.js';
import { accounts, type ToldAccount } from './accounts.js';
import { handWritten } from './anchors/hand-written.js';
import { byJsonLogic } from './anchors/json-logic.js';
import { byJsonRulesEngine } from './anchors/json-rules-engine.js';
import { oneSpelling } from './anchors/one-spelling.js';
import { FILTER } from './filter.js';
import { bytesOfScored, nothingScored, type Scored } from './result.js';

const asOf = Date.UTC(2026, 0, 1);

let made: readonly ToldAccount[] = [];
const first = (rows: number, size: number): readonly ToldAccount[] => {
  if (made.length !== size) made = accounts(size);
  return rows === size ? made : made.slice(0, rows);
};

const all: Case['items'] = (size) => size;
/** Slow peers get the beginning. */
const few = (most: number): Case['items'] => (size) => Math.min(size, most);

const scoring = <Input>(name: string, items: Case['items'], ready: (given: readonly ToldAccount[]) => Input, run: (input: Input) => Scored | Promise<Scored>): Case => ({
  name,
  items,
  prepare: (size) => {
    const input = ready(first(items(size), size));
    return async () => {
      const scored = await run(input);
      return () => bytesOfScored(scored);
    };
  },
});

const columns = scoring(
  'scoreColumns',
  all,
  (given) => columnsOfAccounts(given, FILTER),
  (input) => {
    const scored = scoreColumns(FILTER, input, { asOf });
    if (!scored.ok) throw new Error(scored.issues[0]?.message);
    return scored.value;
  },
);

const itself = (given: readonly ToldAccount[]): readonly ToldAccount[] => given;

/** Every reason of every account is read, words and all. */
const lettersOf = ({ reasons }: Score): number => {
  let letters = 0;
  for (const { why } of reasons) letters += why.length;
  return letters;
};

const TIERS: ReadonlyMap<string | null, number> = new Map(FILTER.tiers.map(({ id }, place) => [id, place]));

const objects = scoring('scorer, with reasons', all, itself, (given) => {
  const scored = nothingScored(given.length);
  const scoreOf = scorer(FILTER, asOf);
  given.forEach((account, row) => {
    const score = scoreOf(account);
    if (lettersOf(score) === 0) throw new Error('a score without reasons');
    scored.points[row] = score.points;
    scored.max[row] = score.max;
    scored.tier[row] = TIERS.get(score.tier) ?? -1;
    scored.fits[row] = score.fits === true ? 1 : 0;
  });
  return scored;
});

/**
 * Peers write into arrays that were made beforehand, untimed: megabytes made anew in every round would have the collector
 * walk the million objects in whoever's turn comes next.
 */
const peer = (name: string, items: Case['items'], run: (accounts: readonly ToldAccount[], scored: Scored) => Scored | Promise<Scored>): Case =>
  scoring(
    name,
    items,
    (given) => ({ given, scored: nothingScored(given.length) }),
    ({ given, scored }) => run(given, scored),
  );

const byHand = peer('hand-written', all, handWritten);
const jsonLogic = peer('json-logic-js', few(20_000), byJsonLogic);

const benchmark: Benchmark = {
  name: 'score',
  size: 1_000_000,
  quickSize: 200_000,
  files: () => undefined,
  cases: [],
  comparisons: [],
  // What each goal rests on is in bench/README.md.
  parts: [
    {
      cases: [columns, byHand, peer('hand-written, one spelling', all, oneSpelling), jsonLogic, peer('json-rules-engine', few(300), byJsonRulesEngine)],
      comparisons: [
        { case: 'scoreColumns', anchor: 'hand-written', goal: 3 },
        { case: 'scoreColumns', anchor: 'hand-written, one spelling', goal: 2, timeOnly: true },
        { case: 'scoreColumns', anchor: 'json-logic-js', goal: 100 },
        { case: 'scoreColumns', anchor: 'json-rules-engine', goal: 1500 },
      ],
    },
    {
      cases: [objects, byHand, jsonLogic],
      comparisons: [
        { case: 'scorer, with reasons', anchor: 'hand-written', goal: 0.1 },
        { case: 'scorer, with reasons', anchor: 'json-logic-js', goal: 6 },
      ],
    },
  ],
};

main(benchmark, process.argv.slice(2));
