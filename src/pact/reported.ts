import { reportIssues, type Reportable } from '../feedback/report/check-report.js';
import { isConversation, type Conversation } from '../feedback/report/conversation.js';
import { unsuggested } from '../feedback/suggest.js';
import type { AgreedReports } from '../feedback/learn/summary.js';
import type { Event } from '../vocabulary/event.js';
import type { ConversationFact } from '../vocabulary/fact.js';
import type { Pact } from './pact.js';
import { atMoment, type VersionInForce } from './versions.js';

/** What a pact lets reports speak of: its messages, and the attributes that its target filter lists. */
const reportableIn = ({ messages, targetFilter }: Pact): Reportable => ({
  messages: messages.map(({ id }) => id),
  attributes: targetFilter?.attributes ?? [],
});

/** What a pact asks of reports; null where it asks for nothing. */
export const reportsIn = (pact: Pact): AgreedReports | null =>
  pact.reportRules === undefined ? null : { rules: pact.reportRules, ...reportableIn(pact) };

/** Whether reports say everything that the version then in force asks for, and nothing that nobody agreed on. */
export const withReports = (
  versions: readonly VersionInForce[],
  events: readonly Event[],
  conversations: readonly ConversationFact[],
): readonly ConversationFact[] => {
  if (versions.every(({ pact }) => pact.reportRules === undefined)) return conversations;
  const agreed = new Map(versions.map((version) => [version, reportsIn(version.pact)]));
  const reports = new Map<string, Conversation>(events.filter(isConversation).map((event) => [event.id, event]));
  return conversations.map((row) => {
    const version = atMoment(versions, row.at);
    const asked = version === undefined ? null : (agreed.get(version) ?? null);
    const report = reports.get(row.eventId);
    return asked === null || report === undefined ? row : { ...row, complete: reportIssues(asked.rules, report, asked, unsuggested).length === 0 };
  });
};
