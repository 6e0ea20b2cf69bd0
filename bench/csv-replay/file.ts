import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { LeadEvent } from 'revpact/vocabulary';

/** Every thousandth row is dirty, each in one of these ways: it becomes no event, and must be counted and kept with its line. */
const DIRT: readonly ((cells: Record<string, string>) => void)[] = [
  (cells) => (cells['lead_id'] = ''),
  (cells) => (cells['type'] = 'qualifed'),
  (cells) => (cells['at'] = '2026-02-30T00:00:00Z'),
  (cells) => (cells['kind'] = 'robot'),
];
export const isDirty = (row: number): boolean => row % 1000 === 57;

export const HEADER = ['id', 'type', 'at', 'lead_id', 'party', 'person', 'kind', 'stage', 'to', 'to_person', 'class', 'reason', 'channel', 'source', 'meeting_id', 'opportunity_id', 'Note'];

/** The log as an export would have it: one event a row, moments in ISO, a quoted note on some rows. */
export const csvFile = (path: string, make: () => readonly LeadEvent[]): string => {
  if (existsSync(path)) return path;
  mkdirSync(dirname(path), { recursive: true });
  const lines = make().map((event, row) => {
    const said = event as LeadEvent & Partial<Record<string, string>>;
    const cells: Record<string, string> = {
      id: event.id,
      type: event.type,
      at: new Date(event.at).toISOString(),
      lead_id: event.leadId,
      party: event.by.party,
      person: event.by.person ?? '',
      kind: event.by.kind,
      stage: event.stage ?? '',
      to: said['to'] ?? '',
      to_person: said['toPerson'] ?? '',
      class: said['class'] ?? '',
      reason: said['reason'] ?? '',
      channel: said['channel'] ?? '',
      source: said['source'] ?? '',
      meeting_id: said['meetingId'] ?? '',
      opportunity_id: said['opportunityId'] ?? '',
      Note: row % 10 === 0 ? '"called, no answer"' : '',
    };
    if (isDirty(row)) DIRT[Math.floor(row / 1000) % DIRT.length]?.(cells);
    return HEADER.map((column) => cells[column] ?? '').join(',');
  });
  writeFileSync(path, `${HEADER.join(',')}\n${lines.join('\n')}\n`);
  return path;
};
