import type { Event, LeadEvent } from 'revpact/vocabulary';
import { resolve, type ResolvedLog } from 'revpact/lifecycle';

type Filled = 'id' | 'at' | 'by' | 'leadId';
/** Distributes over the union, so that each type of event keeps its own fields. */
type Fields<E> = E extends Event ? Omit<E, Filled> & Partial<Pick<LeadEvent, Filled>> : never;

/** What one line of a lead's story has to say; the rest is filled in. */
export type Line = Fields<Event>;

export const marketing = { party: 'marketing', person: 'mia', kind: 'human' } as const;
export const sdr = { party: 'sales_development', person: 'dev', kind: 'human' } as const;
export const sales = { party: 'sales', person: 'sam', kind: 'human' } as const;
export const robot = { party: 'sales_development', kind: 'automation' } as const;

/** A story: one event a line, `e1`, `e2`, …, one second apart, of lead `a`, by marketing unless it says otherwise. */
export const story = (...lines: readonly Line[]): readonly Event[] =>
  lines.map((line, i) => ({ id: `e${String(i + 1)}`, at: (i + 1) * 1000, by: marketing, leadId: 'a', ...line })).map(withoutStrayLead);

/** A story, resolved. */
export const logOf = (...lines: readonly Line[]): ResolvedLog => resolve(story(...lines));

const OF_NO_LEAD = ['practice_held', 'provided', 'exception_granted', 'exception_ended', 'dispute_settled', 'correction', 'merge'];
/** The same event without a lead it cannot have; `fromEntries` forgets the type. */
const withoutStrayLead = (event: Event): Event =>
  OF_NO_LEAD.includes(event.type) || (event.type === 'erasure' && event.person !== undefined) ? (Object.fromEntries(Object.entries(event).filter(([key]) => key !== 'leadId')) as unknown as Event) : event;

// The lines that most stories are made of
export const inquires = { type: 'inquiry' } as const satisfies Line;
export const qualifies = { type: 'qualified' } as const satisfies Line;
export const delivers = { type: 'handed_off', to: 'sales_development' } as const satisfies Line;
export const accepts = { type: 'accepted', by: sdr } as const satisfies Line;
export const attempts = { type: 'attempt', channel: 'phone', by: sdr } as const satisfies Line;
export const rejects = { type: 'rejected', class: 'clerical', reason: 'no_phone', by: sdr } as const satisfies Line;
export const disqualifies = { type: 'disqualified', reason: 'no_budget', by: sdr } as const satisfies Line;
export const opens = { type: 'opportunity_opened', opportunityId: 'o1', by: sales } as const satisfies Line;
export const wins = { type: 'opportunity_won', opportunityId: 'o1', by: sales } as const satisfies Line;
export const loses = { type: 'opportunity_lost', opportunityId: 'o1', by: sales } as const satisfies Line;
/** The lead moved on, told by a source that names the stage it left: as rows of a CRM's history do. */
export const moves = (leftStage: string, stage: string): Line => ({ type: 'qualified', leftStage, stage });
export const finds = (field: string, value: string | null): Line => ({ type: 'qualification_recorded', framework: 'bant', field, value, evidence: 'said so on the phone' });
export const scores = (tier: string): Line => ({ type: 'score_changed', score: 50, kind: 'fit', tier });
export const merges = (from: string, into: string): Line => ({ type: 'merge', from, into });
export const erases = (who: { readonly leadId: string } | { readonly person: string }): Line => ({ type: 'erasure', ...who });
export const recycles = { type: 'recycled' } as const satisfies Line;

export const isAboutLead = (event: Event): event is LeadEvent => 'leadId' in event && !['waived', 'dispute_raised', 'erasure'].includes(event.type);
