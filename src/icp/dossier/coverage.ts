import { groupBy } from '../../kernel/group.js';
import type { Instant } from '../../kernel/instant.js';
import type { Ratio } from '../../kernel/ratio.js';
import { dossierCompleteness, type DossierCompleteness, type SectionState } from './completeness.js';
import type { Dossier } from './dossier.js';
import type { DossierStandard } from './standard.js';

/** As much of a list as its coverage asks; a `TargetList` is one, and a provided list, which knows no tiers. */
export interface CoveredList {
  readonly in: readonly { readonly accountId: string; readonly tier?: string }[];
}

/** How a section stands over the accounts of a list. complete + partial + missing are all accounts. */
export interface SectionCoverage {
  readonly section: string;
  readonly complete: number;
  readonly partial: number;
  readonly missing: number;
}

/** How much of a list has the agreed research. */
export interface DossierCoverage {
  readonly standard: string;
  readonly asOf: Instant;
  /** Accounts with a complete dossier over accounts on the list. */
  readonly share: Ratio;
  /** In the order of the list, those without any dossier too. */
  readonly accounts: readonly DossierCompleteness[];
  readonly bySection: readonly SectionCoverage[];
  /** In the order in which the list has them; null for accounts of a list without tiers. */
  readonly byTier: readonly { readonly tier: string | null; readonly share: Ratio }[];
  /** Accounts with a dossier that are not on the list: research that nobody is to use. */
  readonly offList: readonly string[];
}

/**
 * How much of a list has the agreed research as of a moment. Where there are several dossiers of one account, their findings
 * count together.
 */
export const dossierCoverage = (
  list: CoveredList,
  dossiers: readonly Dossier[],
  standard: DossierStandard,
  { asOf }: { readonly asOf: Instant },
): DossierCoverage => {
  const ofAccount = groupBy(dossiers, ({ accountId }) => accountId);
  const listed = groupBy(list.in, ({ accountId }) => accountId);
  const rows = [...listed.values()].map(([{ accountId, tier = null }]) => {
    const research = (ofAccount.get(accountId) ?? []).flatMap((one) => one.research);
    return { tier, completeness: dossierCompleteness(standard, { accountId, research }, { asOf }) };
  });
  const shareOf = (some: readonly { readonly completeness: DossierCompleteness }[]): Ratio => ({
    numerator: some.filter(({ completeness }) => completeness.complete).length,
    denominator: some.length,
  });
  const countOf = (place: number, state: SectionState['state']): number =>
    rows.filter(({ completeness }) => completeness.bySection[place]?.state === state).length;
  return {
    standard: standard.id,
    asOf,
    share: shareOf(rows),
    accounts: rows.map(({ completeness }) => completeness),
    bySection: standard.sections.map(({ id }, place) => ({
      section: id,
      complete: countOf(place, 'complete'),
      partial: countOf(place, 'partial'),
      missing: countOf(place, 'missing'),
    })),
    byTier: [...groupBy(rows, ({ tier }) => tier)].map(([tier, some]) => ({ tier, share: shareOf(some) })),
    offList: [...ofAccount.keys()].filter((accountId) => !listed.has(accountId)),
  };
};
