import { recordLink, type RecordKind } from '../crm/back/link.js';
import type { Review } from '../pact/review.js';
import type { Cell } from './document.js';

/** A record's id as a cell that leads to the record in the CRM, where the pact says how. */
export type Linker = (kind: RecordKind, id: string) => Cell;

export const linkerOf = (review: Review): Linker => {
  const links = review.pact.links;
  return (kind, id) => {
    const href = recordLink(links, kind, id);
    return href.ok ? { text: id, href: href.value } : { text: id };
  };
};
