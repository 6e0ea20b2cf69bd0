import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identities } from 'revpact/metrics';
import { factsFrom, resolve } from 'revpact/lifecycle';
import { hubspot, sirius2006, sirius2012, type Event, type Framework, type Period } from 'revpact/vocabulary';
import { anyLife } from '../support/random-life.js';
import { anyRecordedLog } from '../support/random-log.js';

const broken = (framework: Framework, events: readonly Event[], edges: readonly number[], asOf: number): readonly string[] => {
  const periods = edges.slice(1).map((end, i): Period => ({ label: String(i), start: edges[i] ?? 0, end, zone: 'UTC' }));
  const { facts } = factsFrom(framework, resolve(events));
  return identities(facts, { framework, periods, asOf }).flatMap(({ holds, sentence }) => (holds ? [] : [sentence]));
};

describe('facts of any log come out even', () => {
  test.each([sirius2006, sirius2012, hubspot])('$id, with corrections, merges and erasures', (framework) => {
    fc.assert(
      fc.property(anyRecordedLog(framework), fc.nat(100), fc.nat(130), (events, edge, asOf) => {
        expect(broken(framework, events, [0, edge, 120], asOf)).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  test('any lifecycle', () => {
    const HOURS = 8 * 3_600_000;
    fc.assert(
      fc.property(anyLife, fc.nat(40), fc.nat(45), ({ framework, events }, edge, asOf) => {
        expect(broken(framework, events, [-3 * HOURS, edge * HOURS, 50 * HOURS], asOf * HOURS)).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });
});
