import type { Filter } from '../definition/filter.js';

/** A condition as people say it: `lead.source is web`. */
export const filterWords = (filter: Filter): string => {
  switch (filter.is) {
    case 'equals':
      return `${filter.column} is ${String(filter.value)}`;
    case 'one_of':
      return `${filter.column} is ${filter.values.slice(0, 10).join(' or ')}${filter.values.length > 10 ? ' or one of others' : ''}`;
    case 'null':
      return `${filter.column} is not known`;
    case 'not_null':
      return `${filter.column} is known`;
    case 'at_least':
    case 'at_most':
      return `${filter.column} is ${filter.is === 'at_least' ? 'at least' : 'at most'} ${String(filter.value)}`;
    case 'milestone':
      return `${filter.column} is a stage of ${filter.milestone}`;
    case 'not_after':
      return `${filter.column} is not after ${filter.other}`;
    case 'past':
      return `${filter.column} has come`;
    case 'older_than':
      return `${filter.column} is older than ${span(filter.ms)}`;
    case 'newer_than':
      return `${filter.column} is newer than ${span(filter.ms)}`;
    case 'in_period':
      return `${filter.column} is in the period`;
    case 'any':
      return filter.of.map(filterWords).join(', or ');
    case 'related': {
      const least = filter.atLeast === null ? [] : [`at least ${String(filter.atLeast)}`];
      const most = filter.atMost === null ? [] : [`at most ${String(filter.atMost)}`];
      const such = filter.where.length === 0 ? '' : ` whose ${filter.where.map(filterWords).join(' and ')}`;
      return `has ${[...least, ...most].join(' and ')} of ${filter.table}${such}`;
    }
  }
};

/** A length of time in its largest whole unit. */
export const span = (ms: number): string => {
  const [size, name] = SPANS.find(([of]) => ms % of === 0) ?? [1, 'ms'];
  return `${String(ms / size)} ${name}`;
};

const SPANS = [
  [86_400_000, 'd'],
  [3_600_000, 'h'],
  [60_000, 'min'],
] as const;
