import type { HoursOfClock } from '../sla/clause.js';
import { assessClauses } from '../sla/clock/clocks.js';
import type { ClauseFinding } from '../sla/finding/finding.js';
import type { Asked } from './asked.js';
import type { PactFacts } from './facts.js';
import { frameworkOf, stageOwnersOf } from './framework.js';
import { hoursOf, hoursOfClocks } from './hours.js';
import { namesOf } from './names.js';
import { promisesOf } from './promises.js';
import { wordingIn } from './versions.js';
import { waiversOf } from './waivers.js';

/** What became of everything that was promised in a period, each promise as the version words it under which it began. */
export const findingsOf = (
  { versions, inForce, period, asOf }: Asked,
  { facts, log }: PactFacts,
  hoursOfClock: HoursOfClock = hoursOfClocks(versions),
): readonly ClauseFinding[] => {
  const framework = frameworkOf(inForce.pact);
  const context = {
    period,
    asOf,
    waivers: waiversOf(log.events),
    milestones: framework.milestones,
    stageOwners: stageOwnersOf(framework),
    hoursOfClock,
    wordingAt: wordingIn(versions),
  };
  return promisesOf(versions, inForce, period).flatMap(({ version, clauses }) =>
    assessClauses(clauses, facts, {
      ...context,
      pactVersion: version.pact.version,
      openHoursOf: hoursOf(version.pact),
      partyNames: namesOf(version.pact).parties,
    }),
  );
};
