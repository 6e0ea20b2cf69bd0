import type { Framework } from '../framework.js';
import { demandUnit2017 } from './demand-unit-2017.js';
import { dynamics365 } from './dynamics-365.js';
import { forrester2021 } from './forrester-2021.js';
import { hubspot } from './hubspot.js';
import { salesforce } from './salesforce.js';
import { sirius2006 } from './sirius-2006.js';
import { sirius2012 } from './sirius-2012.js';

export { demandUnit2017, dynamics365, forrester2021, hubspot, salesforce, sirius2006, sirius2012 };

/** The frameworks that ship. A pact may bring its own instead. */
export const STANDARD_FRAMEWORKS: readonly Framework[] = [
  sirius2006,
  sirius2012,
  demandUnit2017,
  forrester2021,
  hubspot,
  salesforce,
  dynamics365,
];
