/** Types as a consumer meets them, from every entry but the one whose types are XState's. Checked, never run. */
import { parsePact, type Pact, type Result } from 'revpact';
import { importEvents, type EventImport, type Mapping } from 'revpact/crm';
import { shareOf, type Share } from 'revpact/feedback';
import { score, type Score, type TargetFilter } from 'revpact/icp';
import { refine, type OutcomeTable, type Proposal, type TooFew } from 'revpact/icp/refine';
import { unwrap, type Issue } from 'revpact/kernel';
import { createLifecycle, transition, type Verdict } from 'revpact/lifecycle';
import { evaluate, mqlVolume, type MetricResult } from 'revpact/metrics';
import { safeParsePact } from 'revpact/pact';
import { toMarkdown, type ReportDocument } from 'revpact/report';
import { jsonSchemas, type JsonSchema } from 'revpact/schema';
import { elapsed, type HolidayFeed, type OpenHours } from 'revpact/sla';
import { holidaysFromICalendar } from 'revpact/sla/icalendar';
import { NO_FACTS, periodOf, safeParseEvent, sirius2006, type Event, type EventInput } from 'revpact/vocabulary';
import * as warehouse from 'revpact/warehouse';

export const read = (input: unknown): Result<Pact> => safeParsePact(input);
export const parsed: Pact = parsePact({});
export const issues = (result: Result<Event>): readonly Issue[] => (result.ok ? [] : result.issues);
export const inquiry: EventInput = { id: 'e1', type: 'inquiry', at: '2026-04-01T08:00:00Z', by: { party: 'marketing', kind: 'human' }, leadId: 'l1' };
export const event: Event = unwrap(safeParseEvent(inquiry));

const lifecycle = createLifecycle(sirius2006);
const facts = { party: 'sales', human: true, rejectionClass: null, delivered: true, receiver: 'sales', attemptsSinceDelivery: 0, attemptsSinceAcceptance: 0 };
export const step: Verdict = transition(lifecycle, 'mql', { type: 'accepted' }, facts);
// @ts-expect-error -- a stage that the framework does not have is refused by its type
transition(lifecycle, 'nowhere', { type: 'accepted' }, facts);

const period = periodOf('2026-Q2', 'Europe/Berlin');
export const volume: MetricResult | null = period && evaluate(mqlVolume, NO_FACTS, { framework: sirius2006, period, asOf: period.end });
export const open = (hours: OpenHours): number => elapsed(hours, 0, 1);
export const feed = (text: string): Result<HolidayFeed> => holidaysFromICalendar(text, { zone: 'Europe/Berlin', from: '2026-01-01', to: '2026-12-31' });
export const fit = (filter: TargetFilter): Score => score(filter, { id: 'a1', attributes: {} }, { asOf: 0 });
export const refined = (filter: TargetFilter, table: OutcomeTable): Result<Proposal | TooFew> => refine(filter, table, { asOf: 0, seed: 1 });
export const share: Share = shareOf(1, 4);
export const print = (document: ReportDocument): string => toMarkdown(document);
export const imported = (mapping: Mapping): Result<EventImport> => importEvents(mapping, []);
export const schema: JsonSchema | undefined = jsonSchemas()['pact'];
export const compile: object = warehouse;
