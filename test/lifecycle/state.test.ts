import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advance, createLifecycle, replay, resolve, safeCreateLifecycle, safeParseStateRecord, stateRecord, type StateRecord } from 'revpact/lifecycle';
import { extendFramework, hubspot, sirius2006, STANDARD_FRAMEWORKS, type Event, type Framework } from 'revpact/vocabulary';
import { accepts, attempts, delivers, disqualifies, inquires, isAboutLead, logOf, qualifies, rejects, robot, sdr, story, type Line } from '../support/lead-log.js';
import { anyLog } from '../support/random-log.js';

const lifecycle = createLifecycle(sirius2006);
const life = [inquires, qualifies, delivers, accepts, attempts, disqualifies];
const advanced = (lines: readonly Line[], from: StateRecord = stateRecord(lifecycle)): StateRecord =>
  story(...lines).filter(isAboutLead).reduce((record, event) => advance(lifecycle, record, event).record, from);
/** One more event, one second after those of the life before it. */
const next = (line: Line, record: StateRecord, after: number) => {
  const [event] = story({ id: 'next', at: (after + 1) * 1000, ...line }).filter(isAboutLead);
  if (event === undefined) throw new Error('no event of a lead');
  return advance(lifecycle, record, event);
};
const issuesOf = (read: ReturnType<typeof safeParseStateRecord>): readonly string[] =>
  read.ok ? [] : read.issues.map(({ code, path }) => `${code} at ${path.join('.')}`);

test('event by event comes to the same record as the whole log', () => {
  const state = replay(lifecycle, logOf(...life)).states.get('a');
  expect(advanced(life)).toEqual(stateRecord(lifecycle, state));
  expect(advanced(life)).toMatchObject({
    version: 2,
    frameworkId: 'sirius_2006',
    leadId: 'a',
    stage: 'disqualified',
    standing: { accepter: 'sales_development', attemptsSinceAcceptance: 1, attemptsAt: [5000] },
    unknown: [],
    history: [{ stage: 'inquiry', at: 1000, event: 'e1' }, { stage: 'mql' }, { stage: 'sal' }, { stage: 'disqualified', at: 6000, event: 'e6' }],
  });
});

test('a refused event leaves the record as it was', () => {
  const before = advanced([inquires, qualifies, delivers]);
  const { verdict, record } = next({ ...accepts, by: robot }, before, 3);
  expect(verdict).toMatchObject({ ok: false, guard: 'human' });
  expect(record).toBe(before);
});

test('an event that is no step leaves the stage and is remembered in the standing', () => {
  expect(advanced([inquires, qualifies, delivers, attempts])).toMatchObject({ stage: 'mql', standing: { attemptsSinceDelivery: 1 } });
  expect(advanced([inquires, { ...attempts, stage: 'sal' }])).toMatchObject({ stage: 'inquiry', standing: { attemptsSinceDelivery: 0 } });
  expect(advanced([{ type: 'touch', leadId: 'b' }])).toMatchObject({ stage: 'start', leadId: 'b', history: [] });
});

describe('an event that does not belong to the record is refused, and the record stays', () => {
  const before = advanced([inquires, qualifies, delivers]);
  test.each<{ when: string; line: Line; code: string; says: string }>([
    { when: 'of another lead', line: { ...accepts, leadId: 'b' }, code: 'other_lead', says: 'event "next" is about lead "b", and the record is that of lead "a"' },
    { when: 'that took its step before', line: { ...qualifies, id: 'e2' }, code: 'taken_before', says: 'by event "e2" already' },
    {
      when: 'from before the stage was entered',
      line: { ...accepts, at: 1999 },
      code: 'time_travel',
      says: 'happened at 1970-01-01T00:00:01.999Z, before the lead entered "mql" at 1970-01-01T00:00:02Z',
    },
    {
      when: 'decided on a stage that the lead has left',
      line: { ...qualifies, leftStage: 'inquiry' },
      code: 'left_elsewhere',
      says: 'says that the lead leaves "inquiry", and it is in "mql": somebody was faster, or the record is out of date',
    },
  ])('$when', ({ line, code, says }) => {
    const { verdict, record } = next(line, before, 3);
    expect(verdict).toMatchObject({ ok: false, code: `lifecycle.${code}`, guard: null, missing: [], mayAct: [] });
    expect(verdict.ok ? '' : verdict.message).toContain(says);
    expect(verdict.ok ? [] : verdict.legalNow.map(({ on, to }) => `${on} ${to}`)).toEqual(['accepted sal', 'rejected rejected', 'expired expired']);
    expect(record).toBe(before);
  });

  test('at the very moment of the last step, and leaving the stage that the lead is in, is fine', () => {
    expect(next({ ...accepts, at: 2000, leftStage: 'mql' }, before, 3).verdict).toEqual({ ok: true, stage: 'sal' });
  });

  test('a record of another framework or of another text of it is no ground for a verdict', () => {
    const stray = { ...before, frameworkDigest: '0'.repeat(64) };
    expect(next(accepts, stray, 3)).toMatchObject({ verdict: { ok: false, code: 'lifecycle.changed_framework' }, record: stray });
    expect(next(accepts, { ...before, frameworkId: 'hubspot' }, 3).verdict).toMatchObject({ ok: false, code: 'lifecycle.other_framework' });
  });
});

describe('a stored record', () => {
  const stored = stateRecord(lifecycle, replay(lifecycle, logOf(...life)).states.get('a'));
  const throughJson: unknown = JSON.parse(JSON.stringify(stored));

  test('survives JSON', () => {
    expect(safeParseStateRecord(lifecycle, throughJson)).toEqual({ ok: true, value: stored });
  });

  test('of a lead whose history the log lacks says which stays are inferred', () => {
    const state = replay(lifecycle, logOf(...life)).states.get('a');
    const [first, ...others] = state?.visits ?? [];
    if (state === undefined || first === undefined) throw new Error('no life');
    const record = stateRecord(lifecycle, { ...state, visits: [{ ...first, inferred: true }, ...others] });
    expect(record.history.map(({ inferred }) => inferred)).toEqual([true, undefined, undefined, undefined]);
    expect(safeParseStateRecord(lifecycle, JSON.parse(JSON.stringify(record)))).toEqual({ ok: true, value: record });
  });

  test.each<{ when: string; change: object; issues: readonly string[] }>([
    { when: 'another framework’s', change: { frameworkId: 'hubspot' }, issues: ['lifecycle.other_framework at frameworkId'] },
    { when: 'of the framework before it changed', change: { frameworkDigest: '0'.repeat(64) }, issues: ['lifecycle.changed_framework at frameworkDigest'] },
    { when: 'in a stage that there is none', change: { stage: 'mqll' }, issues: ['lifecycle.unknown_stage at stage'] },
    { when: 'with a history of a stage that there is none', change: { history: [{ stage: 'x', at: 0, event: 'e' }] }, issues: ['lifecycle.unknown_stage at history.0.stage'] },
    { when: 'whose history ends elsewhere', change: { stage: 'won' }, issues: ['lifecycle.history_ends_elsewhere at history'] },
    { when: 'that went through stages and is at the start', change: { stage: 'start' }, issues: ['lifecycle.history_ends_elsewhere at history'] },
    { when: 'in a stage that it never entered', change: { history: [] }, issues: ['lifecycle.history_ends_elsewhere at history'] },
    { when: 'of a version to come', change: { version: 3 }, issues: ['lifecycle.unknown_version at version'] },
    { when: 'of version 0', change: { version: 0 }, issues: ['lifecycle.unknown_version at version'] },
    { when: 'whose version is text', change: { version: '2' }, issues: ['input.not_one_of at version'] },
    { when: 'whose counts are below nothing', change: { standing: { ...stored.standing, recycles: -1 } }, issues: ['input.invalid at standing.recycles'] },
    { when: 'no record at all', change: { standing: null, extra: 1 }, issues: ['input.wrong_type at standing', 'input.unknown_key at extra'] },
  ])('$when is refused', ({ change, issues }) => {
    expect(issuesOf(safeParseStateRecord(lifecycle, { ...stored, ...change }))).toEqual(issues);
  });

  test.each([null, undefined, 7, 'record', [], { version: null }, new Map()])('%s is refused', (input) => {
    expect(safeParseStateRecord(lifecycle, input).ok).toBe(false);
  });

  test('one of another framework never runs, and never kills the process', () => {
    expect(safeParseStateRecord(createLifecycle(hubspot), throughJson).ok).toBe(false);
  });
});

describe('a record of version 1, which held the counts and no more', () => {
  const { frameworkId, frameworkDigest } = stateRecord(lifecycle);
  const version1 = {
    version: 1,
    frameworkId,
    frameworkDigest,
    stage: 'sal',
    standing: { delivered: false, receiver: 'sales_development', attemptsSinceDelivery: 2, accepter: 'sales_development', attemptsSinceAcceptance: 2 },
    history: [{ stage: 'mql', at: 1000, event: 'e1' }, { stage: 'sal', at: 2000, event: 'e2' }],
  };
  const read = (input: object): StateRecord => {
    const result = safeParseStateRecord(lifecycle, input);
    if (!result.ok) throw new Error(result.issues.map(({ message }) => message).join());
    return result.value;
  };

  test('is read, keeps what it held, and says what is not known', () => {
    expect(read(version1)).toEqual({
      ...version1,
      version: 2,
      leadId: null,
      standing: { ...version1.standing, attemptsAt: [], contacted: false, recycles: 0, fitTier: null, fields: {}, qualification: {} },
      unknown: ['attemptsAt', 'contacted', 'recycles', 'fitTier', 'fields', 'qualification'],
    });
  });

  test('without attempts since acceptance knows that there were none at any moment', () => {
    expect(read({ ...version1, standing: { ...version1.standing, attemptsSinceAcceptance: 0 } }).unknown).not.toContain('attemptsAt');
  });

  test('is read by the shape of its own version, to the letter', () => {
    expect(issuesOf(safeParseStateRecord(lifecycle, { ...version1, standing: { ...version1.standing, contacted: false } }))).toEqual(['input.unknown_key at standing.contacted']);
    expect(issuesOf(safeParseStateRecord(lifecycle, { ...version1, leadId: 'a' }))).toEqual(['input.unknown_key at leadId']);
  });

  test('learns, event by event, what was not known', () => {
    const after = (...lines: readonly Line[]): readonly string[] => advanced(lines.map((line, i) => ({ id: `x${String(i)}`, at: 3000 + i, ...line })), read(version1)).unknown;
    expect(after({ type: 'contact_made', channel: 'phone', by: sdr })).toEqual(['attemptsAt', 'recycles', 'fitTier', 'fields', 'qualification']);
    expect(after({ type: 'contact_made', channel: 'email', by: robot })).toContain('contacted');
    expect(after(delivers)).toEqual(after({ type: 'contact_made', channel: 'phone', by: sdr }));
    expect(after({ type: 'score_changed', score: 1, kind: 'fit', tier: 'a' })).not.toContain('fitTier');
    expect(after({ type: 'score_changed', score: 1, kind: 'engagement' })).toContain('fitTier');
  });

  test('meets neither "contacted" nor "not contacted" while that is not known', () => {
    const asking = (kind: 'contacted' | 'not_contacted'): Framework => ({
      ...sirius2006,
      transitions: [{ on: 'disqualified', from: ['sal'], to: 'disqualified', requires: [{ kind }] }],
    });
    for (const kind of ['contacted', 'not_contacted'] as const) {
      const strict = createLifecycle(asking(kind));
      const record = read(version1);
      const asked = { ...record, frameworkDigest: strict.digest };
      const [event] = story({ ...disqualifies, id: 'x', at: 3000 }).filter(isAboutLead);
      if (event === undefined) throw new Error('no event');
      expect(advance(strict, asked, event).verdict).toMatchObject({ ok: false, guard: kind, missing: [{ message: 'it is not known whether one of our people has spoken with the lead' }] });
      expect(advance(strict, { ...asked, unknown: [] }, event).verdict.ok).toBe(kind === 'not_contacted');
    }
  });

  test('of no known stage or framework is refused like any other', () => {
    expect(issuesOf(safeParseStateRecord(lifecycle, { ...version1, stage: 'mqll' }))).toEqual(['lifecycle.unknown_stage at stage']);
    expect(issuesOf(safeParseStateRecord(lifecycle, { ...version1, frameworkId: 'mine' }))).toEqual(['lifecycle.other_framework at frameworkId']);
  });
});

describe('a record stored under an earlier text of the framework', () => {
  const old = createLifecycle(sirius2006);
  const stored = stateRecord(old, replay(old, logOf(inquires, qualifies, delivers, rejects)).states.get('a'));
  const renamed = (id: string): string => (id === 'mql' ? 'aql' : id);
  /** The same life with "mql" renamed to "aql", and a rule for what was stored before. */
  const revised = (migrations: Framework['migrations']): Framework => ({
    ...sirius2006,
    stages: sirius2006.stages.map((stage) => ({ ...stage, id: renamed(stage.id) })),
    transitions: sirius2006.transitions.map((step) => ({ ...step, from: step.from.map(renamed), to: renamed(step.to) })),
    milestones: { mql: ['aql'] },
    ...(migrations === undefined ? {} : { migrations }),
  });
  const reading = (migrations: Framework['migrations'], record: unknown = stored) => safeParseStateRecord(createLifecycle(revised(migrations)), record);

  test('follows the rule for its digest, history and all; stages that the rule does not name keep their id', () => {
    const rules = [{ from: '1'.repeat(64), stages: { mql: 'sal' } }, { from: old.digest, stages: { mql: 'aql' } }];
    const now = createLifecycle(revised(rules));
    const read = safeParseStateRecord(now, stored);
    expect(read).toEqual({
      ok: true,
      value: { ...stored, frameworkDigest: now.digest, stage: 'rejected', history: stored.history.map((entry) => ({ ...entry, stage: renamed(entry.stage) })) },
    });
    expect(stored.history.map(({ stage }) => stage)).toEqual(['inquiry', 'mql', 'rejected']);
    // What came out is a record of this text: it reads as it is.
    expect(safeParseStateRecord(now, read.ok ? read.value : null)).toEqual(read);
  });

  test('of version 1 takes both ways at once', () => {
    const { version, leadId, unknown, standing, ...rest } = stored;
    const { delivered, receiver, attemptsSinceDelivery, accepter, attemptsSinceAcceptance } = standing;
    const first = { ...rest, version: 1, standing: { delivered, receiver, attemptsSinceDelivery, accepter, attemptsSinceAcceptance } };
    expect(reading([{ from: old.digest, stages: { mql: 'aql' } }], first)).toMatchObject({ ok: true, value: { version: 2, history: [{ stage: 'inquiry' }, { stage: 'aql' }, { stage: 'rejected' }] } });
  });

  test.each<{ when: string; migrations: Framework['migrations']; change?: object; issues: readonly string[] }>([
    { when: 'no rules at all', migrations: undefined, issues: ['lifecycle.changed_framework at frameworkDigest'] },
    { when: 'no rule for its digest', migrations: [{ from: '1'.repeat(64), stages: { mql: 'aql' } }], issues: ['lifecycle.changed_framework at frameworkDigest'] },
    { when: 'a rule that forgets a stage it went through', migrations: [{ from: old.digest, stages: {} }], issues: ['lifecycle.stage_gone at history.1.stage'] },
    {
      when: 'a rule that forgets the stage it is in',
      migrations: [{ from: old.digest, stages: {} }],
      change: { stage: 'mql' },
      issues: ['lifecycle.stage_gone at stage', 'lifecycle.stage_gone at history.1.stage'],
    },
    { when: 'no rule, and another id', migrations: undefined, change: { frameworkId: 'x' }, issues: ['lifecycle.other_framework at frameworkId'] },
  ])('is refused: $when', ({ migrations, change = {}, issues }) => {
    expect(issuesOf(reading(migrations, { ...stored, ...change }))).toEqual(issues);
  });

  test('a record of the framework that this one extends is read by a rule for its digest', () => {
    const ours = extendFramework({
      id: 'ours',
      title: 'Ours',
      extends: 'sirius_2006',
      source: 'Agreed in May',
      rename: [{ stage: 'sal', term: 'Working' }],
      migrations: [{ from: createLifecycle(sirius2006).digest, stages: {} }],
    });
    if (!ours.ok) throw new Error('the extension fits');
    const now = createLifecycle(ours.value);
    expect(safeParseStateRecord(now, stored)).toEqual({ ok: true, value: { ...stored, frameworkId: 'ours', frameworkDigest: now.digest } });
  });

  test('that stood before its first stage still does', () => {
    expect(reading([{ from: old.digest, stages: { mql: 'aql' } }], stateRecord(old))).toMatchObject({ ok: true, value: { stage: 'start' } });
  });

  test('the reason is said in words', () => {
    const said = (migrations: Framework['migrations']): string => {
      const read = reading(migrations);
      return read.ok ? '' : (read.issues[0]?.message ?? '');
    };
    const digest = old.digest.slice(0, 12);
    expect(said([])).toBe(`framework "sirius_2006" has changed since the state was stored, and declares no migration from ${digest}…; add one, or replay the lead's events`);
    expect(said([{ from: old.digest, stages: {} }])).toBe(`stage "mql" is gone, and the migration from ${digest}… does not say where its leads are now`);
  });

  test.each<{ when: string; migrations: NonNullable<Framework['migrations']>; issues: readonly string[] }>([
    { when: 'into an unknown stage', migrations: [{ from: old.digest, stages: { mql: 'aqll' } }], issues: ['lifecycle.unknown_stage at migrations.0.stages.mql'] },
    { when: 'into start', migrations: [{ from: old.digest, stages: { mql: 'start' } }], issues: ['lifecycle.reserved_stage at migrations.0.stages.mql'] },
    { when: 'from start', migrations: [{ from: old.digest, stages: { start: 'sal' } }], issues: ['lifecycle.reserved_stage at migrations.0.stages.start'] },
    {
      when: 'twice from one text',
      migrations: [{ from: old.digest, stages: { mql: 'aql' } }, { from: old.digest, stages: { mql: 'sal' } }],
      issues: ['lifecycle.duplicate_migration at migrations.1.from'],
    },
  ])('a framework that migrates $when contradicts itself', ({ migrations, issues }) => {
    const made = safeCreateLifecycle(revised(migrations));
    expect(made.ok ? [] : made.issues.map(({ code, path }) => `${code} at ${path.join('.')}`)).toEqual(issues);
  });
});

test('what `advance` lets happen, one event after the other, a replay of just that finds no fault in, and ends in the same record', () => {
  for (const framework of STANDARD_FRAMEWORKS) {
    const life = createLifecycle(framework);
    fc.assert(
      fc.property(anyLog(framework), (events) => {
        let record = stateRecord(life);
        const allowed: Event[] = [];
        // One lead's, in order; events at one moment stay in the order of their rows.
        for (const event of resolve(events.map((one) => ({ ...one, leadId: 'a' }) as Event)).events.filter(isAboutLead)) {
          const { verdict, record: next } = advance(life, record, event);
          if (!verdict.ok) continue;
          allowed.push(event);
          record = next;
          const parsed = safeParseStateRecord(life, JSON.parse(JSON.stringify(next)));
          expect(parsed).toEqual({ ok: true, value: next });
        }
        const followed = replay(life, resolve(allowed));
        expect(followed.violations).toEqual([]);
        expect(stateRecord(life, followed.states.get('a'))).toEqual({ ...record, leadId: record.history.length === 0 ? null : 'a' });
      }),
      { numRuns: 60 },
    );
  }
});

test('whatever is handed in for a record, the answer is a result', () => {
  const good = stateRecord(lifecycle, replay(lifecycle, logOf(...life)).states.get('a'));
  const nearly = fc.tuple(fc.constantFrom(...Object.keys(good), 'version', 'extra'), fc.anything()).map(([key, value]) => ({ ...good, [key]: value }));
  fc.assert(
    fc.property(fc.oneof(fc.anything({ maxDepth: 4 }), nearly), (input) => {
      const read = safeParseStateRecord(lifecycle, input);
      expect(read.ok || read.issues.length > 0).toBe(true);
    }),
  );
});
