import type { Issue, Path } from '../../kernel/issue.js';
import { duplicateIds } from '../duplicates.js';
import { icpIssue } from '../issues.js';
import type { DossierStandard } from './standard.js';

/** What is wrong with a well-formed standard: `icp.duplicate_id`, and `icp.nothing_needed` where every section is optional. */
export const dossierIssues = ({ id, sections }: DossierStandard, path: Path = []): readonly Issue[] => [
  ...duplicateIds('section', sections.map((section) => section.id), [...path, 'sections'], 'id'),
  ...(sections.every(({ optional }) => optional === true) ? [icpIssue('nothing_needed', { standard: id }, [...path, 'sections'])] : []),
];
