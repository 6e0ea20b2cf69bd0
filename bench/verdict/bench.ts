import { createActor, type Actor, type SnapshotFrom } from 'xstate';
import { createLifecycle, transition } from 'revpact/lifecycle';
import { main, type Benchmark, type Case } from '../harness.js';
import { machine } from '../replay/anchors/xstate-machine.js';
import { framework, NUMBER, REFUSED, USED } from '../replay/framework.js';
import { leadEvents, prepared, type Prepared } from '../replay/log.js';

type Stage = (typeof lifecycle.stages)[number] | 'start';
type State = SnapshotFrom<typeof machine>;

const lifecycle = createLifecycle(framework);

/** A question that a service is asked: a lead in this stage, this event, these facts. */
interface Question extends Prepared {
  readonly from: Stage;
}

/** Every event of a log that the agreed life uses, with the stage that its lead is in; a refused one stays or goes where it was recorded. */
const questions = (size: number): readonly Question[] => {
  const { rows } = prepared(leadEvents(2 * size));
  const at: Stage[] = [];
  const asked: Question[] = [];
  for (const row of rows) {
    if (!USED.has(row.type)) continue;
    const from = at[row.lead] ?? 'start';
    const verdict = ask({ ...row, from });
    const recorded = lifecycle.stages.find((stage) => stage === row.stage);
    at[row.lead] = verdict.ok ? verdict.stage : (recorded ?? from);
    asked.push({ ...row, from });
    if (asked.length === size) break;
  }
  return asked;
};

/** The log's event types and stages are the framework's, which the compiler cannot see. */
const ask = ({ from, type, stage, facts }: Question) =>
  transition(lifecycle, from, (stage === undefined ? { type } : { type, stage }) as Parameters<typeof transition<Exclude<Stage, 'start'>, (typeof framework.transitions)[number]['on']>>[2], facts);

const ours = (asked: readonly Question[]): Uint8Array => {
  const verdicts = new Uint8Array(asked.length);
  let words = 0;
  asked.forEach((question, i) => {
    const verdict = ask(question);
    if (verdict.ok) verdicts[i] = NUMBER.get(verdict.stage) ?? 0;
    else {
      verdicts[i] = REFUSED;
      words += verdict.message.length + verdict.legalNow.length;
    }
  });
  if (words < 0) throw new Error('never; but now the words are needed');
  return verdicts;
};

/** An actor for each question, in its stage, running. */
const xstate = (asked: readonly Question[], actors: readonly Actor<typeof machine>[]): Uint8Array => {
  const verdicts = new Uint8Array(asked.length);
  asked.forEach(({ type, stage, facts }, i) => {
    const actor = actors[i];
    if (actor === undefined) return;
    const sent = { type, facts };
    const can = actor.getSnapshot().can(sent);
    actor.send(sent);
    const after = actor.getSnapshot().value;
    verdicts[i] = can && (stage === undefined || stage === after) ? (NUMBER.get(after) ?? 0) : REFUSED;
  });
  return verdicts;
};

const isRefused = (question: Question): boolean => !ask(question).ok;

const once = <T>(make: (size: number) => T): ((size: number) => T) => {
  const made = new Map<number, T>();
  return (size) => {
    const value = made.get(size) ?? make(size);
    made.set(size, value);
    return value;
  };
};
const all = once(questions);

const cases = (name: string, pick: (asked: readonly Question[]) => readonly Question[]): readonly Case[] => {
  const asked = once((size) => pick(all(size)));
  const begin = once((size) => asked(size).map(({ from }) => machine.resolveState({ value: from as State['value'], context: {} })));
  let actors: readonly Actor<typeof machine>[] = [];
  return [
    {
      name: `transition, ${name}`,
      items: (size) => asked(size).length,
      prepare: (size) => () => {
        const verdicts = ours(asked(size));
        return () => verdicts;
      },
    },
    {
      name: `can and send, ${name}`,
      items: (size) => asked(size).length,
      prepare: (size) => () => {
        const verdicts = xstate(asked(size), actors);
        return () => verdicts;
      },
      // An actor is used up by its step.
      refresh: (size) => {
        actors = begin(size).map((snapshot) => createActor(machine, { snapshot }).start());
      },
    },
  ];
};

const benchmark: Benchmark = {
  name: 'verdict',
  size: 20_000,
  quickSize: 5_000,
  files: () => undefined,
  cases: [...cases('as they come', (asked) => asked), ...cases('refused', (asked) => asked.filter(isRefused))],
  comparisons: [
    { case: 'transition, as they come', anchor: 'can and send, as they come', goal: 5 },
    { case: 'transition, refused', anchor: 'can and send, refused', goal: 2 },
  ],
};

main(benchmark, process.argv.slice(2));
