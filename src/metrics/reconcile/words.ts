import { toRational, type Rational } from '../rational.js';
import type { Movement } from './records.js';
import { differenceText, numberText, type Scale } from './value.js';
import type { Reconciliation, Share } from './reconcile.js';

/** A reconciliation as a paragraph: both numbers, the difference, and each cause with its share, the largest first. */
export const inWords = (
  { a, b, difference, grain, shares, onlyJointly }: Omit<Reconciliation, 'words'>,
  scale: Scale,
  currency: string | null,
): string => {
  const total = toRational(difference);
  const [was, is] = [a, b].map(({ value }) => numberText(toRational(value), scale, currency));
  const say = (value: Rational): string => differenceText(absolute(value), scale, currency);
  if (shares.length === 0) return `${a.label} and ${b.label} both say ${String(was)}.`;
  const less = scale === 'number' && total.denominator === 1n ? 'fewer' : 'less';
  const opening =
    total.numerator === 0n
      ? `${a.label} and ${b.label} both say ${String(was)}, though their reports differ.`
      : `${a.label} says ${String(was)}, ${b.label} says ${String(is)}: ${say(total)} ${total.numerator > 0n ? 'more' : less}.`;
  const sentences = [...shares].sort((x, y) => compare(size(y), size(x))).map((share) => sentence(share, say));
  return [
    opening,
    ...(grain === 'settings' ? [] : [grain === 'causes' ? 'Settings are taken together by cause.' : 'The settings cannot be taken apart.']),
    ...sentences,
    ...(onlyJointly.count === 0 ? [] : [`${records(onlyJointly.count)} only by several settings together.`]),
  ].join(' ');
};

const sentence = ({ cause, says, share, moved }: Share, say: (value: Rational) => string): string => {
  const { numerator } = toRational(share);
  const sign = numerator > 0n ? '+' : numerator < 0n ? '−' : '';
  return `${sign}${say(toRational(share))} by ${cause === 'several' ? 'several causes together' : cause}, ${says} (${movedWords(moved)}).`;
};

const movedWords = ({ count, cameIn, wentOut }: Movement): string => {
  if (count === 0) return 'no record moves by it alone';
  const kinds = [[cameIn, 'in'], [wentOut, 'out'], [count - cameIn - wentOut, 'counted otherwise']] as const;
  return `${records(count)} by it alone: ${kinds.filter(([some]) => some > 0).map(([some, how]) => `${String(some)} ${how}`).join(', ')}`;
};

const records = (count: number): string => (count === 1 ? '1 record moves' : `${String(count)} records move`);

const absolute = ({ numerator, denominator }: Rational): Rational => ({ numerator: numerator < 0n ? -numerator : numerator, denominator });

const size = ({ share }: Share): Rational => absolute(toRational(share));

const compare = (a: Rational, b: Rational): number => {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
};
