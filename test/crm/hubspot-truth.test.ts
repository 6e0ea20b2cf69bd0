import { describe, expect, test } from 'vitest';
import { createLifecycle, factsFrom, resolve } from 'revpact/lifecycle';
import { hubspot } from 'revpact/vocabulary';
import { HUBSPOT_AGREEMENT } from 'revpact/crm';
import { hubspotExport } from '../fixtures/hubspot-generated/export.js';
import { hubspotSeeds, hubspotSeedsAreHere, imported } from '../support/hubspot.js';

describe.each([1, 2, 3, 4, 5])('a generated export (seed %i) says what happened when it was made', (seed) => {
  const { tables, truth } = hubspotExport(seed, 200);
  const read = imported(tables);
  const log = resolve(read.events);
  const { facts, replay } = factsFrom(createLifecycle(hubspot), log);
  const byType = (type: string): number => log.events.filter((event) => event.type === type).length;

  test('no row is refused, and nothing is tied', () => {
    expect(read.rejectedRows).toEqual([]);
    expect(log.ties).toEqual([]);
  });

  test('every stage was entered when it was', () => {
    const visits = facts.stageVisits.map(({ leadId, stage, enteredAt, inferred }) => `${leadId} ${stage} ${String(enteredAt)}${inferred ? ' inferred' : ''}`);
    expect([...visits].sort()).toEqual([...truth.visits].sort());
    expect(truth.visits.length).toBeGreaterThan(400);
  });

  test('no step was against the agreed life: those sent back are recycled', () => {
    expect(replay.violations).toEqual([]);
    expect(byType('recycled')).toBeGreaterThan(5);
  });

  test('deals: opened, won and lost, each once, whatever was merged', () => {
    const rows = facts.opportunities;
    expect(new Set(rows.map(({ opportunityId }) => opportunityId))).toEqual(truth.opened);
    expect(rows).toHaveLength(truth.opened.size);
    expect(new Map(rows.flatMap(({ opportunityId, wonAt }) => (wonAt === null ? [] : [[opportunityId, wonAt] as const])).sort())).toEqual(new Map([...truth.won].sort()));
    expect(new Map(rows.flatMap(({ opportunityId, lostAt }) => (lostAt === null ? [] : [[opportunityId, lostAt] as const])).sort())).toEqual(new Map([...truth.lost].sort()));
    expect(rows.every(({ amountMinor, currency }) => amountMinor !== null && amountMinor % 100 === 50 && currency === 'USD')).toBe(true);
    expect(truth.won.size).toBeGreaterThan(5);
  });

  test('attempts of people and of machines, conversations, meetings', () => {
    const attempts = facts.activities.filter(({ kind }) => kind === 'attempt');
    expect(attempts.filter(({ human }) => human)).toHaveLength(truth.attempts.human);
    expect(attempts.filter(({ human }) => !human)).toHaveLength(truth.attempts.automation);
    expect(facts.activities.flatMap(({ kind, at }) => (kind === 'contact' ? [at] : [])).sort()).toEqual([...truth.conversations].sort());
    expect(facts.meetings.flatMap(({ meetingId, heldAt }) => (heldAt === null ? [] : [meetingId])).sort()).toEqual([...truth.held].sort());
    expect(facts.meetings.flatMap(({ meetingId, noShowAt }) => (noShowAt === null ? [] : [meetingId])).sort()).toEqual([...truth.noShows].sort());
  });

  test('merges re-key, opt-outs stand', () => {
    expect(read.events.filter(({ type }) => type === 'merge')).toHaveLength(truth.merged.length);
    expect(facts.leads).toHaveLength(200);
    expect(byType('opted_out')).toBe(truth.optedOut.length);
  });

  test('the order of the rows changes nothing', () => {
    const turned = Object.fromEntries(Object.entries(tables).map(([name, { rows }]) => [name, { rows: [...rows].reverse() }]));
    const again = resolve(imported(turned).events);
    expect(again.events).toEqual(log.events);
  });
});

describe.skipIf(!hubspotSeedsAreHere())('the seed files of Fivetran’s package for HubSpot', () => {
  const count = (read: ReturnType<typeof imported>, table: string): readonly number[] => {
    const found = read.tables.find((one) => one.table === table)!;
    return [found.read, found.accepted, found.rejected, found.ignored, found.events];
  };

  test('every row is accounted for', () => {
    const read = imported(hubspotSeeds());
    // 22 contacts, one of which names three that were merged into it; four merges in the audit.
    expect(count(read, 'contacts')).toEqual([22, 22, 0, 0, 3]);
    expect(count(read, 'contactMerges')).toEqual([4, 4, 0, 0, 4]);
    expect(read.notices.filter(({ table, issue }) => table === 'contacts' && issue.code === 'crm.hubspot_merge_moment')).toHaveLength(3);
    // Two pipeline stages are deleted, and read: histories may name them.
    expect(count(read, 'pipelineStages')).toEqual([71, 71, 0, 0, 0]);
    // The one call has a contact, the one mail and the hundred meetings have none.
    expect(count(read, 'calls')).toEqual([1, 1, 0, 0, 1]);
    expect(count(read, 'meetings')).toEqual([100, 0, 100, 0, 0]);
    expect(count(read, 'formSubmissions')).toEqual([5, 0, 0, 5, 0]);
    // No deal is associated with a contact of these associations.
    expect(count(read, 'deals')).toEqual([44, 0, 44, 0, 0]);
  });

  test('deals as leads of their own, their hashed stages named: 44 rows and 14 open stages of other deals', () => {
    const open = ['f66ca9bc5a02c2f1513ce83f0a0e117d', '09a969da1d61b38bd3746f0f49c1475a', '6e81db225a3757a3fc20cc9b1b3d9e1b'];
    const stages = Object.fromEntries(open.map((stage) => [stage, 'open' as const]));
    const read = imported(hubspotSeeds(), { deals: { ...HUBSPOT_AGREEMENT.deals, withoutContact: 'deal_as_lead', stages } });
    expect(count(read, 'deals')).toEqual([44, 44, 0, 0, 44]);
    expect(count(read, 'dealStages')).toEqual([14, 14, 0, 0, 14]);
    expect(read.events.filter(({ type }) => type === 'opportunity_opened')).toHaveLength(58);
    // 2021-01-07 6:49:18, one digit for the hour; its end in 2050 is none.
    expect(read.events.find((event) => 'opportunityId' in event && event.opportunityId === '3954699413')).toMatchObject({ at: Date.UTC(2021, 0, 7, 6, 49, 18) });
    expect(read.notices.map(({ issue }) => issue.code)).not.toContain('crm.hubspot_ended_open');
  });
});
