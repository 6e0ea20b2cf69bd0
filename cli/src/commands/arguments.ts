import { inputIssue, type ZoneId } from 'revpact/kernel';
import { versionsInForce, type Pact } from 'revpact/pact';
import { momentOf, type Moment } from '../moment.js';
import { complaint, readable, unreadable, type Complaint, type Read } from '../read/complaint.js';
import { readPact } from '../read/pact.js';
import type { World } from '../world.js';

/** An argument that cannot be used. */
export const argument = (option: string, reason: string): Complaint => complaint(option, inputIssue('invalid', { reason }));

/** An argument that is needed and was left out. */
export const left = (option: string, expected: string): Complaint => complaint(option, inputIssue('missing', { expected }));

/** The moment of an argument, or what is wrong with it. */
export const readMoment = (option: string, text: string, zone: ZoneId): Read<Moment> => {
  const moment = momentOf(text, zone);
  return 'reason' in moment ? unreadable(argument(option, moment.reason)) : readable(moment);
};

/** The versions of a pact, each from its file; the complaints of all where one cannot be used. */
export const readPacts = async (world: World, files: readonly string[]): Promise<Read<readonly Pact[]>> => {
  const pacts: Pact[] = [];
  const complaints: Complaint[] = [];
  for (const file of files) {
    const read = await readPact(world, file);
    if (read.ok) pacts.push(read.value.pact);
    else complaints.push(...read.complaints);
  }
  return complaints.length === 0 ? readable(pacts) : unreadable(...complaints);
};

/** The zone that dates are read in: that of the version in force on the day asked for, or of the first one. */
export const zoneOf = (pacts: readonly Pact[], asOf: string): ZoneId => {
  const versions = versionsInForce(pacts);
  if (!versions.ok) return pacts[0]?.zone ?? 'UTC';
  const at = momentOf(asOf, 'UTC');
  const inForce = 'at' in at ? versions.value.filter(({ from }) => from < at.at).at(-1) : undefined;
  return (inForce ?? versions.value[0])?.pact.zone ?? 'UTC';
};
