import { toIso } from '../../kernel/instant.js';
import type { Review } from '../../pact/review.js';
import { heading, paragraph, type Block } from '../document.js';
import type { Named } from '../names.js';
import { count, wallClock } from '../words.js';

/** Which text was judged, for which period, as of when, and what was found in one line. */
export const opening = ({ pact, period, asOf, knownBy, findings }: Review, named: Named): readonly Block[] => {
  const states = (state: string): number => findings.filter((finding) => finding.state === state).length;
  const parts = [
    [states('kept'), 'kept'],
    [states('at_risk'), 'at risk'],
    [states('broken'), 'broken'],
    [states('excused'), 'excused'],
    [states('unproven'), 'unproven'],
  ] as const;
  const names = (parties: readonly string[]): string => parties.map((party) => named('parties', party)).join(', ');
  const approved = pact.approval.complete
    ? 'approved by every party'
    : pact.approval.given.length === 0
      ? 'not approved yet'
      : `approved by ${names(pact.approval.given.map(({ party }) => party))}; missing: ${names(pact.approval.missing)}`;
  return [
    heading(1, `${pact.title}: review of ${period.label}`),
    paragraph(
      `As of ${wallClock(pact.zone, asOf)} ${pact.zone} (${toIso(asOf)})${knownBy === null ? '' : `, with what was recorded before ${toIso(knownBy)}`}. ` +
        `Pact ${pact.id} ${pact.version}, digest ${pact.approval.digest.slice(0, 12)}, ${approved}.`,
    ),
    paragraph(
      `Of ${count(findings.length)} promises, ${parts
        .filter(([number]) => number > 0)
        .map(([number, word]) => `${String(number)} ${number === 1 ? 'is' : 'are'} ${word}`)
        .join(', ')}.`,
    ),
  ];
};
