import type { ContactMadeEvent, Event, MeetingHeldEvent } from '../../vocabulary/event.js';

/** An event by which a person tells what a conversation taught: a call or message answered, a meeting held. */
export type Conversation = ContactMadeEvent | MeetingHeldEvent;

/** Whether an event is a {@link Conversation}. */
export const isConversation = (event: Event): event is Conversation => event.type === 'contact_made' || event.type === 'meeting_held';

