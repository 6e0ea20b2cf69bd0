import { formatPath } from '../../kernel/issue.js';
import type { CountedOn } from '../../pact/counted-on.js';
import type { Review } from '../../pact/review.js';
import { heading, list, paragraph, table, type Block } from '../document.js';
import { count } from '../words.js';

/** What the review was made from: files, rows, events, and the rows that could not be read. */
export const sourcesSection = ({ imports, log, notices, calendars, zoneData }: Review, most: number): readonly Block[] => {
  const rejected = imports.flatMap(({ source, rejectedRows }) => rejectedRows.map((row) => ({ source, ...row })));
  return [
    heading(2, 'What this was made from'),
    ...(imports.length === 0
      ? []
      : [
          table(
            ['File', 'Rows read>', 'Accepted>', 'Rejected>', 'Ignored by rule>'],
            imports.map((one) => [one.source, count(one.read), count(one.accepted), one.rejected === 0 ? '0' : { text: count(one.rejected), tone: 'warn' }, count(one.ignored)]),
          ),
        ]),
    list([
      `Events: ${count(log.read)} read = ${count(log.kept)} counted + ${count(log.duplicates)} duplicates + ${count(log.cut)} after the moment of judgement + ${count(log.voided)} taken back + ${count(log.directives)} corrections, merges and erasures.`,
      ...(log.conflicts === 0 ? [] : [`${count(log.conflicts)} of the duplicates had other content; the first row counts.`]),
      ...(calendars.length === 0 ? [] : [`Working hours: ${calendars.map(calendarInWords).join('; ')}${zoneData === null ? '' : `; time-zone data ${zoneData}`}.`]),
      ...(notices.length === 0 ? [] : [`${count(notices.length)} notes on the log, such as: ${notices[0]?.message ?? ''}.`]),
    ]),
    ...(rejected.length === 0
      ? []
      : [
          heading(3, 'Rows that could not be read'),
          table(
            ['File', 'Line>', 'Where', 'Why'],
            rejected.slice(0, most * 2).flatMap(({ source, line, issues }) => issues.map((issue) => [source, String(line), formatPath(issue.path), issue.message])),
          ),
          ...(rejected.length > most * 2 ? [paragraph(`… and ${count(rejected.length - most * 2)} more rows, each in the review as JSON.`)] : []),
        ]),
  ];
};

const calendarInWords = ({ calendar, pactVersion, digest }: CountedOn): string => `"${calendar}" of version ${pactVersion} (${digest.slice(0, 12)}…)`;
