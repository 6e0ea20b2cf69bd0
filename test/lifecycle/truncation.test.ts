import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conformance, createLifecycle, erase, factsFrom, resolve } from 'revpact/lifecycle';
import { sirius2006, type Facts } from 'revpact/vocabulary';
import { accepts, attempts, delivers, inquires, logOf, moves, qualifies, recycles, rejects, sdr, story, type Line } from '../support/lead-log.js';
import { anyLog } from '../support/random-log.js';

// A CRM keeps the last months of a history: its first row says which stage was left, and not when that was entered.

const lifecycle = createLifecycle(sirius2006);
const stays = ({ stageVisits }: Facts): readonly string[] =>
  stageVisits.map(({ stage, inferred, legal, enteredAt, leftAt }) => `${stage}${inferred ? '?' : ''}${legal ? '' : '!'} ${String(enteredAt)}–${leftAt === null ? '' : String(leftAt)}`);
const exits = ({ exits: rows }: Facts): readonly string[] => rows.map(({ exit, at, recycledAt }) => `${exit} ${String(at)}–${recycledAt === null ? '' : String(recycledAt)}`);

describe('a history that begins in the middle', () => {
  test.each<{ when: string; lines: readonly Line[]; visits: readonly string[]; gaps: number }>([
    { when: 'starts from the first known state, inferred', lines: [{ ...accepts, leftStage: 'mql', stage: 'sal' }], visits: ['mql? 1000–1000', 'sal! 1000–'], gaps: 1 },
    { when: 'and goes on from there', lines: [moves('inquiry', 'mql'), delivers, accepts, attempts], visits: ['inquiry? 1000–1000', 'mql 1000–3000', 'sal 3000–'], gaps: 1 },
    { when: 'is no gap where the log has the lead there', lines: [inquires, moves('inquiry', 'mql')], visits: ['inquiry 1000–2000', 'mql 2000–'], gaps: 0 },
    { when: 'may lack a step in between', lines: [inquires, { ...delivers, leftStage: 'mql' }, accepts], visits: ['inquiry 1000–2000', 'mql? 2000–3000', 'sal 3000–'], gaps: 1 },
    { when: 'of an event that is no step: the lead is known to be there', lines: [{ ...attempts, leftStage: 'sal' }], visits: ['sal? 1000–'], gaps: 1 },
    { when: 'after a correction of the stage, the gap is gone', lines: [{ ...inquires, stage: 'mql' }, moves('inquiry', 'mql'), { type: 'correction', corrects: 'e1', change: { kind: 'stage', stage: 'inquiry' }, why: 'mapped wrongly' }], visits: ['inquiry 1000–2000', 'mql 2000–'], gaps: 0 },
  ])('$when', ({ lines, visits, gaps }) => {
    const { facts, notices, noticeCount } = factsFrom(lifecycle, logOf(...lines));
    expect(stays(facts)).toEqual(visits);
    expect(notices.filter(({ code }) => code === 'lifecycle.history_gap')).toHaveLength(gaps);
    expect(noticeCount).toBe(notices.length);
  });

  test('blames nobody for what was not recorded', () => {
    const { replay } = factsFrom(lifecycle, logOf(moves('inquiry', 'mql'), delivers, accepts));
    expect(replay.violations).toEqual([]);
    expect(conformance(replay).byParty).toEqual([]);
  });
});

describe('an exit that nobody recorded', () => {
  test.each<{ when: string; lines: readonly Line[]; found: readonly string[] }>([
    { when: 'makes no exit: nobody knows when it was, and why', lines: [{ ...recycles, leftStage: 'rejected' }], found: [] },
    { when: 'beside one that was recorded', lines: [inquires, qualifies, delivers, rejects, recycles, { ...recycles, leftStage: 'disqualified' }], found: ['rejected 4000–5000'] },
    { when: 'by an event that enters one itself', lines: [inquires, { ...rejects, leftStage: 'expired', stage: 'rejected' }], found: ['rejected 2000–'] },
    { when: 'an inferred stay after a recorded exit brings the lead back', lines: [inquires, qualifies, delivers, rejects, moves('inquiry', 'mql')], found: ['rejected 4000–5000'] },
    { when: 'an inferred exit after a recorded one does not', lines: [inquires, qualifies, delivers, rejects, { ...recycles, leftStage: 'expired' }], found: ['rejected 4000–'] },
  ])('$when', ({ lines, found }) => {
    expect(exits(factsFrom(lifecycle, logOf(...lines)).facts)).toEqual(found);
  });

  test('and every recorded one has its row, whatever was inferred around it', () => {
    fc.assert(
      fc.property(anyLog(sirius2006), (events) => {
        const { facts } = factsFrom(lifecycle, resolve(events));
        const out = ['rejected', 'disqualified', 'expired', 'lost'];
        expect(facts.exits.map(({ leadId, event, exit }) => [leadId, event, exit])).toEqual(
          facts.stageVisits.filter(({ stage, inferred }) => out.includes(stage) && !inferred).map(({ leadId, enteredEvent, stage }) => [leadId, enteredEvent, stage]),
        );
        for (const lead of facts.leads) {
          const nths = facts.exits.filter(({ leadId }) => leadId === lead.leadId).map(({ nth }) => nth);
          expect(nths).toEqual(nths.map((_, i) => i + 1));
        }
      }),
    );
  });
});

test('conversations of our people count before an exit, those of a machine do not', () => {
  const talk = { type: 'contact_made', channel: 'chat' } as const;
  const met = { type: 'meeting_held', meetingId: 'm', by: sdr } as const;
  const lines: Line[] = [inquires, { ...talk, by: sdr }, qualifies, delivers, { ...talk, by: sdr }, met, { ...talk, by: { party: 'marketing', kind: 'automation' } }, rejects];
  expect(factsFrom(lifecycle, logOf(...lines)).facts.exits).toMatchObject([{ contacts: 2 }]);
});

test('a gap stays a gap when the lead is erased', () => {
  const events = story(moves('inquiry', 'mql'), delivers, accepts);
  const before = factsFrom(lifecycle, resolve(events));
  const after = factsFrom(lifecycle, resolve(erase(events, { leadId: 'a' }).events));
  expect(stays(after.facts)).toEqual(stays(before.facts));
  expect(after.noticeCount).toBe(1);
  expect(JSON.stringify(after.notices)).not.toContain('"a"');
});
