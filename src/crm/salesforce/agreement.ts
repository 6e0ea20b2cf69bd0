import * as z from 'zod';
import type { Issue, Path } from '../../kernel/issue.js';
import { nearest } from '../../kernel/nearest.js';
import { okUnless, type Result } from '../../kernel/result.js';
import { readWith, schema } from '../../kernel/schema.js';
import { ZoneId } from '../../kernel/zone.js';
import { Channel } from '../../vocabulary/activity.js';
import type { Framework } from '../../vocabulary/framework.js';
import { Currency } from '../../vocabulary/money.js';
import { OpportunityType } from '../../vocabulary/opportunity.js';
import { ForeignId, Id, Words } from '../../vocabulary/words.js';
import { crmIssue } from '../issues.js';
import { Condition, Header } from '../mapping/source.js';
import { LeadStatus, said } from './lead-status.js';
import { salesforceIssue } from './issues.js';
import { TaskRule } from './task-rule.js';

/** The tables that are read, by their API names. */
export const SALESFORCE_TABLES = [
  'User',
  'UserRole',
  'Lead',
  'LeadHistory',
  'Opportunity',
  'OpportunityContactRole',
  'OpportunityHistory',
  'OpportunityFieldHistory',
  'Task',
  'Event',
] as const;
/** One of {@link SALESFORCE_TABLES}. */
export type SalesforceTable = (typeof SALESFORCE_TABLES)[number];

const salesforceAgreementShape = /* @__PURE__ */ schema(() => {
  const conditions = z.array(Condition).min(1).max(50).readonly();
  const table = z.enum(SALESFORCE_TABLES);
  /** The export may lack the columns: what does not ask for deleted rows has no IsDeleted. */
  const optional = z.literal(true).exactOptional();
  /** What has no date of its own: left out with a notice, or dated by the record's LastModifiedDate, by which it was so at the latest. */
  const undated = z.enum(['leave_out', 'last_modified']);
  return z.strictObject({
    id: Id,
    title: Words.exactOptional(),
    /** In which dates without a time lie. */
    zone: ZoneId,
    /** In which date-times without an offset are written: UTC in the copies that loaders make. */
    wallTimes: ZoneId,
    currency: z.union([Currency, z.strictObject({ column: Header })]),
    /** Who is which party: first by the id of the user or queue (or by the name that a history row gives), then by role id or name. */
    parties: z.strictObject({
      owners: z.record(ForeignId, Id).exactOptional(),
      roles: z.record(z.string().min(1).max(200), Id).exactOptional(),
      otherwise: Id,
    }),
    /** Whose doing is a machine's: these users', always; these rows', whoever they are logged under. */
    automation: z.strictObject({
      users: z.array(ForeignId).max(1000).readonly(),
      rows: z.array(z.strictObject({ table, when: conditions, optional })).max(100).readonly(),
    }),
    lead: z
      .strictObject({
        statuses: z.record(z.string().min(1).max(200), LeadStatus),
        /** What a new lead has unless a row says otherwise. */
        initialStatus: z.string().min(1).max(200),
        /** What a converted lead has, where the lead itself is not in the export. */
        convertedStatus: z.string().min(1).max(200),
        undatedStatus: undated,
        /** An owner of another party is a delivery where one of these says so, else an assignment. */
        handOffs: z
          .array(z.strictObject({ from: Id.exactOptional(), to: Id, handOff: Id.exactOptional(), stage: Id.exactOptional() }))
          .max(100)
          .readonly(),
        /** Check boxes that mean "do not contact", and the column with their date where there is one. */
        optOuts: z.array(z.strictObject({ column: Header, channel: Channel.exactOptional(), date: Header.exactOptional() })).max(20).readonly(),
        /** Fields whose tracked changes are scores. */
        scores: z.array(z.strictObject({ column: Header, kind: z.enum(['fit', 'engagement']) })).max(20).readonly().exactOptional(),
      })
      .exactOptional(),
    opportunity: z
      .strictObject({
        stages: z.record(z.string().min(1).max(200), z.strictObject({ is: z.enum(['open', 'won', 'lost']), stage: Id.exactOptional() })),
        types: z.record(z.string().min(1).max(200), OpportunityType).exactOptional(),
        lossReason: said(Id).exactOptional(),
        undatedStage: undated,
        /** An opportunity of no known lead: a life of its own as lead `opportunity:<id>`, or left out. */
        withoutLead: z.enum(['own_lead', 'ignore']),
      })
      .exactOptional(),
    task: z
      .strictObject({
        /** The first of these that is filled says when it was done. */
        at: z.array(Header).min(1).max(10).readonly(),
        /** What holds of a task that was done; others are left out. */
        done: conditions,
        rules: z.array(TaskRule).min(1).max(100).readonly(),
      })
      .exactOptional(),
    meeting: z
      .strictObject({
        /** Which events are meetings with a lead; others are left out. All, where there is none. */
        when: conditions.exactOptional(),
        /** How the record says what became of it. Without them a meeting is booked, and nothing more is known. */
        held: conditions.exactOptional(),
        noShow: conditions.exactOptional(),
        cancelled: conditions.exactOptional(),
      })
      .exactOptional(),
    /** Rows left out on purpose, by the first of these that holds, before they are read. */
    ignoreRows: z.array(z.strictObject({ id: Id, table, when: conditions, why: Words, optional })).max(100).readonly(),
    /** Columns left out on purpose. Others that nothing reads become attributes. */
    ignoreColumns: z.partialRecord(table, z.array(Header).max(2000).readonly()),
  });
});
/**
 * How both sides agree to read their Salesforce: what each status and stage means, who is which party, which tasks are
 * attempts, what is a machine's doing. Plain data. Columns are named as in the API (`LeadSource`, `No_Show__c`); a copy's
 * spelling (`lead_source`, `no_show_c`) is found by itself.
 */
export interface SalesforceAgreement extends z.infer<typeof salesforceAgreementShape> {}
export const SalesforceAgreement: z.ZodType<SalesforceAgreement> = salesforceAgreementShape;

/**
 * Read an agreement on a Salesforce export, and check it in itself; against a framework too, where one is given.
 *
 * Issues besides `input.*`: `crm.duplicate_id`, `crm.salesforce_status_not_mapped` (the initial or the converted status has no
 * meaning) and `crm.salesforce_unknown_stage`.
 */
export const safeParseSalesforceAgreement = (input: unknown, framework?: Framework): Result<SalesforceAgreement> => {
  const read = readWith(SalesforceAgreement, input);
  if (!read.ok) return read;
  const { lead, opportunity, task, ignoreRows } = read.value;
  const issues: Issue[] = [...twice(ignoreRows, ['ignoreRows']), ...twice(task?.rules ?? [], ['task', 'rules'])];
  if (lead !== undefined) {
    const known = Object.keys(lead.statuses);
    const named: readonly (readonly [status: string, path: Path])[] = [
      [lead.initialStatus, ['lead', 'initialStatus']],
      [lead.convertedStatus, ['lead', 'convertedStatus']],
      ...Object.entries(lead.statuses).flatMap(([name, { after = {} }]) =>
        Object.keys(after).map((was) => [was, ['lead', 'statuses', name, 'after', was]] as const),
      ),
    ];
    for (const [status, path] of named) {
      if (!known.includes(status)) issues.push(salesforceIssue('salesforce_status_not_mapped', { status, suggestion: nearest(status, known) }, path));
    }
  }
  const stages = framework?.stages.map(({ id }) => id) ?? null;
  const named: readonly (readonly [stage: string | undefined, path: Path])[] = [
    ...Object.entries(lead?.statuses ?? {}).flatMap(([name, { stage, after = {} }]) => [
      [stage, ['lead', 'statuses', name, 'stage']] as const,
      ...Object.entries(after).map(([was, meaning]) => [meaning.stage, ['lead', 'statuses', name, 'after', was, 'stage']] as const),
    ]),
    ...(lead?.handOffs ?? []).map(({ stage }, i) => [stage, ['lead', 'handOffs', i, 'stage']] as const),
    ...Object.entries(opportunity?.stages ?? {}).map(([name, { stage }]) => [stage, ['opportunity', 'stages', name, 'stage']] as const),
  ];
  for (const [stage, path] of named) {
    if (stage === undefined || stages === null || stages.includes(stage)) continue;
    issues.push(salesforceIssue('salesforce_unknown_stage', { stage, suggestion: nearest(stage, stages) }, path));
  }
  return okUnless(issues, () => read.value);
};

const twice = (of: readonly { readonly id: string }[], path: Path): readonly Issue[] =>
  of.flatMap(({ id }, nth) => (of.findIndex((other) => other.id === id) < nth ? [crmIssue('duplicate_id', { id }, [...path, nth, 'id'])] : []));
