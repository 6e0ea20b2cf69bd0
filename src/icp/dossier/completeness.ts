import type { Instant } from '../../kernel/instant.js';
import { nearest } from '../../kernel/nearest.js';
import type { Ratio } from '../../kernel/ratio.js';
import { foldCase } from '../../kernel/text.js';
import type { Dossier, Research } from './dossier.js';
import type { DossierSection, DossierStandard } from './standard.js';

/** What one section holds. counts + repeated + stale + unsourced + later are all findings that it has. */
export interface SectionState {
  readonly section: string;
  readonly optional: boolean;
  /** `partial`: some count, fewer than agreed. `missing`: none does. */
  readonly state: 'complete' | 'partial' | 'missing';
  readonly atLeast: number;
  /** Findings that count: different ones, fresh, with a source where one is asked for. */
  readonly counts: number;
  /** Says the same as one that counts, whatever the case of its letters and the blanks between them. */
  readonly repeated: number;
  /** Too old, sourced or not. */
  readonly stale: number;
  /** Fresh, and without the source that it takes. */
  readonly unsourced: number;
  /** Not found out yet at the moment asked about. */
  readonly later: number;
  /** The first moment when too few will be fresh; null where there are too few now, or they stay. */
  readonly staleFrom: Instant | null;
  /** What is there and what is missing, in words. */
  readonly why: string;
}

/** Whether a dossier holds what was agreed. */
export interface DossierCompleteness {
  readonly accountId: string;
  /** Every section that is not optional is complete. */
  readonly complete: boolean;
  /** Sections complete over sections that must be, the optional ones in neither. */
  readonly sections: Ratio;
  /** One a section of the standard, in its order. */
  readonly bySection: readonly SectionState[];
  /** Findings of sections that the standard does not have: they count nowhere. */
  readonly strange: readonly { readonly section: string; readonly count: number; readonly suggestion: string | null }[];
  /** The first moment when it is no longer complete if nothing is added; null where it is not now, or stays so. */
  readonly staleFrom: Instant | null;
}

const DAY_MS = 86_400_000;

/**
 * Whether a dossier meets the standard as of a moment, and what it takes where it does not.
 *
 * A finding from before `asOf` counts where it is at most `freshDays` × 24 hours old, has a source where the section asks for
 * one, and says something that no other does. An account without a dossier is one with no findings.
 *
 * @example
 * ```ts
 * import { dossierCompleteness } from 'revpact/icp';
 *
 * const standard = {
 *   id: 'brief',
 *   title: 'Account brief',
 *   sections: [{ id: 'trigger', title: 'Why now', useful: 'An event of this year', freshDays: 90, sourced: true }],
 * };
 * const found = { section: 'trigger', says: 'New plant in Graz', foundAt: Date.UTC(2026, 0, 5) };
 * const dossier = { accountId: 'a1', research: [found] };
 * const { complete, bySection } = dossierCompleteness(standard, dossier, { asOf: Date.UTC(2026, 1, 1) });
 * complete // => false
 * bySection.map(({ why }) => why) // => ['Why now: 0 of 1; 1 without a source']
 * ```
 */
export const dossierCompleteness = (standard: DossierStandard, dossier: Dossier, { asOf }: { readonly asOf: Instant }): DossierCompleteness => {
  const known = new Map(standard.sections.map(({ id }) => [id, [] as Research[]]));
  const strange = new Map<string, number>();
  for (const one of dossier.research) {
    const own = known.get(one.section);
    if (own === undefined) strange.set(one.section, (strange.get(one.section) ?? 0) + 1);
    else own.push(one);
  }
  const bySection = standard.sections.map((section) => sectionState(section, known.get(section.id) ?? [], asOf));
  const needed = bySection.filter(({ optional }) => !optional);
  const have = needed.filter(({ state }) => state === 'complete').length;
  const complete = have === needed.length;
  const ends = needed.flatMap(({ staleFrom }) => staleFrom ?? []);
  return {
    accountId: dossier.accountId,
    complete,
    sections: { numerator: have, denominator: needed.length },
    bySection,
    strange: [...strange].map(([section, count]) => ({ section, count, suggestion: nearest(section, [...known.keys()]) })),
    staleFrom: complete && ends.length > 0 ? Math.min(...ends) : null,
  };
};

type Standing = 'counts' | 'repeated' | 'stale' | 'unsourced' | 'later';

const sectionState = (section: DossierSection, research: readonly Research[], asOf: Instant): SectionState => {
  const { id, freshDays = null, sourced, atLeast = 1 } = section;
  const said = new Set<string>();
  const standingOf = ({ foundAt, source, says }: Research): Standing => {
    if (foundAt >= asOf) return 'later';
    if (freshDays !== null && asOf - foundAt > freshDays * DAY_MS) return 'stale';
    if (sourced && source === undefined) return 'unsourced';
    const text = foldCase(says.trim().replace(/\s+/g, ' '));
    if (said.has(text)) return 'repeated';
    said.add(text);
    return 'counts';
  };
  // The latest first: of two that say the same the one counts that stays fresh for longer.
  const all = [...research].sort((a, b) => b.foundAt - a.foundAt).map((one) => ({ ...one, standing: standingOf(one) }));
  const countOf = (standing: Standing): number => all.filter((one) => one.standing === standing).length;
  const counts = all.filter(({ standing }) => standing === 'counts');
  const last = counts[atLeast - 1];
  const state = {
    section: id,
    optional: section.optional === true,
    state: counts.length >= atLeast ? ('complete' as const) : counts.length > 0 ? ('partial' as const) : ('missing' as const),
    atLeast,
    counts: counts.length,
    repeated: countOf('repeated'),
    stale: countOf('stale'),
    unsourced: countOf('unsourced'),
    later: countOf('later'),
    staleFrom: last === undefined || freshDays === null ? null : last.foundAt + freshDays * DAY_MS + 1,
  };
  return { ...state, why: words(section, state) };
};

const words = ({ title, freshDays }: DossierSection, { counts, atLeast, repeated, stale, unsourced, later }: Omit<SectionState, 'why'>): string => {
  const parts = [
    `${title}: ${String(counts)} of ${String(atLeast)}`,
    ...(stale === 0 ? [] : [`${String(stale)} older than ${String(freshDays)} days`]),
    ...(unsourced === 0 ? [] : [`${String(unsourced)} without a source`]),
    ...(repeated === 0 ? [] : [`${String(repeated)} said twice`]),
    ...(later === 0 ? [] : [`${String(later)} found out later`]),
  ];
  return parts.join('; ');
};
