import type { Issue, Path } from '../../kernel/issue.js';
import { nearest } from '../../kernel/nearest.js';
import { compareRatios, isDecimalText, ratioOf } from '../../kernel/ratio.js';
import { foldCase } from '../../kernel/text.js';
import { duplicateIds } from '../duplicates.js';
import { icpIssue } from '../issues.js';
import type { AgreedAttribute } from './attribute.js';
import type { PlainCondition } from './condition.js';
import type { Criterion } from './criterion.js';
import type { TargetFilter } from './filter.js';
import { conditionsOf, walk, type Placed } from './walk.js';

/** How deep groups may nest, a count of contacts being one: what a person can still read. */
const DEEPEST = 4;

/**
 * What makes a well-formed filter impossible: a question that cannot be asked, or that nothing can answer with yes.
 *
 * Issues: `icp.duplicate_id`, `icp.unknown_attribute` (one that is not among those agreed, where any are listed),
 * `icp.impossible_attribute`, `icp.forbidden_attribute`, `icp.unfit_test`, `icp.unfit_value`, `icp.empty_range`,
 * `icp.too_many_of`, `icp.groups_too_deep`, `icp.contacts_within_contacts`.
 *
 * @example
 * ```ts
 * import { filterIssues } from 'revpact/icp';
 *
 * const issues = filterIssues({
 *   id: 'core',
 *   title: 'Core market',
 *   attributes: [{ name: 'employees', type: 'number' }],
 *   criteria: [
 *     { id: 'size', title: 'Big enough?', missing: 'zero', role: 'must_have', when: { is: 'range', attribute: 'employes', from: '50' } },
 *   ],
 *   tiers: [{ id: 'A', atLeast: 0 }],
 * });
 * issues.map(({ message }) => message) // => ['no attribute "employes" of the account was agreed; did you mean "employees"?']
 * ```
 */
export const filterIssues = ({ attributes, criteria, tiers }: TargetFilter): readonly Issue[] => [
  ...duplicateIds('criterion', criteria.map(({ id }) => id), ['criteria'], 'id'),
  ...duplicateIds('tier', tiers.map(({ id }) => id), ['tiers'], 'id'),
  ...(attributes === undefined ? [] : dictionaryIssues(attributes)),
  ...conditionIssues(criteria, attributes === undefined ? null : new Map(attributes.map((one) => [ownerOf(one, one.name), one]))),
];

const conditionIssues = (criteria: readonly Criterion[], agreed: Dictionary | null): readonly Issue[] =>
  criteria.flatMap((criterion, c) =>
    conditionsOf(criterion, ['criteria', c]).flatMap(({ when, path }) => walk(when, path).flatMap((placed) => placedIssues(placed, agreed))),
  );

/** The agreed attributes by owner and name. */
type Dictionary = ReadonlyMap<string, AgreedAttribute>;

const ownerOf = ({ about }: Pick<AgreedAttribute, 'about'>, name: string): string => `${about ?? 'account'} ${name}`;

const dictionaryIssues = (attributes: readonly AgreedAttribute[]): readonly Issue[] => [
  ...duplicateIds('attribute', attributes.map(({ name, ...one }) => ownerOf(one, name)), ['attributes'], 'name'),
  ...attributes.flatMap(({ name }, i) => impossible(name, ['attributes', i, 'name'])),
];

/** Records cannot hold this name, and would lose it. */
const impossible = (attribute: string, path: Path): readonly Issue[] =>
  attribute === '__proto__' ? [icpIssue('impossible_attribute', { attribute }, path)] : [];

const placedIssues = ({ condition, path, depth, inContacts }: Placed, agreed: Dictionary | null): readonly Issue[] => {
  switch (condition.is) {
    case 'all':
    case 'any':
    case 'none':
      return tooDeep(depth, path);
    case 'contacts':
      return [
        ...tooDeep(depth, path),
        ...(inContacts ? [icpIssue('contacts_within_contacts', undefined, path)] : []),
        ...emptyRange(condition, path),
      ];
    default:
      return [...impossible(condition.attribute, [...path, 'attribute']), ...againstDictionary(condition, path, agreed), ...contradictions(condition, path)];
  }
};

/** Said once, of the first group that is too deep. */
const tooDeep = (depth: number, path: Path): readonly Issue[] =>
  depth === DEEPEST ? [icpIssue('groups_too_deep', { limit: DEEPEST }, path)] : [];

const contradictions = (condition: PlainCondition, path: Path): readonly Issue[] => {
  if (condition.is === 'range' || condition.is === 'count') return emptyRange(condition, path);
  if (condition.is !== 'overlap' || condition.atLeast === undefined) return [];
  const different = new Set(condition.values.map(foldCase)).size;
  const { atLeast } = condition;
  return atLeast > different ? [icpIssue('too_many_of', { atLeast, different }, [...path, 'atLeast'])] : [];
};

const emptyRange = ({ from, below }: { readonly from?: string | number; readonly below?: string | number }, path: Path): readonly Issue[] => {
  // No count is below none.
  if (below === 0) return [icpIssue('empty_range', { from: String(from ?? 0), below: '0' }, path)];
  if (from === undefined || below === undefined) return [];
  const [start, end] = [String(from), String(below)];
  return compareRatios(ratioOf(start), ratioOf(end)) < 0 ? [] : [icpIssue('empty_range', { from: start, below: end }, path)];
};

/** What can be asked of each type of attribute. */
const FITTING = {
  text: ['equal', 'one_of', 'present', 'contains'],
  number: ['equal', 'one_of', 'present', 'range'],
  yes_no: ['equal', 'one_of', 'present'],
  list: ['overlap', 'count', 'present'],
} as const satisfies Record<AgreedAttribute['type'], readonly PlainCondition['is'][]>;

const againstDictionary = (condition: PlainCondition, path: Path, agreed: Dictionary | null): readonly Issue[] => {
  if (agreed === null) return [];
  const { attribute, about = 'account', is } = condition;
  const found = agreed.get(ownerOf(condition, attribute));
  if (found === undefined) {
    const known = [...agreed.values()].flatMap((one) => ((one.about ?? 'account') === about ? [one.name] : []));
    return [icpIssue('unknown_attribute', { attribute, about, known, suggestion: nearest(attribute, known) }, [...path, 'attribute'])];
  }
  const { type, forbidden } = found;
  const fitting: readonly string[] = FITTING[type];
  return [
    ...(forbidden === undefined ? [] : [icpIssue('forbidden_attribute', { attribute, why: forbidden }, [...path, 'attribute'])]),
    ...(fitting.includes(is) ? unfitValues(condition, type, path) : [icpIssue('unfit_test', { attribute, type, is, fitting }, [...path, 'is'])]),
  ];
};

/** Values that an attribute of this type never has: yes where it is a number, a word where it is yes or no. */
const unfitValues = (condition: PlainCondition, type: AgreedAttribute['type'], path: Path): readonly Issue[] => {
  const { attribute } = condition;
  const values =
    condition.is === 'equal'
      ? [{ value: condition.value, at: [...path, 'value'] }]
      : condition.is === 'one_of'
        ? condition.values.map((value, i) => ({ value, at: [...path, 'values', i] }))
        : [];
  return values.flatMap(({ value, at }) => (fits(value, type) ? [] : [icpIssue('unfit_value', { attribute, type, value }, at)]));
};

const fits = (value: string | number | boolean, type: AgreedAttribute['type']): boolean => {
  if (type === 'yes_no') return typeof value === 'boolean';
  if (type === 'number') return typeof value === 'number' || (typeof value === 'string' && isDecimalText(value));
  return typeof value !== 'boolean';
};
