import { unwrap } from 'revpact/kernel';
import { GENERIC_MAPPING, importEvents, safeParseMapping, type EventImport, type Mapping, type Row } from 'revpact/crm';

/** A good row of the generic file, with what a test changes; `null` takes a cell out. */
export const row = (cells: Readonly<Record<string, string | null>> = {}, line = 2): Row => ({
  line,
  cells: { id: 'e1', type: 'inquiry', at: '2026-03-31T09:00:00+02:00', lead_id: 'l1', party: 'marketing', kind: 'human', ...cells },
});

export const imported = (rows: Iterable<Row>, mapping: Mapping = GENERIC_MAPPING): EventImport => unwrap(importEvents(mapping, rows));

/** A mapping with one rule, for tests of how it reads. */
export const oneRule = (set: Mapping['rules'][number]['set'], rest: Partial<Omit<Mapping, 'rules'>> = {}): Mapping =>
  unwrap(
    safeParseMapping({
      id: 'test',
      ...rest,
      rules: [
        {
          id: 'rule',
          type: 'inquiry',
          set: {
            id: { column: 'id', as: 'text' },
            at: { value: 0 },
            leadId: { value: 'l1' },
            'by.party': { value: 'marketing' },
            'by.kind': { value: 'automation' },
            ...set,
          },
        },
      ],
    }),
  );
