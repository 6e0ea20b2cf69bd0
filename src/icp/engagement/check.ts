import type { Issue, Path } from '../../kernel/issue.js';
import type { LeadEventType } from '../../vocabulary/event.js';
import { duplicateIds } from '../duplicates.js';
import { icpIssue } from '../issues.js';
import type { EngagementModel, Signal } from './model.js';
import { SIGNAL_FIELDS, type SignalField } from './signal.js';

/** Which types of events have what a signal may ask. */
const HAVING: Readonly<Record<SignalField, readonly LeadEventType[]>> = {
  channel: ['touch', 'attempt', 'contact_made', 'opted_out'],
  outcome: ['attempt'],
  source: ['inquiry', 'touch', 'qualified'],
  campaign: ['inquiry', 'touch', 'qualified'],
};

/**
 * What is wrong with a well-formed model: `icp.duplicate_id`, `icp.level_order`, `icp.unreachable_level` (points are asked and no
 * signal gives any), `icp.signal_never` (a channel is asked of events that have none), `icp.signal_shadowed` (a signal before it
 * is every event that it could be).
 */
export const engagementIssues = ({ signals, levels }: EngagementModel, path: Path = []): readonly Issue[] => [
  ...duplicateIds('signal', signals.map(({ id }) => id), [...path, 'signals'], 'id'),
  ...duplicateIds('level', levels.map(({ id }) => id), [...path, 'levels'], 'id'),
  ...signals.flatMap((signal, i) => signalIssues(signal, signals.slice(0, i), [...path, 'signals', i])),
  ...levels.flatMap((level, i) => {
    const before = levels[i - 1];
    const at = [...path, 'levels', i, 'atLeast'];
    return [
      ...(before === undefined || level.atLeast < before.atLeast
        ? []
        : [icpIssue('level_order', { level: level.id, atLeast: level.atLeast, before: before.id, beforeAtLeast: before.atLeast }, at)]),
      ...(level.atLeast <= 0 || signals.some(({ points }) => points > 0)
        ? []
        : [icpIssue('unreachable_level', { level: level.id, atLeast: level.atLeast }, at)]),
    ];
  }),
];

const signalIssues = ({ id, on }: Signal, earlier: readonly Signal[], path: Path): readonly Issue[] => {
  const shadow = earlier.find((other) => other.on.type === on.type && SIGNAL_FIELDS.every((field) => other.on[field] === undefined || other.on[field] === on[field]));
  return [
    ...SIGNAL_FIELDS.flatMap((field) =>
      on[field] === undefined || HAVING[field].includes(on.type) ? [] : [icpIssue('signal_never', { signal: id, type: on.type, field }, [...path, 'on', field])],
    ),
    ...(shadow === undefined ? [] : [icpIssue('signal_shadowed', { signal: id, by: shadow.id }, [...path, 'on'])]),
  ];
};
