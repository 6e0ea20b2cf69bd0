import { buildTargetList, type TargetList } from 'revpact/icp';
import { inputIssue } from 'revpact/kernel';
import type { ImportAccount, Pact } from 'revpact/pact';
import { targetListCsv, targetListDocument, terminalText, toMarkdown, toText } from 'revpact/report';
import type { Account } from 'revpact/vocabulary';
import { EXIT } from '../exit.js';
import { complaint, readable, unreadable, type Read } from '../read/complaint.js';
import { readAccounts } from '../read/evidence.js';
import { readPact } from '../read/pact.js';
import type { World } from '../world.js';
import { argument, left, readMoment } from './arguments.js';
import { complaintLines } from './complaint-lines.js';
import type { Format } from './review.js';

/** The arguments of `revpact target`, as the command line holds them: none of them checked, any of them left out. */
export interface TargetArguments {
  readonly pact?: string;
  readonly accounts?: string;
  readonly asOf?: string;
  /** How many accounts can be worked, as typed. */
  readonly capacity?: string;
  /** How many accounts a page names, as typed. */
  readonly rows?: string;
  readonly format: Format;
  readonly color: boolean;
}

interface Made {
  readonly pact: Pact;
  readonly list: TargetList;
  readonly accounts: readonly Account[];
  readonly said: readonly string[];
}

/** Score accounts by the pact's target filter, and print whom to call and whom not, each with the reasons. */
export const target = async (options: TargetArguments, world: World): Promise<number> => {
  const made = await targetOf(options, world);
  if (!made.ok) {
    world.stderr(complaintLines(made.complaints));
    return EXIT.invalid;
  }
  world.stdout(printed(made.value, options, world));
  world.stderr(made.value.said.map((line) => `${terminalText(line)}\n`).join(''));
  return EXIT.done;
};

const targetOf = async (options: TargetArguments, world: World): Promise<Read<Made>> => {
  const pact = options.pact === undefined ? unreadable(left('--pact', 'a pact file')) : await readPact(world, options.pact);
  const filter = pact.ok ? pact.value.pact.targetFilter : undefined;
  const accounts = options.accounts === undefined ? unreadable(left('--accounts', 'a file of accounts')) : await readAccounts(world, options.accounts, filter === undefined ? [] : [filter]);
  const asOf = options.asOf === undefined ? unreadable(left('--as-of', 'a date or a moment, such as 2026-06-30')) : readMoment('--as-of', options.asOf, pact.ok ? pact.value.pact.zone : 'UTC');
  const numbers = [['--capacity', options.capacity], ['--rows', options.rows]] as const;
  const complaints = [
    ...[pact, accounts, asOf].flatMap((read) => (read.ok ? [] : read.complaints)),
    ...(pact.ok && filter === undefined ? [complaint(options.pact ?? '', inputIssue('missing', { expected: 'a target filter, which this pact has none of' }, ['targetFilter']))] : []),
    ...numbers.flatMap(([name, typed]) => (typed === undefined || /^\d{1,9}$/.test(typed) ? [] : [argument(name, `expected a number of accounts, found ${JSON.stringify(typed)}`)])),
  ];
  if (complaints.length > 0 || !pact.ok || !accounts.ok || !asOf.ok || filter === undefined) return unreadable(...complaints);

  const { account } = accounts.value;
  const list = buildTargetList(accounts.value.accounts, filter, {
    asOf: asOf.value.at,
    ...(options.capacity === undefined ? {} : { capacity: Number(options.capacity) }),
  });
  return readable({
    pact: pact.value.pact,
    list,
    accounts: accounts.value.accounts,
    said: [
      `as of ${asOf.value.said}`,
      ...rejectedLines(account),
    ],
  });
};

/** How many rejected rows are named before the rest is counted. */
const NAMED = 20;

const rejectedLines = ({ source, read, rejected, rejectedRows }: ImportAccount): readonly string[] =>
  rejected === 0
    ? []
    : [
        `${String(rejected)} of ${String(read)} rows of ${source} were rejected`,
        ...rejectedRows.slice(0, NAMED).map(({ line, issues }) => `${source}:${String(line)}: ${issues.map(({ code, message }) => `${code}: ${message}`).join('; ')}`),
        ...(rejected > NAMED ? [`and ${String(rejected - NAMED)} more`] : []),
      ];

const printed = ({ pact, list, accounts }: Made, { format, color, rows }: TargetArguments, world: World): string => {
  const { targetFilter: filter, zone } = pact;
  if (format === 'json') return `${JSON.stringify(list, null, 2)}\n`;
  if (format === 'csv' || filter === undefined) return targetListCsv(list);
  const names = new Map(accounts.flatMap(({ id, name }) => (name === undefined ? [] : [[id, name] as const])));
  const document = targetListDocument(list, filter, { zone, names, ...(rows === undefined ? {} : { shown: Number(rows) }) });
  return format === 'markdown' ? toMarkdown(document) : toText(document, { width: Math.min(400, Math.max(80, world.columns)), color: color && world.color });
};
