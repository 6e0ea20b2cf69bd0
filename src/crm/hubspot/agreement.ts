import * as z from 'zod';
import { schema } from '../../kernel/schema.js';
import { ZoneId } from '../../kernel/zone.js';
import { CallOutcome, Channel } from '../../vocabulary/activity.js';
import { EventType } from '../../vocabulary/event.js';
import { Currency } from '../../vocabulary/money.js';
import { OpportunityType } from '../../vocabulary/opportunity.js';
import { ForeignId, Id, Words } from '../../vocabulary/words.js';
import { Condition, Header } from '../mapping/source.js';
import { HUBSPOT_TABLES } from './tables.js';

const Value = /* @__PURE__ */ schema(() => z.string().min(1).max(1000));

const hubspotStepShape = /* @__PURE__ */ schema(() =>
  z.strictObject({
    type: EventType,
    /** The stage that is entered by it. */
    stage: Id.exactOptional(),
    /** Other fields of the event, such as `reason` or `class`. */
    set: z.record(z.string().min(1).max(100), z.union([z.string().max(4000), z.int(), z.boolean(), z.array(z.string().max(200)).max(100)])).exactOptional(),
  }),
);
/** The event that a property's value stands for. */
export interface HubspotStep extends z.infer<typeof hubspotStepShape> {}
export const HubspotStep: z.ZodType<HubspotStep> = hubspotStepShape;

const hubspotAgreementShape = /* @__PURE__ */ schema(() => {
  const rule = z.strictObject({ id: Id, table: z.enum(HUBSPOT_TABLES), when: z.array(Condition).min(1).max(50).readonly(), why: Words });
  const rules = z.array(rule).max(100).readonly();
  const headers = z.array(Header).max(2000).readonly();
  const values = z.record(Value, hubspotStepShape.nullable());
  const dealStage = z.strictObject({ stage: Id.exactOptional() });
  return z.strictObject({
    id: Id,
    title: Words.exactOptional(),
    /** The zone of times without an offset. HubSpot and its connectors write UTC. */
    zone: ZoneId,
    /** The currency of deals whose row does not name one in `deal_currency_code`. */
    currency: Currency,
    /** Headers that are called otherwise, by table: our name → the file's header. */
    columns: z.partialRecord(z.enum(HUBSPOT_TABLES), z.record(Header, Header)).exactOptional(),
    /** Columns of any table that are left out on purpose. Others that nothing reads become attributes. */
    ignoreColumns: headers,
    /** Rows left out on purpose, by the first whose conditions all hold. Columns by our names, without `property_`. */
    ignoreRows: rules,
    /** Who is on which side: an owner's own entry, else that of the owner's primary team, else the default. */
    parties: z.strictObject({
      default: Id,
      /** Whose automation is where no person stands behind it. */
      automation: Id,
      owners: z.record(ForeignId, Id),
      teams: z.record(ForeignId, Id),
    }),
    /** What no person did: rows with one of these in `source` (of engagements `hs_object_source`), or that a rule takes. */
    automation: z.strictObject({ sources: z.array(Value).max(200).readonly(), rules }),
    /** The property that holds the stage. `null` is a value that says nothing of the agreed life. */
    stages: z.strictObject({
      property: Header,
      values,
      /** A stage that an opportunity's event stands for (`opportunity_opened`, `opportunity_won`), and no deal says so. */
      withoutDeal: z.enum(['imply', 'stage_only', 'reject']),
      /** An earlier stage that is set after the property was emptied: a `recycled` lead, or what `values` says of it. */
      back: z.enum(['recycled', 'as_set']),
    }),
    /** The property that holds the lead status. */
    status: z.strictObject({ property: Header, values }),
    /** Properties that are true where a person asked not to be contacted, and by which channel (`null`: by any). */
    optOut: z.record(Header, Channel.nullable()),
    /** Properties that hold a score in whole points. */
    scores: z.record(Header, z.enum(['fit', 'engagement'])),
    /** Other properties in the history that go along with the next event of their record: all of them, or these. */
    attributes: z.union([z.literal('all'), headers]),
    deals: z.strictObject({
      /** By stage id, or `pipeline/stage`. Stages that are not named are what the table of pipeline stages says. */
      stages: z.record(Value, z.enum(['open', 'won', 'lost', 'left_out'])),
      /** Stages of a lead that a deal's steps enter where the contact's own history says nothing of them. */
      opened: dealStage,
      won: dealStage,
      lost: dealStage,
      /** Of several contacts: one whose association all these conditions hold of, then which. */
      contact: z.strictObject({ prefer: z.array(Condition).max(50).readonly().exactOptional(), then: z.enum(['first', 'oldest']) }),
      withoutContact: z.enum(['reject', 'ignore', 'deal_as_lead']),
      /** A deal opened after the contact had won one: another demand, as lead `deal:<id>`, or a step of the same lead. */
      ofCustomer: z.enum(['own_lead', 'same_lead']),
      lostReason: z.strictObject({ property: Header, values: z.record(Value, Id) }),
      type: z.strictObject({ property: Header, values: z.record(Value, OpportunityType) }),
    }),
    calls: z.strictObject({
      /** By disposition id or label. */
      dispositions: z.record(Value, CallOutcome),
      /** Outcomes that are a conversation besides being an attempt. */
      conversations: z.array(CallOutcome).max(20).readonly(),
      /** Values of `hs_call_status` of calls that never rang. */
      notMade: z.array(Value).max(50).readonly(),
    }),
    emails: z.strictObject({
      directions: z.record(Value, z.enum(['outgoing', 'incoming', 'left_out'])),
      /** By `hs_email_status`. */
      outcomes: z.record(Value, CallOutcome),
      notSent: z.array(Value).max(50).readonly(),
    }),
    meetings: z.strictObject({ outcomes: z.record(Value, z.enum(['booked', 'held', 'no_show', 'cancelled', 'rescheduled'])) }),
    /** Kinds of task that are an attempt once they are completed, and by which channel. */
    tasks: z.record(Value, Channel.nullable()),
    communications: z.record(Value, Channel),
    /** What a filled-in form stands for; `null` where the stage's history tells it. */
    forms: hubspotStepShape.nullable(),
    engagements: z.strictObject({ contacts: z.enum(['each', 'first']), withoutContact: z.enum(['reject', 'ignore']) }),
  });
});
/** How the tables of a HubSpot export are read: plain data, so that both sides can read and approve it. */
export interface HubspotAgreement extends z.infer<typeof hubspotAgreementShape> {}
export const HubspotAgreement: z.ZodType<HubspotAgreement> = hubspotAgreementShape;
