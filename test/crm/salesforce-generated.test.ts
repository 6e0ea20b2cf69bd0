import { describe, expect, test } from 'vitest';
import type { CrmTable, SalesforceAgreement } from 'revpact/crm';
import { createLifecycle, replay, resolve } from 'revpact/lifecycle';
import { salesforce } from 'revpact/vocabulary';
import { generatedExport } from '../support/salesforce-generated.js';
import { AGREEMENT, read, table } from '../support/salesforce-rows.js';

const agreement: SalesforceAgreement = {
  ...AGREEMENT,
  automation: { users: [], rows: [{ table: 'Task', when: [{ column: 'Sequence__c', is: 'present' }] }] },
};
const LEADS = 120;
const { tables, truth, spoiled } = generatedExport(20_260_331, LEADS);
const asTables = (change: (rows: readonly Readonly<Record<string, string | null>>[]) => readonly Readonly<Record<string, string | null>>[]) =>
  Object.fromEntries(Object.entries(tables).map(([name, rows]): [string, CrmTable] => [name, table(...change(rows))]));
const imported = read(asTables((rows) => rows), agreement);
const alone = truth.filter(({ mergedInto, id }) => mergedInto === null && !truth.some((other) => other.mergedInto === id));

describe('a generated year against what was planned', () => {
  test('every row is accounted for', () => {
    expect(imported.tables.map(({ table: of, read: all }) => [of, all])).toEqual([
      ['Lead', tables.Lead.length],
      ['LeadHistory', tables.LeadHistory.length],
      ['Opportunity', tables.Opportunity.length],
      ['OpportunityHistory', tables.OpportunityHistory.length],
      ['Task', tables.Task.length],
    ]);
    for (const { read: all, accepted, rejected, ignored } of imported.tables) expect(accepted + rejected + ignored).toBe(all);
    expect(imported.rejectedRows.map(({ table: of, issues }) => [of, issues.map(({ code }) => code)])).toEqual(
      Array.from({ length: spoiled }, () => ['LeadHistory', ['crm.not_instant']]),
    );
    expect(imported.notices.filter(({ issue }) => issue.code !== 'crm.salesforce_opportunity_without_lead')).toEqual([]);
  });

  test('visits, to the second', () => {
    const { visits, violations } = replay(createLifecycle(salesforce), resolve(imported.events));
    for (const { id, stays } of alone) {
      expect(visits.filter(({ leadId }) => leadId === id).map(({ stage, enteredAt, inferred }) => ({ stage, at: enteredAt, inferred }))).toEqual(
        stays.map((stay) => ({ ...stay, inferred: false })),
      );
    }
    const ids = new Set(alone.map(({ id }) => id));
    expect(violations.filter(({ leadId }) => ids.has(leadId))).toEqual([]);
  });

  test('wins, attempts of people and of machines, and merges', () => {
    const types = (type: string) => imported.events.filter((event) => event.type === type);
    const deleted = new Set(truth.filter(({ stays }) => stays.length === 0).map(({ id }) => id));
    const won = types('opportunity_won').flatMap((event) => ('leadId' in event ? [event.leadId] : [])).filter((id) => id.startsWith('00Q'));
    expect([...won].sort()).toEqual(truth.filter((lead) => lead.won).map(({ id }) => id).sort());
    expect(deleted.size).toBe(LEADS / 20);
    const attempts = types('attempt');
    expect(attempts.filter(({ by }) => by.kind === 'human')).toHaveLength(truth.reduce((sum, lead) => sum + lead.attempts, 0));
    expect(attempts.filter(({ by }) => by.kind === 'automation')).toHaveLength(truth.reduce((sum, lead) => sum + lead.automated, 0));
    expect(types('merge').map((event) => (event.type === 'merge' ? [event.from, event.into] : null))).toEqual(
      truth.flatMap(({ id, mergedInto }) => (mergedInto === null ? [] : [[id, mergedInto]])),
    );
  });

  test('the order of rows decides nothing', () => {
    const mixed = read(asTables((rows) => [...rows].sort((a, b) => ((a['Id'] ?? '') < (b['Id'] ?? '') ? 1 : -1))), agreement);
    expect(resolve(mixed.events).events).toEqual(resolve(imported.events).events);
  });
});
