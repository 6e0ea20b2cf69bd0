import { START, STAGE_CLASSES, type Framework, type Requirement, type Stage, type StageId } from '../vocabulary/framework.js';
import { singleLine } from './escape.js';

/** Longer names and notes would make a drawing of text; the whole text is in the framework. */
const LONGEST = 60;

/**
 * Text for a Mermaid label: letters, figures, spaces and a few harmless marks as they are, and everything else as a character
 * reference, so that no name can end the label, begin a comment or an arrow, or become HTML. One line of at most 60
 * characters; a longer one ends in `…`.
 */
export const mermaidText = (text: string): string => {
  const characters = Array.from(singleLine(text).trim());
  const shown = characters.length > LONGEST ? [...characters.slice(0, LONGEST - 1), '…'] : characters;
  const safe = shown.map((one) => (/^[\p{L}\p{M}\p{N} .,()…]$/u.test(one) ? one : `#${String(one.codePointAt(0) ?? 0)};`)).join('');
  // A label of nothing but spaces is no label.
  return safe === '' ? '#160;' : safe;
};

/** Colours by class, dark enough on light and light enough on dark. */
const LOOKS: Readonly<Record<Stage['class'], string>> = {
  demand: 'fill:#dbeafe,stroke:#1d4ed8,color:#111827',
  qualification: 'fill:#fef3c7,stroke:#b45309,color:#111827',
  opportunity: 'fill:#ede9fe,stroke:#6d28d9,color:#111827',
  customer: 'fill:#dcfce7,stroke:#15803d,color:#111827',
  exit: 'fill:#f3f4f6,stroke:#6b7280,color:#111827',
};

/**
 * The agreed life as a Mermaid `stateDiagram-v2`: one state a stage with its term, its owner and, where it is one, which of
 * the four exits it is; coloured by class; one arrow from stage to stage with the events that take a lead along and, in
 * brackets, what they require. A stage that no step leads to stands alone.
 *
 * The same framework gives the same text, line by line in the framework's order. Stages are numbered: no id can be a word of
 * Mermaid's.
 *
 * @example
 * ```ts
 * import { lifecycleMermaid } from 'revpact/report';
 * import { sirius2006 } from 'revpact/vocabulary';
 *
 * lifecycleMermaid(sirius2006).split('\n').slice(0, 4)
 * // => ['stateDiagram-v2', '  direction LR', '  state "Inquiry" as s1', '  s1 : marketing']
 * ```
 */
export const lifecycleMermaid = (framework: Framework): string => {
  const { stages, transitions } = framework;
  const names = new Map<StageId, string>([[START, '[*]'], ...stages.map(({ id }, i) => [id, `s${String(i + 1)}`] as const)]);
  const arrows = new Map<string, string[]>();
  for (const { on, from, to, requires = [] } of transitions) {
    for (const stage of from) {
      const [a, b] = [names.get(stage), names.get(to)];
      // An arrow from or to nowhere is a contradiction, which `createLifecycle` reports.
      if (a === undefined || b === undefined) continue;
      const arrow = `${a} --> ${b}`;
      const label = `${mermaidText(eventWords(on))}${requires.length === 0 ? '' : ` (${requires.map(requirementWords).join(', ')})`}`;
      arrows.set(arrow, [...(arrows.get(arrow) ?? []), label]);
    }
  }
  const classes = STAGE_CLASSES.flatMap((one) => {
    const members = stages.flatMap((stage, i) => (stage.class === one ? [`s${String(i + 1)}`] : []));
    return members.length === 0 ? [] : [`  classDef ${one}_stage ${LOOKS[one]}`, `  class ${members.join(',')} ${one}_stage`];
  });
  return [
    'stateDiagram-v2',
    '  direction LR',
    ...stages.flatMap(({ term, owner, exit }, i) => {
      const name = `s${String(i + 1)}`;
      return [
        `  state "${mermaidText(term)}" as ${name}`,
        `  ${name} : ${mermaidText(eventWords(owner))}${exit === undefined ? '' : `, exit (${mermaidText(exit)})`}`,
      ];
    }),
    ...[...arrows].map(([arrow, labels]) => `  ${arrow} : ${labels.join('<br/>')}`),
    ...classes,
    '',
  ].join('\n');
};

/** An id as words: `opportunity_won` reads as "opportunity won". */
const eventWords = (id: string): string => id.replaceAll('_', ' ');

const someOf = (ids: readonly string[]): string => mermaidText(ids.map(eventWords).join(' or '));
const allOf = (names: readonly string[]): string => mermaidText(names.join(' and '));

/** A requirement in a few words, safe in a label. */
const requirementWords = (requirement: Requirement): string => {
  switch (requirement.kind) {
    case 'party':
      return `by ${someOf(requirement.oneOf)}`;
    case 'human':
      return 'by a person';
    case 'delivered':
      return 'delivered';
    case 'by_receiver':
      return 'by the receiver';
    case 'not_attempted_since_delivery':
      return 'untried';
    case 'attempted_since_acceptance':
      return `tried ${String(requirement.atLeast)}×`;
    case 'attempted_within':
      return `tried ${String(requirement.atLeast)}× in ${String(requirement.days)} days`;
    case 'contacted':
      return 'spoken with';
    case 'not_contacted':
      return 'not spoken with';
    case 'rejection_class':
      return someOf(requirement.oneOf);
    case 'says':
      return `${eventWords(requirement.field)} ${someOf(requirement.oneOf)}`;
    case 'fields':
      return `with ${allOf(requirement.allOf)}`;
    case 'fit_tier':
      return `fit tier ${someOf(requirement.oneOf)}`;
    case 'qualification':
      return `${mermaidText(eventWords(requirement.framework))} ${allOf(requirement.allOf)}`;
  }
};
