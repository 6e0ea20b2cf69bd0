import { spawn } from 'node:child_process';
import { askPeer, PEERS, type Peer } from './peers.js';
import { QUESTIONS, wallOf, type Question } from './questions.js';

// What the packages that we are measured against answer, and where that is wrong. A peer is asked in a process of its own,
// for some never return.

const PATIENCE_MS = 5000;

/** Answer all questions from one on, a line each. */
const answerAll = (peer: Peer, first: number): void => {
  QUESTIONS.slice(first).forEach((question) => {
    let said: string;
    try {
      said = textOf(question, askPeer(peer, question));
    } catch (error) {
      said = `throws: ${error instanceof Error ? error.message : String(error)}`;
    }
    process.stdout.write(`${said}\n`);
  });
};

const textOf = ({ zone, to }: Question, answer: number | null): string =>
  answer === null ? 'cannot be asked' : to !== undefined ? `${String(answer)} min` : Number.isNaN(answer) ? 'no moment' : wallOf(zone, answer);
const rightAnswer = ({ answer }: Question): string => (typeof answer === 'number' ? `${String(answer)} min` : answer);

/** The answers of a peer; where it does not return, it is stopped, and asked again from the next question on. */
const answersOf = async (peer: number): Promise<readonly string[]> => {
  const answers: string[] = [];
  while (answers.length < QUESTIONS.length) {
    await new Promise<void>((done) => {
      const asked = spawn(process.execPath, [process.argv[1] ?? '', `--peer=${String(peer)}`, `--first=${String(answers.length)}`], { stdio: ['ignore', 'pipe', 'ignore'] });
      let rest = '';
      const giveUp = (): void => {
        answers.push('never returns');
        asked.kill('SIGKILL');
      };
      let patience = setTimeout(giveUp, 2 * PATIENCE_MS);
      asked.stdout.on('data', (chunk: Buffer) => {
        clearTimeout(patience);
        patience = setTimeout(giveUp, PATIENCE_MS);
        const lines = (rest + chunk.toString()).split('\n');
        rest = lines.pop() ?? '';
        answers.push(...lines);
      });
      const before = answers.length;
      asked.on('close', () => {
        clearTimeout(patience);
        if (answers.length === before) answers.push('ends the process');
        done();
      });
    });
  }
  return answers;
};

const flag = (name: string): number | null => {
  const found = process.argv.find((one) => one.startsWith(`--${name}=`));
  return found === undefined ? null : Number(found.slice(name.length + 3));
};

const own = flag('peer');
if (own !== null) {
  const peer = PEERS[own];
  if (peer !== undefined) answerAll(peer, flag('first') ?? 0);
} else {
  for (const [i, { name, processZone }] of PEERS.entries()) {
    const answers = await answersOf(i);
    const asked = QUESTIONS.map((question, at) => ({ question, said: answers[at] ?? '', right: rightAnswer(question) })).filter(({ said }) => said !== 'cannot be asked');
    const wrong = asked.filter(({ said, right }) => said !== right);
    process.stdout.write(`${name} (zone of the process: ${processZone}): ${String(asked.length - wrong.length)} of ${String(asked.length)} right\n`);
    for (const { question, said, right } of wrong) process.stdout.write(`  ${question.name.padEnd(48)} ${said.padEnd(20)} right: ${right}\n`);
    if (i === 0 && wrong.length > 0) process.exitCode = 1;
  }
}
