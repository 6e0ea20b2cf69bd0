import { ok, unwrap, type Result } from '../kernel/result.js';
import { extendFramework, isExtension } from '../vocabulary/extension/extend.js';
import type { Framework, StageId } from '../vocabulary/framework.js';
import type { PartyId } from '../vocabulary/party.js';
import type { Pact } from './pact.js';

/** The framework that a pact agrees on, or what does not fit in the extension that describes it. */
export const safeFrameworkOf = ({ framework }: Pick<Pact, 'framework'>): Result<Framework> =>
  isExtension(framework) ? extendFramework(framework) : ok(framework);

/**
 * The framework that a pact agrees on: the one it spells out, or a shipped one as the pact's extension changes it. Throws
 * where the extension does not fit, which `safeParsePact` would have said.
 *
 * @example
 * ```ts
 * import { frameworkOf } from 'revpact/pact';
 *
 * const framework = frameworkOf({
 *   framework: { id: 'ours', title: 'Ours', extends: 'sirius_2006', source: 'Agreed in May', rename: [{ stage: 'sal', term: 'Working' }] },
 * });
 * framework.stages.find(({ id }) => id === 'sal')?.term // => 'Working'
 * ```
 */
export const frameworkOf = (pact: Pick<Pact, 'framework'>): Framework => unwrap(safeFrameworkOf(pact));

/** Which party owns each stage. */
export const stageOwnersOf = ({ stages }: Framework): Readonly<Record<StageId, PartyId>> =>
  Object.fromEntries(stages.map(({ id, owner }) => [id, owner]));

/** Where in the pact something about its framework stands: an extension has no place for what it took over. */
export const frameworkPath = ({ framework }: Pick<Pact, 'framework'>, path: readonly (string | number)[]): readonly (string | number)[] =>
  isExtension(framework) ? ['framework'] : ['framework', ...path];
