import { toDecimal } from '../../../kernel/quotient.js';
import type { Share } from '../../../kernel/share.js';
import type { Base, EvidenceLine, EvidenceOf } from './evidence.js';

/** How many values of a bin sentences name. */
const SHOWN = 5;

/** Which rows, in words. */
export const whichRows = (of: EvidenceOf): string => {
  switch (of.kind) {
    case 'range':
      return of.from === null ? (of.below === null ? 'any number' : `below ${of.below}`) : of.below === null ? `${of.from} or more` : `${of.from} up to ${of.below}`;
    case 'levels':
      return of.levels.length > SHOWN
        ? `${of.levels.slice(0, SHOWN).join(', ')} and ${String(of.levels.length - SHOWN)} more`
        : of.levels.join(', ');
    case 'rest':
      return 'any other';
    case 'missing':
    case 'not_known':
      return 'not known';
    case 'answer':
      return of.asks;
    case 'no':
      return 'none of it';
  }
};

/** A share in percent with one place, half to even; `–` of nothing. */
export const percent = (numerator: number, denominator: number): string => {
  const text = toDecimal({ numerator: numerator * 100, denominator }, 1, 'half-even');
  return text === null ? '–' : `${text} %`;
};

/** One line of evidence as a sentence. A rate that could as well be the average is said to be that. */
export const evidenceSentence = (line: EvidenceLine, base: Base): string => {
  const average = percent(base.wins, base.rows);
  const won = `${whichRows(line.of)}: ${String(line.wins.numerator)} of ${String(line.rows)} won (${percent(line.wins.numerator, line.rows)}${interval(line.wins)})`;
  const against =
    line.tells === 'nothing' ? `which could as well be the ${average} of all` : `${line.tells} the ${average} of all`;
  return `${won}, ${against}${pointsWords(line)}`;
};

/** The interval of a share in percent, after the share. */
export const interval = ({ low, high }: Share): string => (low === null || high === null ? '' : `; ${ofText(low)} to ${ofText(high)}`);

/** A share's own text, `0.1234`, in percent. */
const ofText = (text: string): string => percent(Number(text.replace('.', '')), 10_000);

const pointsWords = ({ agreed, proposed, tells }: EvidenceLine): string => {
  const was = agreed === null ? null : agreed.least === agreed.most ? String(agreed.least) : `${String(agreed.least)} to ${String(agreed.most)}`;
  if (proposed === null) return was === null ? '' : `; ${was} points as agreed`;
  // What a bin alone cannot show is no reason for its points.
  const because = tells === 'nothing' ? ', for the sake of the others' : '';
  if (was === null) return `; ${String(proposed)} points${because}`;
  return was === String(proposed) ? `; ${was} points as agreed` : `; ${was} points agreed, ${String(proposed)} proposed${because}`;
};
