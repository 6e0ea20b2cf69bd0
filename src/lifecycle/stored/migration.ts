import type { Issue } from '../../kernel/issue.js';
import { nearest } from '../../kernel/nearest.js';
import { okUnless, type Result } from '../../kernel/result.js';
import { START, type Migration, type StageId } from '../../vocabulary/framework.js';
import { lifecycleIssue } from '../issues.js';
import type { Lifecycle } from '../lifecycle.js';
import { NOTHING_YET } from '../standing.js';
import type { LaterPart, StateRecord, StateRecordV1 } from './state.js';

/** Versions of a stored record that can be read. */
export const RECORD_VERSIONS: readonly number[] = [1, 2];

/**
 * Version 1 held the counts of a standing and nothing else: the rest is not known, except that who has made no attempt
 * since accepting has made none at any moment.
 */
export const toVersion2 = ({ frameworkId, frameworkDigest, stage, standing, history }: StateRecordV1): StateRecord => {
  const unknown: readonly LaterPart[] = ['contacted', 'recycles', 'fitTier', 'fields', 'qualification'];
  return {
    version: 2,
    frameworkId,
    frameworkDigest,
    leadId: null,
    stage,
    standing: { ...NOTHING_YET, ...standing },
    unknown: standing.attemptsSinceAcceptance === 0 ? unknown : ['attemptsAt', ...unknown],
    history,
  };
};

/** A record under this framework's stages; `rule` where it was stored under an earlier text of it, or under another. */
export const migrateStages = (
  { framework, stages, digest }: Pick<Lifecycle, 'framework' | 'stages' | 'digest'>,
  record: StateRecord,
  rule: Migration | null,
): Result<StateRecord> => {
  const now = (stage: StageId): StageId => (rule !== null && Object.hasOwn(rule.stages, stage) ? (rule.stages[stage] ?? stage) : stage);
  const check = (stage: StageId, path: readonly (string | number)[]): Issue[] => {
    const to = now(stage);
    if (stages.includes(to)) return [];
    return rule === null
      ? [lifecycleIssue('unknown_stage', { stage, suggestion: nearest(stage, stages) }, path)]
      : [lifecycleIssue('stage_gone', { stage, to: to === stage ? null : to, digest: rule.from }, path)];
  };
  const issues = [
    ...(record.stage === START ? [] : check(record.stage, ['stage'])),
    ...record.history.flatMap(({ stage }, i) => check(stage, ['history', i, 'stage'])),
  ];
  const last = record.history.at(-1)?.stage ?? START;
  const torn = issues.length === 0 && last !== record.stage ? [lifecycleIssue('history_ends_elsewhere', { stage: record.stage, last }, ['history'])] : [];
  return okUnless([...issues, ...torn], () => ({
    ...record,
    frameworkId: framework.id,
    frameworkDigest: digest,
    stage: now(record.stage),
    history: record.history.map((entry) => ({ ...entry, stage: now(entry.stage) })),
  }));
};
