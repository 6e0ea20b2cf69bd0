/**
 * schema: JSON Schema of every kind of document, so that an editor completes and checks a pact file and another service
 * can check events without us. The package ships what this makes as files, `revpact/schema/pact.json` and so on.
 *
 * @module schema
 */
import { FieldUpdatePlan } from '../crm/back/plan.js';
import { HubspotAgreement, HubspotStep } from '../crm/hubspot/agreement.js';
import { AccountMapping } from '../crm/import-accounts.js';
import { LinkTemplates } from '../crm/back/link.js';
import { Mapping } from '../crm/mapping/mapping.js';
import { SalesforceAgreement } from '../crm/salesforce/agreement.js';
import { LeadStatus } from '../crm/salesforce/lead-status.js';
import { TaskRule } from '../crm/salesforce/task-rule.js';
import { ColumnSource, Condition, Source } from '../crm/mapping/source.js';
import { ExitReason } from '../feedback/exit/exit-reason.js';
import { ReportRules } from '../feedback/report/rules.js';
import { ActionMatrix } from '../icp/action/matrix.js';
import { DossierStandard } from '../icp/dossier/standard.js';
import { EngagementModel } from '../icp/engagement/model.js';
import { AgreedAttribute } from '../icp/filter/attribute.js';
import { Condition as AccountCondition } from '../icp/filter/condition.js';
import { Criterion } from '../icp/filter/criterion.js';
import { TargetFilter } from '../icp/filter/filter.js';
import { ContactRules } from '../icp/gate/rules.js';
import { nearest } from '../kernel/nearest.js';
import { fail, ok, type Result } from '../kernel/result.js';
import { AttributionModel, PositionModel } from '../metrics/attribution/model.js';
import { ColumnRef, RowRef } from '../metrics/definition/column-ref.js';
import { Filter } from '../metrics/definition/filter.js';
import { Measure, MetricDefinition } from '../metrics/definition/metric.js';
import { Scorecard, ScorecardEntry, SharedGoal } from '../metrics/scorecard/scorecard.js';
import { Clause } from '../sla/clauses/index.js';
import { OpenMinutes, Share } from '../sla/clause.js';
import { Condition as ClauseCondition } from '../sla/condition.js';
import { Rung } from '../sla/due/rung.js';
import { vocabularyDocuments } from '../vocabulary/schema/documents.js';
import { toJsonSchema, type DocumentKind, type JsonSchema } from '../vocabulary/schema/json-schema.js';
import { explained, vocabularyRegistry, type SchemaRegistry } from '../vocabulary/schema/registry.js';
import { HandOff } from './hand-off.js';
import { pactIssue } from './issues.js';
import { Pact } from './pact.js';

export type { DocumentKind, JsonSchema, JsonSchemaPart } from '../vocabulary/schema/json-schema.js';
export { toJsonSchema } from '../vocabulary/schema/json-schema.js';

/**
 * The schemas of all rooms with the glossary's words for them, in a registry of one's own. Built on each call. A host adds
 * notes on schemas of its own, and hands it to {@link toJsonSchema}.
 */
export const schemaRegistry = (): SchemaRegistry =>
  vocabularyRegistry()
    .add(Pact, explained('Pact'))
    .add(HandOff, explained('HandOff'))
    .add(Clause, explained('Clause'))
    .add(MetricDefinition, explained('MetricDefinition'))
    .add(Scorecard, explained('Scorecard'))
    .add(TargetFilter, explained('TargetFilter'))
    .add(ExitReason, explained('ExitReason'))
    .add(Mapping, explained('Mapping'))
    .add(AttributionModel, explained('AttributionModel'))
    .add(PositionModel, { id: 'PositionModel', title: 'Position model', description: 'Weights for the touches that stand out, and for the rest.' })
    .add(ScorecardEntry, { id: 'ScorecardEntry', title: 'Entry of a scorecard', description: 'A metric with its thresholds, owner and cadence.' })
    .add(SharedGoal, explained('SharedGoal'))
    .add(Criterion, { id: 'Criterion', title: 'Criterion', description: 'One question about an account, and what its answer does.' })
    .add(AgreedAttribute, explained('AgreedAttribute'))
    .add(AccountCondition, { id: 'AccountCondition', title: 'Question', description: 'What is asked of an account or contact: yes, no, or not known.' })
    .add(EngagementModel, explained('EngagementModel'))
    .add(ActionMatrix, explained('ActionMatrix'))
    .add(DossierStandard, explained('DossierStandard'))
    .add(ContactRules, explained('ContactRules'))
    .add(ReportRules, explained('ReportRules'))
    .add(Share, { id: 'Share', title: 'Share', description: 'Decimal text above 0 and up to 1.', examples: ['0.9'] })
    .add(OpenMinutes, { id: 'OpenMinutes', title: 'Length of working time', description: 'In whole minutes.' })
    .add(ClauseCondition, { id: 'ClauseCondition', title: 'Condition on an event', description: 'What an event must be like to start, stop, pause or end a clock.' })
    .add(Rung, { id: 'Rung', title: 'Rung', description: 'One step of an escalation ladder: when, and who is told.' })
    .add(Measure, { id: 'Measure', title: 'Measure', description: 'What is made of the units: a count, a share, a length of time, money, or arithmetic of other figures.' })
    .add(Filter, { id: 'Filter', title: 'Condition', description: 'What must hold of a column.' })
    .add(ColumnRef, { id: 'ColumnRef', title: 'Column', description: 'row.toParty, or lead.source.', examples: ['row.toParty', 'lead.source'] })
    .add(RowRef, { id: 'RowRef', title: 'Column of the row', description: 'Such as row.acceptedAt.', examples: ['row.acceptedAt'] })
    .add(LinkTemplates, { id: 'LinkTemplates', title: 'Links', description: 'Where the CRM shows a record, by kind: https://acme.example/lead/{id}.' })
    .add(SalesforceAgreement, { id: 'SalesforceAgreement', title: 'Agreement on Salesforce', description: 'How both sides agree to read their Salesforce.' })
    .add(LeadStatus, { id: 'LeadStatus', title: 'Lead status', description: 'What a status of a lead means.' })
    .add(TaskRule, { id: 'TaskRule', title: 'Rule for tasks', description: 'Which tasks are what.' })
    .add(HubspotAgreement, { id: 'HubspotAgreement', title: 'Agreement on HubSpot', description: 'How both sides agree to read their HubSpot.' })
    .add(HubspotStep, { id: 'HubspotStep', title: 'Step', description: 'What a value of a property stands for.' })
    .add(FieldUpdatePlan, { id: 'FieldUpdatePlan', title: 'Plan of field updates', description: 'Which of the things learned go into which columns of a CRM.' })
    .add(AccountMapping, { id: 'AccountMapping', title: 'Mapping of accounts', description: 'Which columns of an export of accounts are what.' })
    .add(Source, { id: 'Source', title: 'Source', description: 'Where a field’s value comes from.' })
    .add(ColumnSource, { id: 'ColumnSource', title: 'Column', description: 'One cell, and how it is read.' })
    .add(Condition, { id: 'Condition', title: 'Condition', description: 'What must hold of one cell.' });

const TEXT = 'text is well-formed Unicode, and the length of an id counts UTF-16 units';

const ZONES = 'time zones are known to this host';

const pactDocuments = (): readonly DocumentKind[] => [
  {
    name: 'pact',
    type: Pact,
    beyond: [
      TEXT,
      'parties, calendars, hand-offs, metrics and stages that are named exist, and no id stands twice',
      'a hand-off has two sides',
      'moments and dates exist, and time zones are known to this host',
      'hours of one day do not overlap; seasons of a calendar share no date; no opening and no holiday stands twice; calendars open at some time and are not made of themselves',
      'excuses run in no circle',
      'a volume says how many or how much, one of them; quality says by what; a condition says on which event, or which milestone is entered or left',
      'only a promise of the next answer says by what a lead asks; nothing reopens that, one of periodic answers, or a time to action',
      'options of a clause can take effect: warnings and rungs come after the start, windows are reached',
      'thresholds are in order, and of the unit that their metric is in',
      'a shared goal ends after it begins, no party of it stands twice, and what is brought towards it is brought by one of its parties',
      'definitions of metrics fit their tables',
    ],
  },
  ...vocabularyDocuments(),
  { name: 'metric', type: MetricDefinition, beyond: [TEXT, 'measure, basis and columns fit each other'] },
  { name: 'attribution-model', type: AttributionModel, beyond: ['an anchor is weighed once, and some weight is above zero', TEXT] },
  {
    name: 'target-filter',
    type: TargetFilter,
    beyond: [TEXT, 'moments exist', 'criteria ask agreed attributes as their types allow, and none that is forbidden (safeParseFilter)'],
  },
  { name: 'mapping', type: Mapping, beyond: [TEXT, 'fields exist in the events that a rule makes', 'no id stands twice', ZONES] },
  { name: 'salesforce-agreement', type: SalesforceAgreement, beyond: [TEXT, ZONES, 'statuses that are named have a meaning', 'no id stands twice'] },
  { name: 'hubspot-agreement', type: HubspotAgreement, beyond: [TEXT, ZONES, 'stages that are named exist (safeParseHubspotAgreement)'] },
  { name: 'field-update-plan', type: FieldUpdatePlan, beyond: ['columns exist in the export (fieldUpdates)'] },
  { name: 'account-mapping', type: AccountMapping, beyond: [TEXT, ZONES] },
];

/** The JSON Schema of every kind of document, by its name, such as `pact` or `event`: the files that the package ships. */
export const jsonSchemas = (): Readonly<Record<string, JsonSchema>> =>
  Object.fromEntries(pactDocuments().map((kind) => [kind.name, toJsonSchema(kind, schemaRegistry())]));

/**
 * The JSON Schema of one kind of document.
 *
 * Issues: `pact.no_schema`, with the names that there are.
 *
 * @example
 * ```ts
 * import { jsonSchemaOf } from 'revpact/schema';
 *
 * const lead = jsonSchemaOf('lead');
 * lead.ok && lead.value.description // => "A person's interest in buying, followed from first contact to an exit."
 * lead.ok && lead.value['required'] // => ['id']
 * ```
 */
export const jsonSchemaOf = (name: string): Result<JsonSchema> => {
  const kinds = pactDocuments();
  const kind = kinds.find((one) => one.name === name);
  if (kind !== undefined) return ok(toJsonSchema(kind, schemaRegistry()));
  const names = kinds.map((one) => one.name);
  return fail([pactIssue('no_schema', { name, names, suggestion: nearest(name, names) })]);
};
