/** Types as a CommonJS consumer meets them. */
import { elapsed, type OpenHours } from 'revpact/sla';
import pact = require('revpact/pact');

export const open = (hours: OpenHours): number => elapsed(hours, 0, 1);
export const read = (input: unknown): boolean => pact.safeParsePact(input).ok;
