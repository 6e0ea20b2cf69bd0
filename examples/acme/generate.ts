/**
 * A year of Acme's CRM, invented: `npx tsx examples/acme/generate.ts --out examples/acme/out` writes `events.csv` and
 * `accounts.csv`, and says on stderr what dirt is in them. The same seed gives the same bytes, in whatever zone the machine stands.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { accountsOf } from './generator/accounts.js';
import { csvOf } from './generator/csv.js';
import * as amend from './generator/amend.js';
import * as calling from './generator/calling.js';
import * as dirt from './generator/dirt.js';
import { edited, fromDialer, repeated, rowsOf, tiesOf } from './generator/export.js';
import { wall } from './generator/hours.js';
import { inquiryMoment, lifeOf } from './generator/life.js';
import { missedFirstAttempt } from './generator/promises.js';
import { randomOf } from './generator/random.js';
import { reportOf, type DirtReport } from './generator/report.js';
import { COLUMNS, type Life } from './generator/story.js';
import { truth, type Truth } from './generator/truth.js';
import { unreadableLines } from './generator/unreadable.js';
import { AS_OF, EXPORTED, Q2_2026, START, type Window } from './generator/world.js';

export const DEFAULT_SEED = 'acme-13';
const LEADS = 5000;
const ACCOUNTS = 1800;
const REPEATED = 60;
const EDITED = 12;

/** Inquiries in the hour that clocks showed twice, and around the one they skipped. */
const NIGHT_INQUIRIES = [
  wall('Europe/Berlin', '2025-10-26', '02:20'),
  wall('Europe/Berlin', '2025-10-26', '02:20') + 3_600_000,
  wall('America/New_York', '2025-11-02', '01:40'),
  wall('America/New_York', '2026-03-08', '03:05'),
  wall('Europe/Berlin', '2026-03-29', '01:59'),
];

export interface Generated {
  readonly events: string;
  readonly accounts: string;
  readonly report: DirtReport;
  /** What really happened, for the second opinion. */
  readonly lives: readonly Life[];
  /** What a review of a window ought to find: by default of 2026-Q2, seen from its end. */
  readonly truth: (window?: Window, asOf?: number) => Truth;
}

/** The whole example, from a seed. */
export const generate = (seed: string = DEFAULT_SEED): Generated => {
  const accounts = accountsOf(seed, ACCOUNTS);
  const moments = randomOf(`${seed}/inquiries`);
  const usual = Array.from({ length: LEADS - NIGHT_INQUIRIES.length }, () => inquiryMoment(moments));
  const inquiries = [...NIGHT_INQUIRIES, ...usual].sort((a, b) => a - b);
  const stories = inquiries.map((at, i) => lifeOf(seed, i + 1, at, accounts));
  const lives = stories.map(({ life }) => life);

  const random = randomOf(`${seed}/dirt`);
  const told = calling.putRight(stories.flatMap(({ lines }) => lines).filter(({ at }) => at >= START && at < EXPORTED));
  const pasted = dirt.pasteTexts(random, dirt.forgetPeople(random, dirt.recordLate(random, told)));
  const waived = amend.waive(lives, (delivery) => missedFirstAttempt(delivery, AS_OF));
  const { lines, unnumbered } = fromDialer(random, [
    ...amend.redate(random, lives, pasted.lines),
    ...amend.takeBack(random, lives),
    ...amend.mergeAndErase(lives),
    ...waived,
    ...dirt.nightMail(random, lives),
    ...calling.provide(accounts),
    ...calling.letThrough(accounts, told),
    ...calling.answer(told),
  ]);
  const unreadable = unreadableLines(random, told);
  const rows = rowsOf([...lines, ...unreadable.map(({ line }) => line)], unnumbered);
  const readable = rows.filter(({ cells }) => cells.id?.startsWith('bad-') === false && cells.seq !== '');
  const twice = repeated(random, readable, REPEATED);
  const changed = edited(random, readable, EDITED);
  const all = [...rows, ...twice, ...changed].sort((a, b) => a.recorded - b.recorded);

  return {
    events: csvOf(
      COLUMNS,
      all.map(({ cells }) => cells),
    ),
    accounts: csvOf(
      ['id', 'name', 'owner', 'industry', 'employees', 'country', 'revenue_eur', 'tech'],
      accounts.map(({ revenueEur, tech, id, name, owner, industry, employees, country }) => {
        return { id, name, owner, industry, employees, country, revenue_eur: revenueEur, tech: tech.join('|') };
      }),
    ),
    report: reportOf(lives, lines, all.length, {
      ties: tiesOf(lines).length,
      tiesWithoutSeq: unnumbered.size / 2,
      exactDuplicates: twice.length,
      editedDuplicates: changed.length,
      hostileTexts: pasted.hostile,
      twoLineTexts: pasted.twoLines,
      unreadable: unreadable.map(({ why }) => why),
    }),
    lives,
    truth: (window = Q2_2026, asOf = AS_OF) => truth(lives, window, asOf),
  };
};

const main = (): void => {
  const { values } = parseArgs({
    options: { out: { type: 'string', default: 'examples/acme/out' }, seed: { type: 'string', default: DEFAULT_SEED } },
  });
  const { events, accounts, report } = generate(values.seed);
  mkdirSync(values.out, { recursive: true });
  writeFileSync(join(values.out, 'events.csv'), events);
  writeFileSync(join(values.out, 'accounts.csv'), accounts);
  process.stderr.write(`${JSON.stringify(report, null, 2)}\n`);
};

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) main();
