import type { QualificationFramework } from '../qualification.js';
import { bant } from './bant.js';
import { champ } from './champ.js';
import { gpctbaCi } from './gpctba-ci.js';
import { meddic } from './meddic.js';
import { meddpicc } from './meddpicc.js';
import { spiced } from './spiced.js';

export { bant, champ, gpctbaCi, meddic, meddpicc, spiced };

/** The qualification frameworks that ship. */
export const STANDARD_QUALIFICATIONS: readonly QualificationFramework[] = [bant, champ, gpctbaCi, meddic, meddpicc, spiced];
