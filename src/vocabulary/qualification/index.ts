import type { QualificationFramework } from '../qualification.js';
import { bant } from './bant.js';
import { meddic } from './meddic.js';

export { bant, meddic };

/** The qualification frameworks that ship. */
export const STANDARD_QUALIFICATIONS: readonly QualificationFramework[] = [bant, meddic];
