import type { Event } from '../../vocabulary/event.js';
import type { PracticeFact } from '../../vocabulary/fact.js';

/** One row a practice held, in order. A party that is named twice took part once. */
export const practiceFacts = (events: readonly Event[]): readonly PracticeFact[] => {
  const rows: PracticeFact[] = [];
  for (const event of events) {
    if (event.type !== 'practice_held') continue;
    const { id, practice, at, precision, parties } = event;
    rows.push({ event: id, practice, at, byDay: precision === 'day', parties: [...new Set(parties)].sort() });
  }
  return rows;
};
