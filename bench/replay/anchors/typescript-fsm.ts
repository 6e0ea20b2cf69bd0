import { SyncStateMachine, t } from 'typescript-fsm';
import type { StepFacts } from 'revpact/lifecycle';
import { framework, isDecision, isIdle, NUMBER, REFUSED, USED } from '../framework.js';
import type { Prepared } from '../log.js';

const taken = (): void => undefined;
/** Without a callback the package takes a step and reports that it found none. */
const TRANSITIONS = framework.transitions.flatMap(({ from, on, to }) => from.map((stage) => t<string, string, () => void>(stage, on, to, taken)));
const SILENT = { error: taken };

/** The package knows no guards: its caller asks them first, as teams do who use it. */
const allowed = (type: string, stage: string, facts: StepFacts): boolean => {
  switch (type) {
    case 'accepted':
      return stage !== 'mql' || (facts.delivered && facts.human);
    case 'rejected':
      return stage !== 'mql' || (facts.delivered && facts.attemptsSinceDelivery === 0 && facts.rejectionClass !== null);
    case 'meeting_held':
      return facts.human;
    case 'opportunity_opened':
      return facts.party === 'sales';
    case 'disqualified':
      return facts.attemptsSinceAcceptance >= 1;
    default:
      return true;
  }
};

/** The fastest package for state machines that we know, fed with facts that are folded already: a machine a lead. */
export const typescriptFsm = (rows: readonly Prepared[], leads: number): Uint8Array => {
  const verdicts = new Uint8Array(rows.length);
  const machines = new Array<SyncStateMachine<string, string> | undefined>(leads);
  rows.forEach(({ lead, type, stage, facts }, i) => {
    const machine = (machines[lead] ??= new SyncStateMachine<string, string>('start', TRANSITIONS, SILENT));
    const before = machine.getState();
    if ((stage === undefined && !USED.has(type)) || isIdle(type, stage, before)) {
      verdicts[i] = NUMBER.get(before) ?? 0;
      return;
    }
    const stepped = allowed(type, before, facts) && machine.syncDispatch(type);
    const after = machine.getState();
    const accepted = stepped && (stage === undefined || stage === after);
    if (stage !== undefined && !accepted) machines[lead] = new SyncStateMachine<string, string>(stage, TRANSITIONS, SILENT);
    const refused = !accepted && (stage !== undefined || isDecision(type));
    verdicts[i] = (NUMBER.get(accepted || stage === undefined ? after : stage) ?? 0) | (refused ? REFUSED : 0);
  });
  return verdicts;
};
