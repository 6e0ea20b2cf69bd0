import type { Framework } from '../../framework.js';
import { demandUnit2017Meanings } from './demand-unit-2017.js';
import { dynamics365Meanings } from './dynamics-365.js';
import { forrester2021Meanings } from './forrester-2021.js';
import { hubspotMeanings } from './hubspot.js';
import type { Meaning } from '../meaning.js';
import { salesforceMeanings } from './salesforce.js';
import { sirius2006Meanings } from './sirius-2006.js';
import { sirius2012Meanings } from './sirius-2012.js';

/** What a framework's stages mean, by stage id, in no order. */
export interface FrameworkMeanings {
  readonly framework: Framework['id'];
  readonly means: Readonly<Record<string, readonly Meaning[]>>;
  readonly hides: Readonly<Record<string, string>>;
}

/** What the stages of each shipped framework mean: a file each, as there is one for the framework. */
export const STANDARD_MEANINGS: readonly FrameworkMeanings[] = [
  sirius2006Meanings,
  sirius2012Meanings,
  demandUnit2017Meanings,
  forrester2021Meanings,
  hubspotMeanings,
  salesforceMeanings,
  dynamics365Meanings,
];
