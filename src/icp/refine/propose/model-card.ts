import { digest } from '../../../kernel/canonical.js';
import type { Instant } from '../../../kernel/instant.js';
import type { TargetFilter } from '../../filter/filter.js';
import type { Feature, OutcomeTable } from '../data/outcome-table.js';
import type { Admission, Proof, Refusal } from './admit.js';
import type { Settings } from './options.js';
import type { Proposal } from './proposal.js';

/** What a proposal was made of, and how: plain JSON, with digests, so that anybody can make it again and compare. */
export interface ModelCard {
  readonly format: 'revpact.refine/1';
  readonly filter: { readonly id: string; readonly digest: string };
  readonly asOf: Instant;
  /** Digest of the outcomes, whatever order they came in. */
  readonly data: string;
  readonly rows: number;
  readonly accounts: number;
  readonly firstAt: Instant | null;
  readonly lastAt: Instant | null;
  readonly settings: Settings;
  /** What each attribute was let in for, or why it was not. */
  readonly attributes: readonly {
    readonly attribute: string;
    readonly about: 'account' | 'contact';
    readonly proof: Proof | null;
    readonly refused: Refusal | null;
    readonly why: string | null;
  }[];
  /** Attributes that may never count, as agreed, whether or not they were handed in. */
  readonly forbidden: readonly { readonly attribute: string; readonly about: 'account' | 'contact'; readonly why: string }[];
  /** Digest of the proposal without this card. */
  readonly result: string;
  /** Digest of all the above. */
  readonly digest: string;
}

/** The card of a result. */
export const cardOf = (
  filter: TargetFilter,
  table: OutcomeTable,
  admissions: readonly Admission[],
  settings: Settings,
  proposal: Omit<Proposal, 'card'>,
): ModelCard => {
  const card: Omit<ModelCard, 'digest'> = {
    format: 'revpact.refine/1',
    filter: { id: filter.id, digest: digest(filter) },
    asOf: settings.asOf,
    data: dataDigest(table),
    rows: table.rows,
    accounts: new Set(table.account.codes).size,
    firstAt: table.at[0] ?? null,
    lastAt: table.at.at(-1) ?? null,
    settings,
    attributes: admissions.map(({ attribute, about, proof, refused, why }) => ({ attribute, about, proof, refused, why })),
    forbidden: (filter.attributes ?? []).flatMap(({ name, about, forbidden }) =>
      forbidden === undefined ? [] : [{ attribute: name, about: about ?? 'account', why: forbidden }],
    ),
    result: resultDigest(proposal),
  };
  return { ...card, digest: digest(card) };
};

/** Whether a card says what its digest says. */
export const isWhole = ({ digest: own, ...card }: ModelCard): boolean => digest(card) === own;

/** Digest of a proposal without its card. Fractions are cut to nine digits: the last bits of a logarithm are the machine's. */
export const resultDigest = (proposal: Omit<Proposal, 'card'>): string => digest(rounded({ ...proposal, card: null }));

const rounded = (value: unknown): unknown => {
  if (typeof value === 'number') return Number.isInteger(value) ? value : Number(value.toPrecision(9));
  if (Array.isArray(value)) return value.map(rounded);
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rounded(inner)])) : value;
};

/** Column by column, so that no text of the whole is made. */
const dataDigest = ({ features, label, at, account }: OutcomeTable): string =>
  digest([
    digest(label.join()),
    digest(at.join()),
    digest([account.codes.join(), account.words]),
    ...features.map(({ name, about, known, knownAt, column }: Feature) =>
      digest([name, about, known ?? null, knownAt?.join() ?? null, ...(column.kind === 'number' ? [column.values.join()] : [column.codes.join(), column.words])]),
    ),
  ]);
