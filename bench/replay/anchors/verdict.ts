import { sirius2006 } from 'revpact/vocabulary';

/** The stages by number, as every engine reports them: 0 is `start`. */
export const STAGES: readonly string[] = ['start', ...sirius2006.stages.map(({ id }) => id)];
export const NUMBER: ReadonlyMap<string, number> = new Map(STAGES.map((stage, number) => [stage, number]));
export const REFUSED = 0x80;

const STEPS = new Set<string>(sirius2006.transitions.map(({ on }) => on));
/**
 * Whether an event that names no stage is a step at all: its type is one that steps use, and an inquiry is one only
 * where it opens or reopens a life.
 */
export const isStep = (type: string, from: string): boolean => STEPS.has(type) && (type !== 'inquiry' || from === 'start' || from === 'recycled');
