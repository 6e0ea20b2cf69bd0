import * as z from 'zod';
import { schema } from '../kernel/schema.js';
import { Channel } from '../vocabulary/activity.js';
import { LeadEventType } from '../vocabulary/event.js';
import type { LeadEventFact } from '../vocabulary/fact.js';
import { Milestone, type Milestones } from '../vocabulary/framework.js';
import { Id } from '../vocabulary/words.js';

const conditionShape = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      /** It is one of these events. */
      on: z.array(LeadEventType).min(1).max(40).readonly().exactOptional(),
      /** The lead entered the milestone by it. */
      enters: Milestone.exactOptional(),
      /** The lead left the milestone by it: to a stage that is none of its own. */
      leaves: Milestone.exactOptional(),
      /** One of these parties did it. */
      by: z.array(Id).min(1).max(32).readonly().exactOptional(),
      /** A person did it, or automation. */
      actor: z.enum(['human', 'automation']).exactOptional(),
      /** It went over one of these channels; an event without a channel went over none. */
      channels: z.array(Channel).min(1).max(20).readonly().exactOptional(),
      /** It is about a meeting that was still to come then. */
      meeting: z.literal('to_come').exactOptional(),
    })
    .refine(({ on, enters, leaves }) => on !== undefined || enters !== undefined || leaves !== undefined, {
      path: ['on'],
      error: 'a condition says on which event, or which milestone is entered or left',
    }),
);
/** What an event must be like to start, stop, pause or end a clock. All that is said must hold; what is not said may be anything. */
export interface Condition extends z.infer<typeof conditionShape> {}
export const Condition: z.ZodType<Condition> = conditionShape;

/** Whether an event is what a condition asks for. A milestone that the framework does not have is never entered or left. */
export const meets = (condition: Condition, event: LeadEventFact, milestones: Milestones): boolean => {
  const { on, enters, leaves, by, actor, channels, meeting } = condition;
  const among = (milestone: Milestone, stage: string | null): boolean => stage !== null && (milestones[milestone] ?? []).includes(stage);
  return (
    (on === undefined || on.some((type) => type === event.type)) &&
    (enters === undefined || (among(enters, event.entered) && !among(enters, event.left))) &&
    (leaves === undefined || (among(leaves, event.left) && !among(leaves, event.entered))) &&
    (by === undefined || by.includes(event.party)) &&
    (actor === undefined || event.human === (actor === 'human')) &&
    (channels === undefined || (event.channel !== null && channels.includes(event.channel))) &&
    (meeting === undefined || (event.startsAt !== null && event.startsAt > event.at))
  );
};

const CHANNEL_EVENTS: readonly LeadEventType[] = ['touch', 'attempt', 'contact_made', 'opted_out'];
const MEETING_EVENTS: readonly LeadEventType[] = ['meeting_booked', 'meeting_rescheduled'];

/** Whether no event can ever be what a condition asks for, whatever the framework: what it asks for excludes itself. */
export const isImpossible = ({ on, enters, leaves, channels, meeting }: Condition): boolean => {
  const noneOf = (types: readonly LeadEventType[]): boolean => on !== undefined && !on.some((type) => types.includes(type));
  return (
    (channels !== undefined && (meeting !== undefined || noneOf(CHANNEL_EVENTS))) ||
    (meeting !== undefined && noneOf(MEETING_EVENTS)) ||
    (enters !== undefined && enters === leaves)
  );
};

/** Whether every event that one condition asks for is what the other asks for, too, as far as their words tell. */
export const covers = (wide: Condition, narrow: Condition): boolean => {
  const hasAll = (all: readonly string[] | undefined, some: readonly string[] | undefined): boolean =>
    all === undefined || (some?.every((one) => all.includes(one)) ?? false);
  const same = (asked: string | undefined, given: string | undefined): boolean => asked === undefined || asked === given;
  return (
    hasAll(wide.on, narrow.on) &&
    hasAll(wide.by, narrow.by) &&
    hasAll(wide.channels, narrow.channels) &&
    same(wide.enters, narrow.enters) &&
    same(wide.leaves, narrow.leaves) &&
    same(wide.actor, narrow.actor) &&
    same(wide.meeting, narrow.meeting)
  );
};
