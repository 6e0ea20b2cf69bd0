import type { Framework } from '../framework.js';
import { hubspot } from './hubspot.js';
import { sirius2006 } from './sirius-2006.js';

export { hubspot, sirius2006 };

/** The frameworks that ship. A pact may bring its own instead. */
export const STANDARD_FRAMEWORKS: readonly Framework[] = [sirius2006, hubspot];
