import type { Issue, Path } from '../../kernel/issue.js';
import { nearest } from '../../kernel/nearest.js';
import { fail, ok, type Result } from '../../kernel/result.js';
import { readWith } from '../../kernel/schema.js';
import { AGREEMENT_EVENT_TYPES, safeParseEvent } from '../../vocabulary/event.js';
import type { Framework } from '../../vocabulary/framework.js';
import { HubspotAgreement, type HubspotStep } from './agreement.js';
import { hubspotIssue } from './issues.js';
import { HUBSPOT_RULES } from './rules.js';

/**
 * Read an agreement, and check it against the events that it means to make and, where a framework is given, against its
 * stages.
 *
 * Issues besides `input.*`: `crm.hubspot_reserved_field`, `crm.hubspot_not_of_lead`, `crm.hubspot_unknown_stage`,
 * `crm.hubspot_property_twice`, `crm.hubspot_rule_twice`; all at once, each with its path.
 */
export const safeParseHubspotAgreement = (input: unknown, framework?: Pick<Framework, 'id' | 'stages'>): Result<HubspotAgreement> => {
  const read = readWith(HubspotAgreement, input);
  if (!read.ok) return read;
  const agreement = read.value;
  const issues = [
    ...stepsOf(agreement).flatMap(([step, path]) => stepIssues(step, path)),
    ...propertyIssues(agreement),
    ...ruleIssues(agreement),
    ...(framework === undefined ? [] : stageIssues(agreement, framework)),
  ];
  return issues.length === 0 ? ok(agreement) : fail(issues);
};

const stepsOf = ({ stages, status, forms }: HubspotAgreement): readonly (readonly [HubspotStep, Path])[] => [
  ...Object.entries(stages.values).flatMap(([value, step]) => (step === null ? [] : [[step, ['stages', 'values', value]] as const])),
  ...Object.entries(status.values).flatMap(([value, step]) => (step === null ? [] : [[step, ['status', 'values', value]] as const])),
  ...(forms === null ? [] : [[forms, ['forms']] as const]),
];

const FROM_THE_ROW = ['id', 'type', 'stage', 'at', 'seq', 'by', 'leadId', 'leftStage', 'opportunityId', 'precision', 'zone', 'attributes'];

/** Whether the event could be made: one is made of it, as a row would. */
const stepIssues = (step: HubspotStep, path: Path): readonly Issue[] => {
  const { type, stage, set = {} } = step;
  const reserved = Object.keys(set).filter((field) => FROM_THE_ROW.includes(field));
  if (reserved.length > 0) return reserved.map((field) => hubspotIssue('hubspot_reserved_field', { field }, [...path, 'set', field]));
  if (NOT_OF_LEADS.has(type)) return [hubspotIssue('hubspot_not_of_lead', { type }, [...path, 'type'])];
  const event = safeParseEvent({
    ...set,
    id: 'sample',
    type,
    at: 0,
    by: { party: 'sample', kind: 'human' },
    leadId: 'sample',
    ...(stage === undefined ? {} : { stage }),
    ...(isDealStep(step) ? { opportunityId: 'sample' } : {}),
  });
  return event.ok ? [] : event.issues.map((issue) => ({ ...issue, path: [...path, 'set', ...issue.path] }));
};

const NOT_OF_LEADS: ReadonlySet<string> = /* @__PURE__ */ new Set(AGREEMENT_EVENT_TYPES);

/** Whether a value says what a deal says, too. */
export const isDealStep = ({ type }: HubspotStep): boolean => type.startsWith('opportunity_');

/** One property is read in one way. */
const propertyIssues = ({ stages, status, optOut, scores }: HubspotAgreement): readonly Issue[] => {
  const first = new Map<string, string>([[stages.property, 'the stage']]);
  const issues: Issue[] = [];
  const claim = (property: string, as: string, path: Path): void => {
    const before = first.get(property);
    if (before === undefined) first.set(property, as);
    else issues.push(hubspotIssue('hubspot_property_twice', { property, first: before }, path));
  };
  claim(status.property, 'the lead status', ['status', 'property']);
  for (const property of Object.keys(optOut)) claim(property, 'an opt-out', ['optOut', property]);
  for (const property of Object.keys(scores)) claim(property, 'a score', ['scores', property]);
  return issues;
};

const ruleIssues = ({ ignoreRows, automation }: HubspotAgreement): readonly Issue[] => {
  const known = new Set<string>(Object.keys(HUBSPOT_RULES));
  return [
    ...ignoreRows.map((rule, i) => [rule.id, ['ignoreRows', i, 'id']] as const),
    ...automation.rules.map((rule, i) => [rule.id, ['automation', 'rules', i, 'id']] as const),
  ].flatMap(([id, path]) => {
    if (known.has(id)) return [hubspotIssue('hubspot_rule_twice', { id }, path)];
    known.add(id);
    return [];
  });
};

const stageIssues = (agreement: HubspotAgreement, framework: Pick<Framework, 'id' | 'stages'>): readonly Issue[] => {
  const known = framework.stages.map(({ id }) => id);
  const { opened, won, lost } = agreement.deals;
  return [
    ...stepsOf(agreement).map(([{ stage }, path]) => [stage, [...path, 'stage']] as const),
    ...Object.entries({ opened, won, lost }).map(([step, { stage }]) => [stage, ['deals', step, 'stage']] as const),
  ].flatMap(([stage, path]) =>
    stage === undefined || known.includes(stage)
      ? []
      : [hubspotIssue('hubspot_unknown_stage', { stage, framework: framework.id, suggestion: nearest(stage, known) }, path)],
  );
};
