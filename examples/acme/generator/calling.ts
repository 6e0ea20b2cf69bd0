import type { Account } from './accounts.js';
import { DAY, isoIn, wall } from './hours.js';
import type { Cells, Line } from './story.js';
import { EXPORTED, Q2_2026 } from './world.js';

/**
 * What both sides said of whom to call: target lists and dossiers for sales development, leave to call accounts that are on no
 * list, and answers to what came back. Nothing of it is drawn by lot, so that everything else stays as it was.
 */

const BERLIN = 'Europe/Berlin';

const note = (id: string, at: number, cells: Cells): Line => ({
  at,
  knownAt: at + 2000,
  zone: BERLIN,
  cells: { id, party: 'marketing', person: 'mk_jonas', kind: 'human', ...cells },
});

/** The first working day of each quarter, when marketing hands over a list. */
const LISTED = ['2025-07-01', '2025-10-01', '2026-01-05', '2026-04-01'];

const WANTED = ['healthcare', 'professional_services', 'education', 'retail', 'software'];

/** Companies whose fields look right: in a region, of a wanted industry, with ten people or more. */
const isWanted = ({ industry, employees, country, outOfRegion }: Account): boolean =>
  !outOfRegion && country !== '' && WANTED.includes(industry) && Number(employees) >= 10;

/** A list leaves out every ninth company that belongs on it, another ninth each quarter. */
const listOf = (accounts: readonly Account[], quarter: number): readonly string[] =>
  accounts.filter(isWanted).flatMap(({ id }, i) => (i % 9 === quarter ? [] : [id]));

/** Lists of the quarters, and dossiers for three in four of their companies two weeks later. */
export const provide = (accounts: readonly Account[]): readonly Line[] =>
  LISTED.flatMap((date, quarter) => {
    const at = wall(BERLIN, date, '09:30');
    const listed = listOf(accounts, quarter);
    const researched = listed.filter((id) => Number(id.slice(1)) % 4 !== 0);
    const provided = (id: string, when: number, item: string, ids: readonly string[]): Line =>
      note(id, when, { type: 'provided', item, to: 'sales_development', count: String(ids.length), account_ids: ids.join('|') });
    return [
      provided(`list-${String(quarter + 1)}`, at, 'target_list', listed),
      provided(`dossiers-${String(quarter + 1)}`, at + 14 * DAY, 'dossiers', researched),
    ];
  });

const WHY = ['Met them at the fair in Munich.', 'Their parent company is a customer.', 'They asked for a price.'];

/**
 * Leave to call companies off the list, granted a day before the call: every twentieth such call of the quarter. Every fifth was
 * granted by sales development to itself, which counts for nothing; the second was ended the next week.
 */
export const letThrough = (accounts: readonly Account[], told: readonly Line[]): readonly Line[] => {
  const listed = new Set(listOf(accounts, LISTED.length - 1));
  const calls = told.filter(
    ({ at, cells }) =>
      at >= Q2_2026.start + 3 * DAY && at < Q2_2026.end && cells.type === 'attempt' && cells.kind === 'human' && cells.party === 'sales_development' &&
      cells.channel === 'phone' && cells.account_id !== undefined && cells.account_id !== '' && !listed.has(cells.account_id),
  );
  const granted = calls.filter((_, i) => i % 20 === 0).map(({ at, cells }, i) => {
    const self = i % 5 === 4 ? { party: 'sales_development', person: 'sdr_ella' } : {};
    const until = isoIn(BERLIN, at + 20 * DAY);
    const why = WHY[i % WHY.length] ?? '';
    return note(`leave-${String(i + 1)}`, at - DAY, { type: 'exception_granted', account_id: cells.account_id ?? '', to: 'sales_development', channel: 'phone', until, why, ...self });
  });
  const [, second] = granted;
  const ended = second === undefined ? [] : [note('leave-2-ends', second.at + 7 * DAY, { type: 'exception_ended', ends: 'leave-2', why: 'They want to be left alone.' })];
  return [...granted, ...ended];
};

/** Marketing answers three in five of what came back, one to four days later. */
export const answer = (told: readonly Line[]): readonly Line[] =>
  told
    .filter(({ cells: { type } }) => type === 'rejected' || type === 'disqualified')
    .flatMap(({ at, cells: { id = '', lead_id: lead = '' } }, i) => {
      const answeredAt = at + (1 + (i % 4)) * DAY + 3_600_000 + i;
      const cells: Cells = { type: 'feedback_answered', lead_id: lead, answers: id, note: i % 3 === 0 ? 'The form asks for it from now on.' : '' };
      return i % 5 < 3 && answeredAt < EXPORTED ? [note(`answer-${id}`, answeredAt, { ...cells, person: 'mk_anna' })] : [];
    });

/** Of every ninth conversation of sales development, the number of people that the record had wrong. */
export const putRight = (told: readonly Line[]): readonly Line[] => {
  let talks = 0;
  return told.map((line) => {
    const { type, party, account_id: account = '' } = line.cells;
    if (type !== 'contact_made' || party !== 'sales_development' || account === '') return line;
    talks += 1;
    return talks % 9 === 0 ? { ...line, cells: { ...line.cells, corrected: `account.employees=${String(10 + (talks % 400))}` } } : line;
  });
};
