import type { Framework } from 'revpact/vocabulary';

const stage = <const Id extends string>(id: Id, owner: string, kind: 'inventory' | 'sla', part: 'demand' | 'qualification' | 'opportunity' | 'customer') =>
  ({ id, term: id, definition: id, owner, kind, class: part, entry: id, leave: id }) as const;
const exit = <const Id extends 'rejected' | 'disqualified' | 'expired' | 'lost'>(id: Id) =>
  ({ id, term: id, definition: id, owner: 'marketing', kind: 'inventory', class: 'exit', exit: id, entry: id, leave: id }) as const;

/** A lifecycle of the size that teams run: twelve stages, six kinds of guards, four exits, recycling. */
export const framework = {
  id: 'bench_12',
  title: 'Twelve stages with guards',
  source: 'Made up for this benchmark.',
  confidence: 'custom',
  demandUnit: 'person',
  stages: [
    stage('inquiry', 'marketing', 'inventory', 'demand'),
    stage('mql', 'marketing', 'sla', 'qualification'),
    stage('sal', 'sales_development', 'sla', 'qualification'),
    stage('meeting', 'sales_development', 'sla', 'qualification'),
    stage('sql', 'sales', 'inventory', 'opportunity'),
    stage('proposal', 'sales', 'inventory', 'opportunity'),
    stage('won', 'sales', 'inventory', 'customer'),
    exit('rejected'),
    exit('disqualified'),
    exit('expired'),
    exit('lost'),
    stage('recycled', 'marketing', 'inventory', 'demand'),
  ],
  transitions: [
    { on: 'inquiry', from: ['start', 'recycled'], to: 'inquiry' },
    { on: 'qualified', from: ['start', 'inquiry', 'recycled'], to: 'mql' },
    { on: 'accepted', from: ['mql'], to: 'sal', requires: [{ kind: 'delivered' }, { kind: 'human' }] },
    {
      on: 'rejected',
      from: ['mql'],
      to: 'rejected',
      requires: [
        { kind: 'delivered' },
        { kind: 'not_attempted_since_delivery' },
        { kind: 'rejection_class', oneOf: ['procedural', 'clerical', 'definitional'] },
      ],
    },
    { on: 'meeting_held', from: ['sal'], to: 'meeting', requires: [{ kind: 'human' }] },
    { on: 'opportunity_opened', from: ['sal', 'meeting'], to: 'sql', requires: [{ kind: 'party', oneOf: ['sales'] }] },
    { on: 'opportunity_advanced', from: ['sql'], to: 'proposal' },
    { on: 'disqualified', from: ['sal', 'meeting'], to: 'disqualified', requires: [{ kind: 'attempted_since_acceptance', atLeast: 1 }] },
    { on: 'opportunity_won', from: ['sql', 'proposal'], to: 'won' },
    { on: 'opportunity_lost', from: ['sql', 'proposal'], to: 'lost' },
    { on: 'expired', from: ['inquiry', 'mql', 'sal', 'meeting', 'sql', 'proposal', 'recycled'], to: 'expired' },
    { on: 'recycled', from: ['rejected', 'disqualified', 'expired', 'lost'], to: 'recycled' },
  ],
  milestones: { inquiry: ['inquiry'], mql: ['mql'], accepted: ['sal'], sql: ['sql'], opportunity: ['sql'], won: ['won'] },
} as const satisfies Framework;

/** The stages by number, as every engine reports them: 0 is `start`. */
export const STAGES: readonly string[] = ['start', ...framework.stages.map(({ id }) => id)];
export const NUMBER: ReadonlyMap<string, number> = new Map(STAGES.map((id, number) => [id, number]));
export const REFUSED = 0x80;

/** Event types that are decisions: naming no stage and allowed by nothing, they are a step refused; the others are none. */
const DECISIONS: ReadonlySet<string> = new Set(['qualified', 'accepted', 'rejected', 'disqualified', 'expired', 'recycled', 'opportunity_opened', 'opportunity_won', 'opportunity_lost']);
export const isDecision = (type: string): boolean => DECISIONS.has(type);
/** Whether an event says nothing new: an observation that names the stage where the lead is. */
export const isIdle = (type: string, named: string | undefined, at: string): boolean => named === at && !isDecision(type);
/** Event types that the agreed life uses at all: with another, and naming no stage, an event is not worth sending. */
export const USED: ReadonlySet<string> = new Set(framework.transitions.map(({ on }) => on));
