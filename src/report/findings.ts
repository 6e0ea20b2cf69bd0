import { toIso, type Instant } from '../kernel/instant.js';
import type { Review } from '../pact/review.js';
import { csvText } from './escape.js';
import { linkerOf } from './links.js';

const COLUMNS = [
  'pact',
  'pact_version',
  'period',
  'as_of',
  'clause',
  'kind',
  'promise',
  'owed_by',
  'owed_to',
  'finding',
  'kept',
  'judged',
  'agreed',
  'lead_id',
  'delivery',
  'record_state',
  'person',
  'started_at',
  'due_at',
  'stopped_at',
  'margin_ms',
  'because',
  'link',
] as const;

/**
 * Every finding with every record behind it as CSV (RFC 4180, UTC moments): one row a record, with its link into the CRM;
 * a clause without records has one row with the record's columns empty. Cells cannot run as formulas.
 */
export const findingsCsv = (review: Review): string => {
  const link = linkerOf(review);
  const moment = (at: Instant | null): string => (at === null ? '' : toIso(at));
  const rows = review.findings.flatMap((finding) => {
    const head = [
      review.pact.id,
      finding.pactVersion,
      finding.period,
      toIso(finding.asOf),
      finding.clause,
      finding.kind,
      finding.title,
      finding.by,
      finding.to,
      finding.state,
      String(finding.numerator),
      String(finding.denominator),
      `${String(finding.agreed.numerator)}/${String(finding.agreed.denominator)}`,
    ];
    if (finding.evidence.length === 0) return [[...head, ...COLUMNS.slice(head.length).map(() => '')]];
    return finding.evidence.map((one) => [
      ...head,
      one.leadId ?? '',
      one.delivery === null ? '' : String(one.delivery),
      one.state,
      one.person ?? '',
      toIso(one.startedAt),
      moment(one.dueAt),
      moment(one.stoppedAt),
      one.marginMs === null ? '' : String(one.marginMs),
      one.because ?? '',
      one.leadId === null ? '' : (link('lead', one.leadId).href ?? ''),
    ]);
  });
  return csvText([COLUMNS, ...rows]);
};
