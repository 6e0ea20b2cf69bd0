import { describe, expect, test } from 'vitest';
import { createLifecycle, legalSteps, transition, type Step, type StepFacts } from 'revpact/lifecycle';
import { sirius2006, sirius2012, type Framework } from 'revpact/vocabulary';

const lifecycle = createLifecycle(sirius2006);
type StageId = (typeof lifecycle.stages)[number];
type On = (typeof sirius2006.transitions)[number]['on'];
const facts: StepFacts = {
  party: 'sales_development',
  human: true,
  rejectionClass: null,
  delivered: true,
  receiver: 'sales_development',
  attemptsSinceDelivery: 0,
  attemptsSinceAcceptance: 0,
};

describe('a step', () => {
  test.each<{ when: string; from: StageId | 'start'; step: Step<StageId, On>; having?: Partial<StepFacts>; becomes: StageId }>([
    { when: 'an inquiry opens the life', from: 'start', step: { type: 'inquiry' }, becomes: 'inquiry' },
    { when: 'a delivered MQL is accepted by a person', from: 'mql', step: { type: 'accepted' }, becomes: 'sal' },
    { when: 'the record names the stage it enters', from: 'mql', step: { type: 'accepted', stage: 'sal' }, becomes: 'sal' },
    {
      when: 'a rejection before any attempt gives its class',
      from: 'mql',
      step: { type: 'rejected' },
      having: { rejectionClass: 'procedural' },
      becomes: 'rejected',
    },
    {
      when: 'disqualified after one attempt by the accepter',
      from: 'sal',
      step: { type: 'disqualified' },
      having: { delivered: false, attemptsSinceAcceptance: 1 },
      becomes: 'disqualified',
    },
    { when: 'what left is taken up again', from: 'lost', step: { type: 'recycled' }, becomes: 'recycled' },
  ])('$when: $from → $becomes', ({ from, step, having, becomes }) => {
    expect(transition(lifecycle, from, step, { ...facts, ...having })).toEqual({ ok: true, stage: becomes });
  });
});

describe('a refusal says why', () => {
  test.each<{
    when: string;
    from: StageId | 'start';
    step: Step<StageId, On>;
    having?: Partial<StepFacts>;
    code: string;
    guard: string | null;
    missing: readonly string[];
    message: string;
  }>([
    {
      when: 'nothing of the kind is agreed there',
      from: 'inquiry',
      step: { type: 'opportunity_won' },
      code: 'no_such_step',
      guard: null,
      missing: [],
      message: 'a lead in "inquiry" cannot take "opportunity_won"; agreed from there: qualified, expired',
    },
    {
      when: 'no step leads on from a customer',
      from: 'won',
      step: { type: 'recycled' },
      code: 'no_such_step',
      guard: null,
      missing: [],
      message: 'a lead in "won" cannot take "recycled"; nothing is agreed from there',
    },
    {
      when: 'the record names another stage than agreed',
      from: 'mql',
      step: { type: 'accepted', stage: 'sql' },
      code: 'leads_elsewhere',
      guard: null,
      missing: [],
      message: '"accepted" takes a lead in "mql" to "sal", not to "sql"',
    },
    {
      when: 'the lead is there already',
      from: 'mql',
      step: { type: 'qualified', stage: 'mql' },
      code: 'already_there',
      guard: null,
      missing: [],
      message: 'the lead is in "mql" already; "qualified" does not enter it anew',
    },
    {
      when: 'automation accepts',
      from: 'mql',
      step: { type: 'accepted' },
      having: { human: false },
      code: 'requirement_missing',
      guard: 'human',
      missing: ['lifecycle.needs_human'],
      message: 'a lead in "mql" cannot take "accepted" now: a person must do this, and it was automation of sales_development',
    },
    {
      when: 'who delivered answers for the receiver',
      from: 'mql',
      step: { type: 'accepted' },
      having: { party: 'marketing' },
      code: 'requirement_missing',
      guard: 'by_receiver',
      missing: ['lifecycle.needs_receiver'],
      message: 'a lead in "mql" cannot take "accepted" now: it was handed to sales_development, and only they may answer; it was marketing',
    },
    {
      when: 'two things are missing at once',
      from: 'mql',
      step: { type: 'accepted' },
      having: { human: false, delivered: false },
      code: 'requirement_missing',
      guard: 'delivered',
      missing: ['lifecycle.needs_delivery', 'lifecycle.needs_human'],
      message:
        'a lead in "mql" cannot take "accepted" now: the lead does not stand delivered: it was not handed off, or the hand-off was answered already; a person must do this, and it was automation of sales_development',
    },
    {
      when: 'a rejection comes after an attempt',
      from: 'mql',
      step: { type: 'rejected' },
      having: { rejectionClass: 'clerical', attemptsSinceDelivery: 2 },
      code: 'requirement_missing',
      guard: 'not_attempted_since_delivery',
      missing: ['lifecycle.needs_no_attempt'],
      message: 'a lead in "mql" cannot take "rejected" now: the receiver had made 2 attempts since this delivery',
    },
    {
      when: 'a rejection gives no class',
      from: 'mql',
      step: { type: 'rejected' },
      code: 'requirement_missing',
      guard: 'rejection_class',
      missing: ['lifecycle.needs_rejection_class'],
      message: 'a lead in "mql" cannot take "rejected" now: the reason must be procedural, clerical, definitional, and it was not given',
    },
    {
      when: 'disqualified without an attempt',
      from: 'sal',
      step: { type: 'disqualified' },
      code: 'requirement_missing',
      guard: 'attempted_since_acceptance',
      missing: ['lifecycle.needs_attempts'],
      message: 'a lead in "sal" cannot take "disqualified" now: the accepter had made 0 attempts since accepting, and 1 is agreed',
    },
  ])('$when', ({ from, step, having, code, guard, missing, message }) => {
    const verdict = transition(lifecycle, from, step, { ...facts, ...having });
    expect(verdict).toMatchObject({ ok: false, code: `lifecycle.${code}`, guard, message });
    expect(verdict.ok ? [] : verdict.missing.map((issue) => issue.code)).toEqual(missing);
  });
});

describe('who may act, and what would be legal now', () => {
  const strict: Framework = {
    ...sirius2006,
    transitions: [
      { on: 'qualified', from: ['start'], to: 'mql', requires: [{ kind: 'party', oneOf: ['marketing'] }] },
      { on: 'accepted', from: ['mql'], to: 'sal', requires: [{ kind: 'party', oneOf: ['sales_development', 'sales'] }, { kind: 'delivered' }] },
      { on: 'expired', from: ['mql'], to: 'expired', requires: [{ kind: 'party', oneOf: ['marketing', 'sales'] }, { kind: 'party', oneOf: ['sales'] }] },
      { on: 'rejected', from: ['mql'], to: 'rejected', requires: [{ kind: 'human' }] },
    ],
  };
  const ask = (from: string, step: Step, having: Partial<StepFacts> = {}) => transition(createLifecycle(strict), from, step, { ...facts, ...having });

  test('the parties that the step names', () => {
    expect(ask('mql', { type: 'accepted' }, { party: 'marketing' })).toMatchObject({
      guard: 'party',
      mayAct: ['sales', 'sales_development'],
      message: 'a lead in "mql" cannot take "accepted" now: only sales_development, sales may do this, and it was marketing',
    });
  });

  test('nobody, where the step is not agreed', () => {
    expect(ask('sal', { type: 'accepted' })).toMatchObject({ ok: false, mayAct: [] });
  });

  test('anyone, where the step names no party', () => {
    expect(ask('mql', { type: 'rejected' }, { human: false })).toMatchObject({ ok: false, mayAct: 'anyone' });
  });

  test('steps that the standing forbids are not legal now; those that the right person could take are', () => {
    expect(legalSteps(createLifecycle(strict), 'mql', { ...facts, delivered: false })).toEqual([
      { on: 'expired', to: 'expired', by: ['sales'], requires: [] },
      { on: 'rejected', to: 'rejected', by: 'anyone', requires: [{ kind: 'human' }] },
    ]);
  });
});

test('an observation that the agreed life takes nowhere is refused like any other step, where somebody asks', () => {
  expect(transition(lifecycle, 'mql', { type: 'inquiry' }, facts)).toMatchObject({ ok: false, code: 'lifecycle.no_such_step', mayAct: [] });
});

test('a framework read at run time is judged by the same lists as a literal one', () => {
  const read = createLifecycle(JSON.parse(JSON.stringify(sirius2006)) as Framework);
  for (const from of ['start', ...read.stages]) {
    expect(read.candidates(from)).toEqual(lifecycle.candidates(from));
    expect(read.offers(from)).toEqual(lifecycle.offers(from));
  }
  expect(read.digest).toBe(lifecycle.digest);
});

test('who may answer a delivery is the party that it was handed to, and no step that is another party’s is offered', () => {
  const twoWays = createLifecycle(sirius2012);
  const ask = (to: string) => {
    const verdict = transition(twoWays, 'aql', { type: 'accepted' }, { ...facts, party: 'marketing', receiver: to });
    return verdict.ok ? null : { mayAct: verdict.mayAct, accepted: verdict.legalNow.filter(({ on }) => on === 'accepted') };
  };
  const requires = [{ kind: 'human' }];
  expect(ask('sales')).toEqual({ mayAct: ['sales'], accepted: [{ on: 'accepted', to: 'sal', by: ['sales'], requires }] });
  expect(ask('sales_development')).toEqual({
    mayAct: ['sales_development'],
    accepted: [
      { on: 'accepted', to: 'tal', by: ['sales_development'], requires },
      { on: 'accepted', to: 'sal', by: ['sales_development'], requires },
    ],
  });
});
