import type { Issue } from 'revpact/kernel';
import type { TrendLook } from 'revpact/metrics';
import { safeReview, type Review } from 'revpact/pact';
import { findingsCsv, reviewDocument, terminalText, toMarkdown, toText } from 'revpact/report';
import { periodOf } from 'revpact/vocabulary';
import { EXIT } from '../exit.js';
import { complaint, fileIssue, readable, unreadable, type Complaint, type Read } from '../read/complaint.js';
import { readEvidence, type EventFile } from '../read/evidence.js';
import { reasonOf } from '../read/text.js';
import type { World } from '../world.js';
import { argument, left, readMoment, readPacts, zoneOf } from './arguments.js';
import { complaintLines } from './complaint-lines.js';
import { rejectedCsv } from './rejected.js';

export const FORMATS = ['text', 'markdown', 'json', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

/** The states of a clause that may fail a build. */
export const FAIL_ON = ['broken', 'at_risk', 'unproven'] as const;

/** The arguments of `revpact review`, as the command line holds them: none of them checked, any of them left out. */
export interface ReviewArguments {
  readonly pact?: readonly string[];
  readonly events?: readonly string[];
  readonly mapping?: readonly string[];
  readonly accounts?: string;
  readonly spend?: string;
  readonly quotas?: string;
  readonly rates?: string;
  readonly period?: string;
  readonly asOf?: string;
  readonly knownBy?: string;
  /** Over how many periods the scorecard is shown, as typed. */
  readonly trend?: string;
  readonly trendLook?: TrendLook;
  readonly format: Format;
  readonly out?: string;
  /** States, each alone or several by comma. */
  readonly failOn?: readonly string[];
  readonly color: boolean;
}

/** Read, make one call to the library, print. Whatever cannot be used is said in full, and then nothing is made of the rest. */
export const review = async (options: ReviewArguments, world: World): Promise<number> => {
  const made = await reviewOf(options, world);
  if (!made.ok) {
    world.stderr(complaintLines(made.complaints));
    return EXIT.invalid;
  }
  const { review, said } = made.value;
  const text = printed(review, options, world);
  if (options.out !== undefined) {
    const written = await writeAll(world, options.out, review);
    if (!written.ok) {
      world.stderr(complaintLines(written.complaints));
      return EXIT.invalid;
    }
    said.push(`wrote ${written.value.join(', ')}`);
  }
  world.stdout(text);
  const failing = review.findings.filter(({ state }) => failOnOf(options).some((named) => named === state));
  for (const { clause, state } of failing) said.push(`--fail-on: ${clause} is ${state}`);
  world.stderr(said.map((line) => `${terminalText(line)}\n`).join(''));
  return failing.length > 0 ? EXIT.failOn : EXIT.done;
};

interface Made {
  readonly review: Review;
  /** What a person should know besides: for what moment a date was taken, what was written. */
  readonly said: string[];
}

const reviewOf = async (options: ReviewArguments, world: World): Promise<Read<Made>> => {
  const { pact = [], events = [], period = '', asOf: asOfText = '' } = options;
  const files = eventFiles(options);
  const pacts = await readPacts(world, pact);
  // Without a pact the zone is not known, and whether something is a date or a period can be said all the same.
  const zone = pacts.ok ? zoneOf(pacts.value, asOfText) : 'UTC';
  const asOf = options.asOf === undefined ? unreadable() : readMoment('--as-of', asOfText, zone);
  const knownBy = options.knownBy === undefined ? readable(null) : readMoment('--known-by', options.knownBy, zone);
  const { accounts = null, spend = null, quotas = null, rates = null } = options;
  const filters = pacts.ok ? pacts.value.flatMap(({ targetFilter }) => targetFilter ?? []) : [];
  const evidence = await readEvidence(world, files.ok ? files.value : [], { accounts, spend, quotas, rates }, filters);
  const complaints = [
    ...(pact.length === 0 ? [left('--pact', 'a pact file')] : []),
    ...(events.length === 0 ? [left('--events', 'a file of events')] : []),
    ...(options.period === undefined ? [left('--period', PERIOD)] : periodOf(period, { ...ANY_YEAR, zone }) === null ? [argument('--period', `expected ${PERIOD}, found ${JSON.stringify(period)}`)] : []),
    ...(options.asOf === undefined ? [left('--as-of', 'a date or a moment, such as 2026-06-30')] : []),
    ...(options.trend === undefined || /^\d{1,3}$/.test(options.trend) ? [] : [argument('--trend', `expected a number of periods, found ${JSON.stringify(options.trend)}`)]),
    ...(options.trendLook === undefined || options.trend !== undefined ? [] : [left('--trend', 'over how many periods --trend-look looks')]),
    ...failOnOf(options)
      .filter((state) => !FAIL_ON.some((known) => known === state))
      .map((state) => argument('--fail-on', `${JSON.stringify(state)} is none of ${FAIL_ON.join(', ')}`)),
    ...[files, pacts, asOf, knownBy, evidence].flatMap((read) => (read.ok ? [] : read.complaints)),
  ];
  if (complaints.length > 0 || !pacts.ok || !asOf.ok || !knownBy.ok || !evidence.ok) return unreadable(...complaints);

  const made = safeReview(pacts.value, evidence.value, {
    period,
    asOf: asOf.value.at,
    ...(knownBy.value === null ? {} : { knownBy: knownBy.value.at }),
    ...(options.trend === undefined ? {} : { trend: { periods: Number(options.trend), look: options.trendLook ?? 'equally_early' } }),
    ...(world.zoneData === null ? {} : { zoneData: world.zoneData }),
  });
  if (!made.ok) return unreadable(...made.issues.map(inArguments));
  const said = [`as of ${asOf.value.said}`, ...(knownBy.value === null ? [] : [`known by ${knownBy.value.said}`])];
  const shown = made.value.trends[0]?.points.length;
  if (shown !== undefined && shown < Number(options.trend)) said.push(`--trend: ${String(shown)} of ${String(Number(options.trend))} periods lie under the pact`);
  return readable({ review: made.value, said });
};

/** Whether text names a period at all; whether the pact has fiscal years is the review's to say. */
const ANY_YEAR = { weekStart: 1, fiscalYearStart: 1, fiscalYearNamed: 'start' } as const;

const PERIOD = 'a period such as 2026-Q2, 2026-05, 2026-W14, 2026, FY2027-Q2 or 2026-04-01/2026-06-30';

const failOnOf = ({ failOn = [] }: ReviewArguments): readonly string[] => failOn.flatMap((states) => states.split(',').map((state) => state.trim()));

/** Each file with its mapping: none for all, one for all, or one for each in order. */
const eventFiles = ({ events = [], mapping = [] }: ReviewArguments): Read<readonly EventFile[]> => {
  if (mapping.length > 1 && mapping.length !== events.length) {
    const reason = `given ${String(mapping.length)} times for ${String(events.length)} --events; give one for all, or one for each in order ("generic" for the built-in one)`;
    return unreadable(argument('--mapping', reason));
  }
  return readable(
    events.map((file, i) => {
      const named = mapping.length === 1 ? mapping[0] : mapping[i];
      return { file, mapping: named === undefined || named === 'generic' ? null : named };
    }),
  );
};

const OPTIONS: Readonly<Record<string, string>> = { spend: '--spend', quotas: '--quotas', period: '--period', asOf: '--as-of', knownBy: '--known-by', trend: '--trend' };

/** An issue of the review itself: it is the arguments that do not fit together. */
const inArguments = (issue: Issue): Complaint => {
  const option = OPTIONS[String(issue.path[0])];
  return option === undefined ? complaint('--pact', issue) : complaint(option, { ...issue, path: issue.path.slice(1) });
};

const printed = (review: Review, { format, color }: ReviewArguments, world: World): string => {
  switch (format) {
    case 'text':
      return toText(reviewDocument(review), { width: Math.min(400, Math.max(80, world.columns)), color: color && world.color });
    case 'markdown':
      return toMarkdown(reviewDocument(review));
    case 'json':
      return json(review);
    case 'csv':
      return findingsCsv(review);
  }
};

const json = (review: Review): string => `${JSON.stringify(review, null, 2)}\n`;

const writeAll = async (world: World, folder: string, review: Review): Promise<Read<readonly string[]>> => {
  const contents: readonly (readonly [string, string])[] = [
    ['review.md', toMarkdown(reviewDocument(review))],
    ['review.json', json(review)],
    ['findings.csv', findingsCsv(review)],
    ['rejected.csv', rejectedCsv(review.imports)],
  ];
  const paths: string[] = [];
  try {
    await world.files.makeDirectory(folder);
    for (const [name, text] of contents) {
      const path = `${folder.replace(/[/\\]+$/, '')}/${name}`;
      await world.files.write(path, text);
      paths.push(path);
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === undefined) throw error;
    return unreadable(complaint(folder, fileIssue('not_writable', { reason: reasonOf(code) })));
  }
  return readable(paths);
};
