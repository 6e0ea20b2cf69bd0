import { describe, expect, test } from 'vitest';
import { SimulatedClock } from 'xstate';
import { createLifecycle, resolve, stateRecord, type StateRecord } from 'revpact/lifecycle';
import { liveLead, restoreLead, watchExpiry, type Expiry, type ExpiryClock, type ExpiryPlan, type LiveLead } from 'revpact/lifecycle/xstate';
import { add, openHours } from 'revpact/sla';
import { sirius2006, type Event, type Framework, type LeadEvent } from 'revpact/vocabulary';
import { accepts, delivers, inquires, isAboutLead, qualifies, recycles, story, type Line } from '../support/lead-log.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const lifecycle = createLifecycle(sirius2006);
const event = (line: Line, at: number, id = `${line.type} at ${String(at)}`): LeadEvent => {
  const [one] = story({ ...line, id, at }).filter(isAboutLead);
  if (one === undefined) throw new Error('no event of a lead');
  return one;
};

/** A host that records what it is told: its log, the record it stored last, and a clock that it can move. */
const host = (life: Framework = sirius2006, plan: Partial<ExpiryPlan> = {}) => {
  const lived = createLifecycle(life);
  const clock = new SimulatedClock();
  const log: Event[] = [];
  const expiries: Expiry[] = [];
  let stored: StateRecord = stateRecord(lived);
  const open = (): { lead: LiveLead; stop: () => void } => {
    const restored = restoreLead(lived, JSON.parse(JSON.stringify(stored)));
    if (!restored.ok) throw new Error('refused');
    const lead: LiveLead = restored.value;
    lead.onTaken((record) => {
      stored = record;
    });
    const stop = watchExpiry(lead, {
      leadId: 'a',
      clock,
      by: 'marketing',
      deadline: (stage, enteredAt) => (stage === 'mql' ? enteredAt + 48 * HOUR : stage === 'sal' ? enteredAt + 10 * DAY : null),
      eventId: ({ leadId, stage, deadline }) => `expiry of ${leadId} in ${stage} at ${String(deadline)}`,
      onExpired: (expiry) => {
        expiries.push(expiry);
        log.push(expiry.event);
      },
      ...plan,
    });
    return { lead, stop };
  };
  return { clock, log, expiries, open, record: () => stored };
};

const enterMql = (lead: LiveLead, at = 0): void => {
  for (const one of [event(inquires, at), event(qualifies, at)]) lead.take(one);
};

test('at the deadline, and not before, the lead expires: by automation of the party, at the deadline', () => {
  const { clock, expiries, open } = host();
  const { lead } = open();
  enterMql(lead);
  clock.increment(48 * HOUR - 1);
  expect(expiries).toEqual([]);
  clock.increment(1);
  expect(lead.actor.getSnapshot().value).toBe('expired');
  expect(expiries.map(({ event: sent, verdict }) => ({ sent, verdict }))).toEqual([
    {
      sent: {
        id: `expiry of a in mql at ${String(48 * HOUR)}`,
        type: 'expired',
        at: 48 * HOUR,
        knownAt: 48 * HOUR,
        by: { party: 'marketing', kind: 'automation' },
        leadId: 'a',
        leftStage: 'mql',
      },
      verdict: { ok: true, stage: 'expired' },
    },
  ]);
});

test('a deadline that says which clause it is of: so does the event', () => {
  const { clock, expiries, open } = host(sirius2006, { deadline: (stage, enteredAt) => (stage === 'mql' ? { at: enteredAt + HOUR, clause: 'sdr_answer' } : null) });
  enterMql(open().lead);
  clock.increment(HOUR);
  expect(expiries.map(({ event: sent }) => [sent.at, sent.clause])).toEqual([[HOUR, 'sdr_answer']]);
});

test('a stage entered in time takes the deadline with it, and has its own', () => {
  const { clock, expiries, open } = host();
  const { lead } = open();
  enterMql(lead);
  lead.take(event(delivers, 0));
  clock.set(47 * HOUR);
  lead.take(event(accepts, 47 * HOUR));
  clock.set(47 * HOUR + 10 * DAY - 1);
  expect(expiries).toEqual([]);
  clock.increment(1);
  expect(expiries.map(({ event: sent }) => [sent.leftStage, sent.at])).toEqual([['sal', 47 * HOUR + 10 * DAY]]);
});

test('what leaves the stage leaves the deadline', () => {
  const { clock, expiries, open } = host();
  const { lead } = open();
  enterMql(lead);
  clock.set(HOUR);
  lead.take(event(delivers, HOUR));
  lead.take(event({ type: 'touch' }, HOUR));
  clock.set(48 * HOUR);
  expect(expiries).toHaveLength(1);
});

test('each entry of a stage is a stay of its own', () => {
  const { clock, expiries, open } = host();
  const { lead } = open();
  enterMql(lead);
  clock.set(48 * HOUR);
  lead.take(event(recycles, 50 * HOUR));
  lead.take(event(qualifies, 60 * HOUR, 'again'));
  clock.set(108 * HOUR - 1);
  expect(expiries).toHaveLength(1);
  clock.increment(1);
  expect(expiries.map(({ event: sent }) => sent.at)).toEqual([48 * HOUR, 108 * HOUR]);
});

describe('over restarts', () => {
  test('a deadline that passed meanwhile is caught up with at once: at the deadline, known now', () => {
    const { clock, expiries, open } = host();
    const first = open();
    enterMql(first.lead);
    first.lead.stop();
    clock.set(100 * HOUR);
    expect(expiries).toEqual([]);
    const { lead } = open();
    expect(lead.actor.getSnapshot().value).toBe('expired');
    expect(expiries.map(({ event: { at, knownAt } }) => ({ at, knownAt }))).toEqual([{ at: 48 * HOUR, knownAt: 100 * HOUR }]);
  });

  test('a deadline still to come is waited for, however often the process restarts', () => {
    const { clock, expiries, open } = host();
    const first = open();
    enterMql(first.lead);
    first.lead.stop();
    for (let hour = 1; hour < 48; hour += 1) {
      clock.set(hour * HOUR);
      open().lead.stop();
    }
    expect(expiries).toEqual([]);
    const last = open();
    clock.set(48 * HOUR);
    expect(expiries).toHaveLength(1);
    last.lead.stop();
    open().lead.stop();
    open();
    clock.increment(100 * DAY);
    expect(expiries).toHaveLength(1);
  });

  test('what a crash made the host send twice is one event, since its id depends on the stay alone', () => {
    const { clock, log, open, record } = host();
    const { lead } = open();
    enterMql(lead);
    const before = record();
    clock.set(48 * HOUR);
    // Another process still had the record of before, and expires the same stay.
    const twin = liveLead(lifecycle, before);
    watchExpiry(twin, { leadId: 'a', clock, by: 'marketing', deadline: (_, at) => at + 48 * HOUR, eventId: ({ leadId, stage, deadline }) => `expiry of ${leadId} in ${stage} at ${String(deadline)}`, onExpired: (expiry) => log.push(expiry.event) });
    expect(log).toHaveLength(2);
    expect(resolve(log).counts).toMatchObject({ kept: 1, duplicates: 1, conflicts: 0 });
  });

  test('stays that ended one after the other are caught up with in their order', () => {
    const chain: Framework = { ...sirius2006, transitions: [...sirius2006.transitions, { on: 'expired', from: ['expired'], to: 'lost' }] };
    const { clock, expiries, open } = host(chain, { deadline: (stage, enteredAt) => (stage === 'mql' || stage === 'expired' ? enteredAt + DAY : null) });
    const first = open();
    enterMql(first.lead);
    first.lead.stop();
    clock.set(10 * DAY);
    open();
    expect(expiries.map(({ event: sent, verdict }) => [sent.leftStage, sent.at / DAY, verdict.ok && verdict.stage])).toEqual([
      ['mql', 1, 'expired'],
      ['expired', 2, 'lost'],
    ]);
  });
});

describe('timers', () => {
  test('a deadline further away than timers reach (24.8 days) is reached all the same', () => {
    const { clock, expiries, open } = host(sirius2006, { deadline: (stage, at) => (stage === 'mql' ? at + 90 * DAY : null) });
    const longest = 2 ** 31 - 1;
    const delays: number[] = [];
    const real = clock.setTimeout.bind(clock);
    clock.setTimeout = (run, ms) => {
      delays.push(ms);
      return real(run, ms);
    };
    enterMql(open().lead);
    for (let day = 1; day < 90; day += 1) clock.set(day * DAY);
    expect(expiries).toEqual([]);
    clock.set(90 * DAY);
    expect(expiries).toHaveLength(1);
    // The longest delay is 24.86 days; the clock is moved day by day, so that it is found to have run out on days 25, 50 and 75.
    expect(delays).toEqual([longest, longest, longest, 15 * DAY]);
  });

  test('one that fires early is set again', () => {
    const timers: { run: () => void; ms: number }[] = [];
    let now = 0;
    const hasty: ExpiryClock = { now: () => now, setTimeout: (run, ms) => timers.push({ run, ms }), clearTimeout: () => undefined };
    const { expiries, open } = host(sirius2006, { clock: hasty });
    enterMql(open().lead);
    now = 48 * HOUR - 3;
    timers[0]?.run();
    expect(expiries).toEqual([]);
    expect(timers[1]?.ms).toBe(3);
    now = 48 * HOUR + 5;
    timers[1]?.run();
    expect(expiries.map(({ event: sent }) => sent.at)).toEqual([48 * HOUR]);
  });

  test('at most one is set at a time, and none is left behind', () => {
    const set = new Set<number>();
    const clock = new SimulatedClock();
    let most = 0;
    const counting: ExpiryClock = {
      now: () => clock.now(),
      setTimeout: (run, ms) => {
        const id = clock.setTimeout(() => {
          set.delete(id);
          run();
        }, ms);
        set.add(id);
        most = Math.max(most, set.size);
        return id;
      },
      clearTimeout: (id: number) => {
        clock.clearTimeout(id);
        set.delete(id);
      },
    };
    const { open } = host(sirius2006, { clock: counting });
    const { lead, stop } = open();
    enterMql(lead);
    for (let i = 0; i < 20; i += 1) lead.take(event({ type: 'touch' }, i, `t${String(i)}`));
    expect([set.size, most]).toEqual([1, 1]);
    stop();
    expect(set.size).toBe(0);
  });

  test.each<{ how: string; end: (open: { lead: LiveLead; stop: () => void }) => void }>([
    { how: 'stopping the watch', end: ({ stop }) => { stop(); } },
    { how: 'stopping the lead', end: ({ lead }) => { lead.stop(); } },
    { how: 'stopping XState’s actor', end: ({ lead }) => { lead.actor.stop(); } },
    { how: 'both, twice', end: ({ lead, stop }) => { stop(); lead.stop(); stop(); lead.stop(); } },
  ])('$how ends it', ({ end }) => {
    const { clock, expiries, open } = host();
    const opened = open();
    enterMql(opened.lead);
    end(opened);
    clock.set(100 * DAY);
    expect(expiries).toEqual([]);
  });

  test('the host’s own clock and timers fit', () => {
    const clock: ExpiryClock = { now: () => Date.now(), setTimeout: (run, ms) => setTimeout(run, ms), clearTimeout: (timer) => { clearTimeout(timer); } };
    const plain: ExpiryClock = { now: Date.now, setTimeout, clearTimeout };
    expect(plain.now()).toBeGreaterThan(0);
    const { open } = host(sirius2006, { clock });
    const { lead, stop } = open();
    enterMql(lead, Date.now());
    stop();
    expect(lead.record().stage).toBe('mql');
  });
});

describe('each stay is told once', () => {
  test('also where the agreed life refuses, and the refusal comes with its reason', () => {
    const { clock, expiries, open } = host({
      ...sirius2006,
      transitions: [...sirius2006.transitions.filter(({ on }) => on !== 'expired'), { on: 'expired', from: ['sal'], to: 'expired' }],
    });
    const { lead } = open();
    enterMql(lead);
    clock.set(48 * HOUR);
    lead.take(event({ type: 'touch' }, 48 * HOUR));
    clock.set(100 * DAY);
    expect(expiries.map(({ verdict }) => (verdict.ok ? '' : verdict.code))).toEqual(['lifecycle.no_such_step']);
    expect(lead.record().stage).toBe('mql');
  });

  test('also where an expiry enters the stage anew with a deadline that has passed', () => {
    const { expiries, open } = host(
      { ...sirius2006, transitions: [...sirius2006.transitions.filter(({ on }) => on !== 'expired'), { on: 'expired', from: ['mql'], to: 'mql' }] },
      { deadline: (_, enteredAt) => enteredAt },
    );
    enterMql(open().lead);
    expect(expiries.filter(({ event: sent }) => sent.leftStage === 'mql')).toHaveLength(1);
  });

  test('a deadline before the stay began is refused as time travel, not obeyed', () => {
    const { clock, expiries, open } = host(sirius2006, { deadline: (stage, at) => (stage === 'mql' ? at - 1 : null) });
    clock.set(1000);
    const { lead } = open();
    enterMql(lead, 1000);
    expect(expiries.map(({ verdict }) => (verdict.ok ? '' : verdict.code))).toEqual(['lifecycle.time_travel']);
    expect(lead.record().stage).toBe('mql');
  });

  test('before the first stage nothing runs, and no deadline is asked for', () => {
    const asked: string[] = [];
    const { open } = host(sirius2006, { deadline: (stage) => (asked.push(stage), null) });
    const { lead } = open();
    lead.take(event({ type: 'touch' }, 0));
    expect(asked).toEqual([]);
    lead.take(event(inquires, 0));
    expect(asked).toEqual(['inquiry']);
  });
});

test.each([Number.NaN, Infinity, 0.5])('%s is no deadline', (deadline) => {
  const { open } = host(sirius2006, { deadline: () => deadline });
  expect(() => { enterMql(open().lead); }).toThrow(RangeError);
});

test('the host may take the lead on from where it is told, or stop there', () => {
  const recycled = host(sirius2006, {
    onExpired: () => {
      opened.lead.take(event(recycles, 48 * HOUR));
      opened.lead.take(event(qualifies, 48 * HOUR, 'again'));
    },
  });
  const opened = recycled.open();
  enterMql(opened.lead);
  recycled.clock.set(96 * HOUR - 1);
  expect(opened.lead.record().history.map(({ stage }) => stage)).toEqual(['inquiry', 'mql', 'expired', 'recycled', 'mql']);
  // The second stay ends by the clock too; taken up again at a moment before that, it would be time travel.
  recycled.clock.increment(1);
  expect(opened.lead.record().history.map(({ stage }) => stage).slice(5)).toEqual(['expired']);

  const stopping = host(sirius2006, { onExpired: () => { stops.stop(); } });
  const stops = stopping.open();
  enterMql(stops.lead);
  stopping.clock.set(DAY * 100);
  expect(stops.lead.record().stage).toBe('expired');
});

test('a host that fails at one stay still hears of the next', () => {
  const { clock, expiries, open } = host(sirius2006, {
    deadline: (_, enteredAt) => enteredAt + HOUR,
    onExpired: (expiry) => {
      expiries.push(expiry);
      if (expiry.event.leftStage === 'mql') throw new Error('the database is away');
    },
  });
  const { lead } = open();
  clock.set(HOUR);
  expect(() => { lead.take(event(qualifies, 0)); }).toThrow('the database is away');
  clock.set(2 * HOUR);
  expect(expiries.map(({ event: { leftStage } }) => leftStage)).toEqual(['mql', 'expired']);
});

test('in working hours: handed over on Friday at 16:00, with eight open hours, it expires on Monday at 16:00', () => {
  const nine = [{ from: '09:00', to: '17:00' }];
  const office = openHours({ id: 'office', zone: 'Europe/Berlin', week: { mon: nine, tue: nine, wed: nine, thu: nine, fri: nine }, holidays: [] });
  // The clocks go forward in that weekend: Friday is at +01:00, Monday at +02:00.
  const friday = Date.parse('2026-03-27T16:00:00+01:00');
  const monday = Date.parse('2026-03-30T16:00:00+02:00');
  const { clock, expiries, open } = host(sirius2006, { deadline: (stage, at) => (stage === 'mql' ? add(office, at, 8 * HOUR) : null) });
  clock.set(friday);
  const first = open();
  enterMql(first.lead, friday);
  clock.set(Date.parse('2026-03-28T12:00:00+01:00'));
  first.lead.stop();
  // The process is down over Sunday, and up again on Monday morning.
  clock.set(Date.parse('2026-03-30T09:00:00+02:00'));
  const { lead } = open();
  clock.set(monday - 1);
  expect(expiries).toEqual([]);
  clock.increment(1);
  expect(expiries.map(({ event: sent }) => new Date(sent.at).toISOString())).toEqual(['2026-03-30T14:00:00.000Z']);
  expect(lead.record().stage).toBe('expired');
});
