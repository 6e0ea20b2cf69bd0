import { describe, expect, test } from 'vitest';
import { advance, createLifecycle, replay, safeParseStateRecord, stateRecord, type StateRecord } from 'revpact/lifecycle';
import { hubspot, sirius2006 } from 'revpact/vocabulary';
import { accepts, attempts, delivers, disqualifies, inquires, isAboutLead, logOf, qualifies, robot, story, type Line } from '../support/lead-log.js';

const lifecycle = createLifecycle(sirius2006);
const life = [inquires, qualifies, delivers, accepts, attempts, disqualifies];
const advanced = (lines: readonly Line[]): StateRecord =>
  story(...lines).filter(isAboutLead).reduce((record, event) => advance(lifecycle, record, event).record, stateRecord(lifecycle));

test('event by event comes to the same record as the whole log', () => {
  const state = replay(lifecycle, logOf(...life)).states.get('a');
  expect(advanced(life)).toEqual(stateRecord(lifecycle, state));
  expect(advanced(life)).toMatchObject({
    version: 1,
    frameworkId: 'sirius_2006',
    stage: 'disqualified',
    history: [{ stage: 'inquiry', at: 1000, event: 'e1' }, { stage: 'mql' }, { stage: 'sal' }, { stage: 'disqualified', at: 6000, event: 'e6' }],
  });
});

test('a refused event leaves the record as it was', () => {
  const before = advanced([inquires, qualifies, delivers]);
  const [event] = story({ ...accepts, by: robot }).filter(isAboutLead);
  const { verdict, record } = event === undefined ? { verdict: null, record: null } : advance(lifecycle, before, event);
  expect(verdict).toMatchObject({ ok: false, guard: 'human' });
  expect(record).toBe(before);
});

test('an event that is no step leaves the stage and is remembered in the standing', () => {
  expect(advanced([inquires, qualifies, delivers, attempts])).toMatchObject({ stage: 'mql', standing: { attemptsSinceDelivery: 1 } });
  expect(advanced([inquires, { ...attempts, stage: 'sal' }])).toMatchObject({ stage: 'inquiry', standing: { attemptsSinceDelivery: 0 } });
});

describe('a stored record', () => {
  const stored = stateRecord(lifecycle, replay(lifecycle, logOf(...life)).states.get('a'));
  const throughJson: unknown = JSON.parse(JSON.stringify(stored));

  test('survives JSON', () => {
    expect(safeParseStateRecord(lifecycle, throughJson)).toEqual({ ok: true, value: stored });
  });

  test.each<{ when: string; change: object; issues: readonly string[] }>([
    { when: 'another framework’s', change: { frameworkId: 'hubspot' }, issues: ['lifecycle.other_framework at frameworkId'] },
    { when: 'of the framework before it changed', change: { frameworkDigest: '0'.repeat(64) }, issues: ['lifecycle.changed_framework at frameworkDigest'] },
    { when: 'in a stage that there is none', change: { stage: 'mqll' }, issues: ['lifecycle.unknown_stage at stage'] },
    { when: 'of another version', change: { version: 2 }, issues: ['input.not_one_of at version'] },
    { when: 'no record at all', change: { standing: null, extra: 1 }, issues: ['input.wrong_type at standing', 'input.unknown_key at extra'] },
  ])('$when is refused', ({ change, issues }) => {
    const read = safeParseStateRecord(lifecycle, { ...stored, ...change });
    expect(read.ok ? [] : read.issues.map(({ code, path }) => `${code} at ${path.join('.')}`)).toEqual(issues);
  });

  test('one of another framework never runs, and never kills the process', () => {
    expect(safeParseStateRecord(createLifecycle(hubspot), throughJson).ok).toBe(false);
  });
});
