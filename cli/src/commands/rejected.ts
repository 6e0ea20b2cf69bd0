import { formatPath } from 'revpact/kernel';
import type { ImportAccount } from 'revpact/pact';
import { csvText } from 'revpact/report';

/** Every row that could not be read, one line an issue: what to give to whoever keeps the export. */
export const rejectedCsv = (imports: readonly ImportAccount[]): string =>
  csvText([
    ['file', 'line', 'code', 'where', 'reason'],
    ...imports.flatMap(({ source, rejectedRows }) =>
      rejectedRows.flatMap(({ line, issues }) =>
        issues.map((issue) => [source, String(line), issue.code, issue.path.length === 0 ? '' : formatPath(issue.path), issue.message]),
      ),
    ),
  ]);
