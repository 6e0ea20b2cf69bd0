import type { FactBasis } from '../definition/basis.js';
import { hasLead } from '../definition/column.js';
import type { Filter } from '../definition/filter.js';
import type { Input } from './inputs.js';
import { readsLead } from './unit.js';

/** What parts of facts must not divide: a row, a lead, whatever is of an account, or nothing may be divided. */
export type Together = 'row' | 'lead' | 'account' | 'all';

const ORDER: readonly Together[] = ['row', 'lead', 'account', 'all'];

/** The most that any figure of a metric asks for. */
export const togetherOf = (inputs: readonly Input[]): Together =>
  widest(inputs.flatMap((input) => [...ofBasis(input.basis), readsLead(input, input.groupBy) ? 'lead' : 'row']));

const widest = (found: readonly Together[]): Together => ORDER[Math.max(0, ...found.map((one) => ORDER.indexOf(one)))] ?? 'row';

const ofBasis = (basis: FactBasis): readonly Together[] => {
  const where = basis.where.flatMap(ofFilter);
  if (basis.kind === 'milestone') return [...where, basis.of];
  const picked: readonly Together[] =
    basis.pick === null
      ? []
      : [
          hasLead(basis.table) && basis.pick.per.includes('row.leadId')
            ? 'lead'
            : basis.pick.per.includes('row.accountId')
              ? 'account'
              : 'all',
        ];
  return [...where, ...picked, ...(basis.target?.is === 'met' ? basis.target.all.flatMap(ofFilter) : [])];
};

/** Related rows are those of the same lead, or of the same account; anything else may stand anywhere. */
const ofFilter = (filter: Filter): readonly Together[] => {
  if (filter.is !== 'related') return [];
  const same = (name: string): boolean =>
    filter.on.some(({ theirs, ours }) => theirs === `row.${name}` && (ours === `row.${name}` || ours === `lead.${name}`));
  return [same('leadId') ? 'lead' : same('accountId') ? 'account' : 'all'];
};
