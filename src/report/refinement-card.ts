import { named } from '../icp/refine/propose/alarm.js';
import type { ModelCard } from '../icp/refine/propose/model-card.js';
import { toIso, type Instant } from '../kernel/instant.js';
import { heading, list, type Block } from './document.js';
import { count } from './words.js';

/** What a proposal was made of, so that anybody can make it again and compare, and what was never looked at. */
export const cardBlocks = ({ filter, data, rows, accounts, firstAt, lastAt, settings, forbidden, digest }: ModelCard): readonly Block[] => [
  heading(2, 'How it was made'),
  list([
    `From the filter "${filter.id}" (${filter.digest}), as it is in force at ${toIso(settings.asOf)}.`,
    `From ${count(rows)} hand-overs of ${count(accounts)} accounts${between(firstAt, lastAt)} (${data}).`,
    `The oldest ${String(settings.olderPercent)} % were learned from; seed ${String(settings.seed)}, ${count(settings.draws)} draws.`,
    ...settings.trust.map(({ attribute, about, why }) => `Trusted to be known before: ${named({ attribute, about })} (${why}).`),
    ...(forbidden.length === 0
      ? []
      : [`Never looked at, as agreed: ${forbidden.map(({ attribute, about, why }) => `${named({ attribute, about })} (${why})`).join(', ')}.`]),
    `All of it in one digest: ${digest}.`,
  ]),
];

const between = (from: Instant | null, to: Instant | null): string => (from === null || to === null ? '' : ` from ${toIso(from)} to ${toIso(to)}`);
