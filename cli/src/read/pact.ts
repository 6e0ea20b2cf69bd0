import { lintPact, safeParsePact, type Pact } from 'revpact/pact';
import type { World } from '../world.js';
import { readable, unreadable, type Complaint, type Read } from './complaint.js';
import { readDocument } from './document.js';

/** A pact from a file, and what should be talked about before anyone signs it. */
export interface PactFile {
  readonly pact: Pact;
  readonly notes: readonly Complaint[];
}

/** Read a pact: its JSON, its form, and that its parts fit together; every issue with its place in the file. */
export const readPact = async (world: World, file: string): Promise<Read<PactFile>> => {
  const document = await readDocument(world, file);
  if (!document.ok) return document;
  const pact = safeParsePact(document.value.value);
  if (!pact.ok) return unreadable(...document.value.complainAll(pact));
  return readable({ pact: pact.value, notes: lintPact(pact.value).map(document.value.complain) });
};
