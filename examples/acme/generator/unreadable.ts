import { pick, type Random } from './random.js';
import type { Cells, Line } from './story.js';

/** Why a row cannot be read. */
export type Unreadable = 'impossible_date' | 'no_offset' | 'unknown_type' | 'no_lead' | 'bad_amount' | 'bad_class' | 'line_break';

const touch: Cells = { type: 'touch', party: 'marketing', kind: 'automation', channel: 'email', source: 'webinar' };
const hugo: Cells = { party: 'sales', person: 'rep_hugo', kind: 'human' };
const advanced: Cells = { ...hugo, type: 'opportunity_advanced', opportunity_id: 'O99999-1', currency: 'EUR' };
const rejected: Cells = { type: 'rejected', party: 'sales_development', person: 'sdr_dev', kind: 'human', stage: 'rejected' };

/** Each row is good but for one thing. */
const FAULTS: readonly (readonly [Unreadable, Cells])[] = [
  ['impossible_date', { ...touch, at: '2026-02-30T10:00:00+01:00' }],
  ['impossible_date', { ...touch, at: '2026-04-31T09:12:40+02:00' }],
  ['impossible_date', { ...touch, at: '2025-11-31T16:20:00-05:00' }],
  ['impossible_date', { ...touch, at: '2026-05-12T25:10:00+02:00' }],
  ['no_offset', { ...touch, at: '2026-05-12T10:15:00' }],
  ['no_offset', { ...touch, at: '2026-05-12' }],
  ['no_offset', { ...touch, at: '12.05.2026 10:15' }],
  ['no_offset', { ...touch, at: '5/12/2026 3:15 PM' }],
  ['unknown_type', { ...touch, type: 'meeting_hled', channel: '', source: '' }],
  ['unknown_type', { ...touch, type: 'atempt', source: '' }],
  ['unknown_type', { ...touch, type: 'Qualified', channel: '' }],
  ['unknown_type', { ...touch, type: '' }],
  ['no_lead', { ...touch, lead_id: '' }],
  ['no_lead', { ...touch, type: 'inquiry', channel: '', stage: 'inquiry', lead_id: '' }],
  ['no_lead', { type: 'accepted', party: 'sales', person: 'rep_grace', kind: 'human', stage: 'sal', lead_id: '' }],
  ['no_lead', { ...advanced, probability: '40', currency: '', lead_id: '' }],
  ['bad_amount', { ...advanced, amount: '12,5O0' }],
  ['bad_amount', { ...advanced, amount: '18.500,00' }],
  ['bad_amount', { ...advanced, amount: '€ 9000' }],
  ['bad_class', { ...rejected, class: 'lousy', reason: 'not_icp' }],
  ['bad_class', { ...rejected, class: 'lousy', reason: 'lousy_lead' }],
  ['bad_class', { ...rejected, class: 'Lousy leads!', reason: 'not_icp' }],
  ['line_break', { ...rejected, class: 'procedural', reason: '', note: 'No reason given,\n"just not good", he said' }],
  ['line_break', { ...touch, lead_id: 'L00017\nL00018' }],
  ['line_break', { ...touch, type: 'attempt', source: '', channel: 'phone\nemail' }],
];

/** Rows that no reader should take, about leads that exist. */
export const unreadableLines = (random: Random, good: readonly Line[]): readonly { readonly why: Unreadable; readonly line: Line }[] =>
  FAULTS.map(([why, cells], i) => {
    const { at, knownAt, zone, cells: near } = pick(random, good);
    const id = `bad-${String(i + 1).padStart(2, '0')}`;
    return { why, line: { at, knownAt, zone, cells: { id, lead_id: near.lead_id ?? '', ...cells } } };
  });
