import type { Issue } from '../../../kernel/issue.js';
import { nearest } from '../../../kernel/nearest.js';
import type { AgreedAttribute } from '../../filter/attribute.js';
import type { TargetFilter } from '../../filter/filter.js';
import { featureKey } from '../data/by-feature.js';
import type { Feature, OutcomeTable } from '../data/outcome-table.js';
import { refineIssue } from '../issues.js';
import type { Settings } from './options.js';
import { yesOrNo } from './subjects.js';

/** Why this filter cannot be refined with this table: outcomes of the future, columns of another type, trust in what is not there. */
export const tableIssues = ({ attributes = [] }: TargetFilter, { at, features }: OutcomeTable, { asOf, trust }: Settings): readonly Issue[] => {
  const future = at.reduce((rows, moment) => rows + (moment >= asOf ? 1 : 0), 0);
  const agreed = new Map(
    attributes.flatMap(({ name, about, type, forbidden }) => (forbidden === undefined ? [[featureKey({ name, about: about ?? 'account' }), type] as const] : [])),
  );
  const known = new Set(features.map(featureKey));
  return [
    ...(future === 0 ? [] : [refineIssue('after_as_of', { rows: future }, ['asOf'])]),
    ...features.flatMap(({ name, about, column }, i) => {
      const type = agreed.get(featureKey({ name, about }));
      return type === undefined || holds(column, type) ? [] : [refineIssue('other_type', { name, about, type, column: column.kind }, ['features', i])];
    }),
    ...trust.flatMap(({ attribute, about }, i) => {
      if (known.has(featureKey({ name: attribute, about }))) return [];
      const suggestion = nearest(attribute, features.flatMap((one) => (one.about === about ? [one.name] : [])));
      return [refineIssue('trust_of_nothing', { about, attribute, suggestion }, ['trust', i, 'attribute'])];
    }),
  ];
};

/** Whether bins of a column become questions that can be asked of an attribute of this type. */
const holds = (column: Feature['column'], type: AgreedAttribute['type']): boolean => {
  switch (type) {
    case 'number':
      return column.kind === 'number';
    case 'text':
      return column.kind === 'text';
    case 'yes_no':
      return column.kind === 'text' && column.words.every((word) => typeof yesOrNo(word) === 'boolean');
    case 'list':
      return false;
  }
};
