import { readdirSync } from 'node:fs';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { createLifecycle, factsFrom, lintLifecycle, replay, resolve, safeCreateLifecycle, transition } from 'revpact/lifecycle';
import {
  EXITS,
  Framework,
  MILESTONES,
  STANDARD_FRAMEWORKS,
  STANDARD_PARTIES,
  START,
  dynamics365,
  salesforce,
  sirius2012,
  type Event,
  type sirius2006,
} from 'revpact/vocabulary';

const MARKETING = { party: 'marketing', kind: 'automation' } as const;
const DEV = { party: 'sales_development', kind: 'human' } as const;
const SALES = { party: 'sales', kind: 'human' } as const;

/** Something that happened to the lead; its moment is its place in the log. */
type Line = { readonly type: Event['type'] } & Readonly<Record<string, unknown>>;
const inquires: Line = { type: 'inquiry', by: MARKETING };
const qualifies: Line = { type: 'qualified', by: MARKETING };
const delivers = (to: string): Line => ({ type: 'handed_off', by: MARKETING, to });
const accepts: Line = { type: 'accepted', by: DEV };
const tries: Line = { type: 'attempt', by: DEV, channel: 'phone' };
const opens: Line = { type: 'opportunity_opened', by: SALES, opportunityId: 'o' };
const advances = (stage?: string): Line => ({ type: 'opportunity_advanced', by: SALES, opportunityId: 'o', ...(stage === undefined ? {} : { stage }) });
const wins: Line = { type: 'opportunity_won', by: SALES, opportunityId: 'o' };
const loses: Line = { type: 'opportunity_lost', by: SALES, opportunityId: 'o' };
const rejects = (reason: string): Line => ({ type: 'rejected', by: DEV, class: reason, reason: 'r' });
const disqualifies: Line = { type: 'disqualified', by: DEV, reason: 'r' };

/** The stages that a lead visits, and the codes of the steps refused on the way. */
const lived = (framework: Framework, lines: readonly Line[]) => {
  const events = lines.map((line, i) => ({ id: `e${String(i)}`, leadId: 'a', at: i, ...line }) as unknown as Event);
  const { visits, violations } = replay(createLifecycle(framework), resolve(events));
  return { stages: visits.map(({ stage }) => stage), refused: violations.map(({ type, from }) => `${type} in ${from}`) };
};

test('every file is a framework that ships, named alike', () => {
  const files = readdirSync(new URL('../../src/vocabulary/frameworks/', import.meta.url))
    .filter((file) => file !== 'index.ts')
    .map((file) => file.replace(/\.ts$/, '').replaceAll('-', '_'));
  expect(STANDARD_FRAMEWORKS.map(({ id }) => id).sort()).toEqual(files.sort());
});

describe.each(STANDARD_FRAMEWORKS)('$id', (framework) => {
  const lifecycle = createLifecycle(framework);

  test('is plain JSON that reads as a framework', () => {
    expect(Framework.parse(JSON.parse(JSON.stringify(framework)))).toEqual(framework);
  });

  test('contradicts itself nowhere', () => {
    expect(safeCreateLifecycle(framework)).toMatchObject({ ok: true });
  });

  test('is fit to live with, but for what is accepted', () => {
    const accepted: Readonly<Record<string, readonly string[]>> = {
      // "Other" is set by hand: no event of ours leads there.
      hubspot: ['lifecycle.unreachable_stage other'],
      // The vendor asks for no attempt before a lead counts as no longer interested.
      dynamics_365: ['lifecycle.disqualification_without_attempt disqualified_no_longer_interested'],
    };
    const found = lintLifecycle(framework, STANDARD_PARTIES).map(({ code, params }) => `${code} ${String(params['stage'] ?? params['to'])}`);
    expect(found).toEqual(accepted[framework.id] ?? []);
  });

  test('has one term a stage', () => {
    const terms = framework.stages.map(({ term }) => term);
    expect(new Set(terms).size).toBe(terms.length);
  });

  test('has each of the four exits once, or says of the stage that stands for several that it does', () => {
    const said = framework.stages.filter((stage) => stage.exit !== undefined && stage.class !== 'exit');
    expect(said).toEqual([]);
    for (const stage of framework.stages.filter((one) => one.class === 'exit' && one.exit === undefined)) {
      expect(stage.definition).toMatch(/only the event tells/);
    }
  });

  test('maps its milestones in the order of its life', () => {
    const place = (stage: string): number => framework.stages.findIndex(({ id }) => id === stage);
    const firsts = MILESTONES.flatMap((milestone) => (framework.milestones[milestone] ?? []).slice(0, 1).map(place));
    expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
  });

  test('leads from the beginning to a sale', () => {
    const next = new Map<string, readonly string[]>([START, ...lifecycle.stages].map((stage) => [stage, lifecycle.candidates(stage).map(({ to }) => to)]));
    const seen = new Set<string>([START]);
    for (const stage of seen) for (const one of next.get(stage) ?? []) seen.add(one);
    for (const milestone of MILESTONES) for (const stage of framework.milestones[milestone] ?? []) expect(seen).toContain(stage);
  });

  test('names its source', () => {
    expect(framework.source).toMatch(/\w\.(com|us|info)\b/);
    expect(framework.source.length).toBeGreaterThan(60);
  });
});

test('stage ids stay literal', () => {
  expectTypeOf<(typeof sirius2006)['stages'][number]['id']>().toEqualTypeOf<
    'inquiry' | 'mql' | 'sal' | 'sql' | 'won' | 'rejected' | 'disqualified' | 'expired' | 'lost' | 'recycled'
  >();
  expectTypeOf<'negotiation_review'>().toExtend<(typeof salesforce)['stages'][number]['id']>();
  expectTypeOf<'sgo'>().not.toExtend<(typeof sirius2012)['stages'][number]['id']>();
  expectTypeOf(createLifecycle(dynamics365).stages).toEqualTypeOf<readonly (typeof dynamics365)['stages'][number]['id'][]>();
});

test.each([
  { framework: 'sirius_2006', unit: 'person', missing: ['delivered'] },
  { framework: 'sirius_2012', unit: 'person', missing: ['delivered'] },
  { framework: 'demand_unit_2017', unit: 'buying_group', missing: ['delivered', 'accepted'] },
  { framework: 'forrester_2021', unit: 'buying_group', missing: ['delivered', 'accepted'] },
  { framework: 'hubspot', unit: 'person', missing: ['delivered', 'accepted'] },
  { framework: 'salesforce', unit: 'person', missing: ['mql', 'delivered', 'accepted'] },
  { framework: 'dynamics_365', unit: 'person', missing: ['mql', 'delivered', 'accepted'] },
])('in $framework a $unit moves, and $missing do not exist', ({ framework, unit, missing }) => {
  const found = STANDARD_FRAMEWORKS.find(({ id }) => id === framework)!;
  expect(found.demandUnit).toBe(unit);
  expect(MILESTONES.filter((milestone) => found.milestones[milestone] === undefined)).toEqual(missing);
});

test.each(['sirius_2006', 'sirius_2012', 'demand_unit_2017', 'forrester_2021'])('%s tells the four exits apart', (id) => {
  const { stages } = STANDARD_FRAMEWORKS.find((framework) => framework.id === id)!;
  expect(stages.flatMap(({ exit }) => (exit === undefined ? [] : [exit]))).toEqual([...EXITS]);
});

test('the ten stages of Salesforce have the percentages that it ships', () => {
  expect(salesforce.stages.flatMap((stage) => ('probability' in stage ? [[stage.term, stage.probability]] : []))).toEqual([
    ['Prospecting', 10],
    ['Qualification', 10],
    ['Needs Analysis', 20],
    ['Value Proposition', 50],
    ['Id. Decision Makers', 60],
    ['Perception Analysis', 70],
    ['Proposal/Price Quote', 75],
    ['Negotiation/Review', 90],
    ['Closed Won', 100],
    ['Closed Lost', 0],
  ]);
});

test('the 2012 waterfall has the steps of its sources, and no others', () => {
  const steps = sirius2012.transitions.flatMap(({ from, to }) => from.map((stage) => `${stage} → ${to}`));
  const active = ['inbound_inquiry', 'outbound_inquiry', 'aql', 'tal', 'tql', 'tgl', 'sal', 'sgl', 'sql', 'recycled'];
  expect(steps.sort()).toEqual(
    [
      'start → inbound_inquiry',
      'start → outbound_inquiry',
      'start → tgl',
      'start → sgl',
      'inbound_inquiry → aql',
      'outbound_inquiry → aql',
      'aql → tal',
      'aql → sal',
      'tal → tql',
      'tgl → sal',
      'tql → sal',
      'sal → sql',
      'sgl → sql',
      'sql → won',
      'sql → lost',
      'aql → rejected',
      'tql → rejected',
      'tal → disqualified',
      'sal → disqualified',
      ...active.map((stage) => `${stage} → expired`),
      ...['rejected', 'disqualified', 'expired', 'lost'].map((stage) => `${stage} → recycled`),
      'recycled → aql',
    ].sort(),
  );
});

test.each([
  { to: 'sales_development', by: 'sales_development', stage: 'tal' },
  { to: 'sales', by: 'sales', stage: 'sal' },
  { to: 'sales', by: 'marketing', stage: null },
])('an automation qualified lead handed to $to and accepted by $by comes to $stage', ({ to, by, stage }) => {
  const facts = { party: by, human: true, rejectionClass: null, delivered: true, receiver: to, attemptsSinceDelivery: 0, attemptsSinceAcceptance: 0 };
  const verdict = transition(createLifecycle(sirius2012), 'aql', { type: 'accepted' }, facts);
  expect(verdict.ok ? verdict.stage : null).toBe(stage);
});

describe('a life in each framework', () => {
  const sold = [inquires, qualifies, delivers('sales_development'), accepts, tries, { ...qualifies, by: DEV }, delivers('sales'), { ...accepts, by: SALES }, opens, wins];
  test.each<{ framework: string; when: string; lines: readonly Line[]; stages: readonly string[]; refused?: readonly string[] }>([
    { framework: 'sirius_2012', when: 'sold by way of teleprospecting', lines: sold, stages: ['inbound_inquiry', 'aql', 'tal', 'tql', 'sal', 'sql', 'won'] },
    {
      framework: 'sirius_2012',
      when: 'good enough to go to sales at once',
      lines: [{ ...inquires, stage: 'outbound_inquiry' }, qualifies, delivers('sales'), { ...accepts, by: SALES, stage: 'sal' }],
      stages: ['outbound_inquiry', 'aql', 'sal'],
    },
    {
      framework: 'sirius_2012',
      when: 'found by a seller',
      lines: [{ ...qualifies, by: SALES, stage: 'sgl' }, opens, loses, { type: 'recycled', by: MARKETING }, qualifies],
      stages: ['sgl', 'sql', 'lost', 'recycled', 'aql'],
    },
    {
      framework: 'sirius_2012',
      when: 'sent back by sales because it was badly qualified, which only teleprospecting may',
      lines: [...sold.slice(0, 7), { ...rejects('definitional'), by: SALES }, delivers('sales'), { ...rejects('procedural'), by: SALES }],
      stages: ['inbound_inquiry', 'aql', 'tal', 'tql', 'rejected'],
      refused: ['rejected in tql'],
    },
    {
      framework: 'sirius_2012',
      when: 'disqualified before anybody tried',
      lines: [...sold.slice(0, 4), disqualifies, tries, disqualifies],
      stages: ['inbound_inquiry', 'aql', 'tal', 'disqualified'],
      refused: ['disqualified in tal'],
    },
    {
      framework: 'demand_unit_2017',
      when: 'targeted, active, engaged, and sold',
      lines: [
        { type: 'score_changed', by: MARKETING, kind: 'fit', score: 80 },
        { type: 'score_changed', by: MARKETING, kind: 'engagement', score: 10 },
        { type: 'score_changed', by: MARKETING, kind: 'engagement', score: 20 },
        ...sold,
      ],
      stages: ['target_demand', 'active_demand', 'engaged_demand', 'prioritized_demand', 'qualified_demand', 'pipeline', 'won'],
    },
    {
      framework: 'forrester_2021',
      when: 'without business development',
      lines: [{ type: 'touch', by: MARKETING }, inquires, qualifies, opens, loses],
      stages: ['engaged', 'prioritized', 'pipeline', 'lost'],
    },
    {
      framework: 'forrester_2021',
      when: 'disqualified after an acceptance, which is recorded though it has no stage',
      lines: [inquires, qualifies, delivers('sales_development'), accepts, disqualifies, tries, disqualifies],
      stages: ['engaged', 'prioritized', 'disqualified'],
      refused: ['disqualified in prioritized'],
    },
    {
      framework: 'salesforce',
      when: 'worked, converted, advanced and sold; a call that was logged and a new amount move nothing',
      lines: [
        inquires,
        { ...tries, by: { ...DEV, kind: 'automation' } },
        tries,
        { ...tries, stage: 'working_contacted' },
        tries,
        { ...qualifies, by: DEV },
        opens,
        advances(),
        advances('needs_analysis'),
        advances('qualification'),
        wins,
        advances(),
      ],
      stages: ['open_not_contacted', 'working_contacted', 'closed_converted', 'prospecting', 'needs_analysis', 'qualification', 'closed_won'],
    },
    {
      framework: 'salesforce',
      when: 'closed, opened again, lost and opened again',
      lines: [inquires, rejects('clerical'), { type: 'recycled', by: DEV }, { ...qualifies, by: DEV }, { ...opens, stage: 'value_proposition' }, loses, advances('prospecting')],
      stages: ['open_not_contacted', 'closed_not_converted', 'open_not_contacted', 'closed_converted', 'value_proposition', 'closed_lost', 'prospecting'],
    },
    {
      framework: 'salesforce',
      when: 'converted after it was closed',
      lines: [inquires, disqualifies, { ...qualifies, by: DEV }],
      stages: ['open_not_contacted', 'closed_not_converted'],
      refused: ['qualified in closed_not_converted'],
    },
    {
      framework: 'dynamics_365',
      when: 'disqualified for a reason, reactivated, put on hold and out-sold',
      lines: [
        { type: 'assigned', by: MARKETING, to: 'ann' },
        { type: 'contact_made', by: DEV, channel: 'phone' },
        { ...disqualifies, stage: 'disqualified_cannot_contact' },
        { type: 'recycled', by: DEV },
        { ...qualifies, by: DEV },
        opens,
        advances(),
        advances('opportunity_on_hold'),
        { ...loses, stage: 'opportunity_out_sold' },
      ],
      stages: [
        'open_new',
        'open_contacted',
        'disqualified_cannot_contact',
        'open_new',
        'qualified',
        'opportunity_in_progress',
        'opportunity_on_hold',
        'opportunity_out_sold',
      ],
    },
    {
      framework: 'hubspot',
      when: 'qualified by both sides and set back by hand',
      lines: [inquires, qualifies, { ...qualifies, by: SALES }, { type: 'recycled', by: SALES }, qualifies],
      stages: ['lead', 'marketingqualifiedlead', 'salesqualifiedlead', 'lead', 'marketingqualifiedlead'],
    },
  ])('$framework: $when', ({ framework, lines, stages, refused = [] }) => {
    expect(lived(STANDARD_FRAMEWORKS.find(({ id }) => id === framework)!, lines)).toEqual({ stages, refused });
  });
});

test.each([
  { framework: 'salesforce', lines: [inquires, rejects('clerical'), { type: 'recycled', by: DEV }, disqualifies], exits: ['rejected', 'disqualified'] },
  { framework: 'salesforce', lines: [inquires, { type: 'expired', by: MARKETING }], exits: ['expired'] },
  { framework: 'dynamics_365', lines: [inquires, { ...rejects('clerical'), stage: 'disqualified_canceled' }], exits: ['rejected'] },
  { framework: 'dynamics_365', lines: [inquires, { ...disqualifies, stage: 'disqualified_no_longer_interested' }], exits: ['disqualified'] },
  { framework: 'dynamics_365', lines: [inquires, { ...opens, stage: 'opportunity_in_progress' }, loses], exits: ['lost'] },
  { framework: 'dynamics_365', lines: [inquires, { type: 'assigned', by: DEV, to: 'ann', stage: 'disqualified_lost' }], exits: [] },
])('in $framework the event tells which exit a stage is that stands for several: $exits', ({ framework, lines, exits }) => {
  const events = lines.map((line, i) => ({ id: `e${String(i)}`, leadId: 'a', at: i, ...line }) as unknown as Event);
  const { facts } = factsFrom(STANDARD_FRAMEWORKS.find(({ id }) => id === framework)!, resolve(events));
  expect(facts.exits.map(({ exit }) => exit)).toEqual(exits);
});
