import { approvalStatus, type Pact } from 'revpact/pact';
import { terminalText } from 'revpact/report';
import { EXIT } from '../exit.js';
import { readPact } from '../read/pact.js';
import type { World } from '../world.js';
import { complaintLines } from './complaint-lines.js';

/**
 * Read pacts and print everything found: what makes one unusable (then the answer is 2), what works and should be talked
 * about all the same (notes, which change nothing), and who has approved the text.
 */
export const check = async (files: readonly string[], world: World): Promise<number> => {
  let code: number = EXIT.done;
  for (const file of files) {
    const read = await readPact(world, file);
    if (read.ok) {
      const { pact, notes } = read.value;
      world.stdout(complaintLines(notes));
      world.stdout(`${terminalText(`${file}: ${standing(pact, notes.length)}`)}\n`);
    } else {
      code = EXIT.invalid;
      world.stdout(complaintLines(read.complaints));
      world.stdout(`${terminalText(`${file}: cannot be used, ${counted(read.complaints.length, 'issue')}`)}\n`);
    }
  }
  return code;
};

const standing = (pact: Pact, notes: number): string => {
  const { complete, digest, missing } = approvalStatus(pact);
  const approved = complete ? 'approved by every party' : `not yet approved by ${missing.join(', ')}`;
  return `pact ${pact.id} ${pact.version} can be used, ${counted(notes, 'note')}; ${approved}; digest ${digest}`;
};

const counted = (count: number, word: string): string => `${String(count)} ${word}${count === 1 ? '' : 's'}`;
