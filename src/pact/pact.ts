import * as z from 'zod';
import { LinkTemplates } from '../crm/back/link.js';
import { ExitReason } from '../feedback/exit/exit-reason.js';
import { ReportRules } from '../feedback/report/rules.js';
import { ActionMatrix } from '../icp/action/matrix.js';
import { DossierStandard } from '../icp/dossier/standard.js';
import { EngagementModel } from '../icp/engagement/model.js';
import { TargetFilter } from '../icp/filter/filter.js';
import { ContactRules } from '../icp/gate/rules.js';
import { IsoDate } from '../kernel/date.js';
import { IsoInstant } from '../kernel/instant.js';
import { okUnless, unwrap, type Result } from '../kernel/result.js';
import { readWith, schema } from '../kernel/schema.js';
import { ZoneId } from '../kernel/zone.js';
import { MetricDefinition } from '../metrics/definition/metric.js';
import { Scorecard } from '../metrics/scorecard/scorecard.js';
import { Clause } from '../sla/clauses/index.js';
import { Calendar, JointCalendar } from '../vocabulary/calendar.js';
import { Extension } from '../vocabulary/extension/extension.js';
import { Framework } from '../vocabulary/framework.js';
import { Party } from '../vocabulary/party.js';
import { yearAndWeek } from '../vocabulary/period-calendar.js';
import { Id, Words } from '../vocabulary/words.js';
import { HandOff } from './hand-off.js';
import { brokenReferences } from './references.js';

const approvalShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    at: IsoInstant,
    party: Id,
    person: z.string().min(1).max(200),
    digest: z.string().regex(/^[0-9a-f]{64}$/, { error: 'a digest is 64 hex digits' }),
  }),
);
/** Who agreed to which text, and when. The digest is of the pact without its approvals, so that any change voids it. */
export interface Approval extends z.infer<typeof approvalShape> {}

const messageShape = /* @__PURE__ */ schema(() => z.strictObject({ id: Id, text: Words, audience: Words.exactOptional() }));

const pactShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    /** A JSON Schema for editors; not part of the agreement. */
    $schema: z.string().max(1000).exactOptional(),
    id: Id,
    title: Words,
    version: z.string().min(1).max(64),
    effectiveFrom: IsoInstant,
    /** The zone that dates and periods of this pact are read in. */
    zone: ZoneId,
    /** On which day its weeks begin and when its fiscal year does; weeks begin on Monday, and there is no fiscal year, where it is left out. */
    periods: z.strictObject(yearAndWeek).exactOptional(),
    sponsor: z.strictObject({ name: Words, role: Words }),
    mission: Words,
    messages: z.array(messageShape).max(100).readonly(),
    parties: z.array(Party).min(2).max(32).readonly(),
    /** Working hours, spelled out or made of others here. */
    calendars: z.array(z.union([Calendar, JointCalendar])).min(1).max(64).readonly(),
    /** Spelled out, or a shipped one with what is different here. */
    framework: z.union([Framework, Extension]),
    handOffs: z.array(HandOff).max(64).readonly(),
    clauses: z.array(Clause).max(200).readonly(),
    /** Metrics of the pact's own, beside the standard ones. */
    metrics: z.array(MetricDefinition).max(100).readonly().exactOptional(),
    scorecard: Scorecard,
    targetFilter: TargetFilter.exactOptional(),
    /** How much interest a lead or account shows, apart from how well it fits. */
    engagement: EngagementModel.exactOptional(),
    /** What is done about a lead, by tier of the target filter and level of engagement. */
    actionMatrix: ActionMatrix.exactOptional(),
    /** What counts as useful research on an account. */
    dossier: DossierStandard.exactOptional(),
    /** Whom to contact, and who may let a contact go ahead that is not on the list. */
    contactRules: ContactRules.exactOptional(),
    /** What a report of a conversation says. */
    reportRules: ReportRules.exactOptional(),
    exitReasons: z.array(ExitReason).max(200).readonly(),
    /** Where a record lies in the CRM: `https://…/{id}`. */
    links: LinkTemplates.exactOptional(),
    review: z.strictObject({
      cadence: Words,
      attendees: z.array(Words).max(50).readonly(),
      /** The days on which both sides sit down, where they are agreed already. */
      dates: z.array(IsoDate).max(400).readonly().exactOptional(),
    }),
    approvals: z.array(approvalShape).max(100).readonly(),
  }),
);

/**
 * The agreement of marketing, sales development and sales: one plain JSON value. What is read is what was written;
 * nothing is defaulted or rewritten, so that its digest names the text that people approved.
 */
export interface Pact extends z.infer<typeof pactShape> {}
export const Pact: z.ZodType<Pact> = pactShape;

/**
 * Read a pact. Checks its form and that its parts refer to each other rightly.
 *
 * Issues, all at once: those of input (`input.unknown_key` with a suggestion, `input.missing`, …),
 * `pact.unknown_reference`, `pact.duplicate_id`, `pact.same_party`, and those of the rooms whose parts it holds
 * (framework, calendars, clauses, scorecard, filter, reasons).
 */
export const safeParsePact = (input: unknown): Result<Pact> => {
  const read = readWith(Pact, input);
  return read.ok ? okUnless(brokenReferences(read.value), () => read.value) : read;
};

/** As {@link safeParsePact}, but throws one `RevpactError` with every issue. */
export const parsePact = (input: unknown): Pact => unwrap(safeParsePact(input));

/** The pact as written in TypeScript: checked by the compiler, its literal types kept. Throws as {@link parsePact} does. */
export const definePact = <const P extends Pact>(pact: P): P => {
  parsePact(pact);
  return pact;
};
