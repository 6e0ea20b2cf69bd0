import fc from 'fast-check';
import { MOST_POINTS, type Condition, type Criterion, type PlainCondition, type TargetFilter } from 'revpact/icp';
import type { Account, Contact, Profile, ProfileValue } from 'revpact/vocabulary';

/** Values that conditions below can tell apart, and their neighbours. */
const NUMBERS = [0, -0, 1, 50, 249.99999999999997, 250, 250.00000000000003, 0.3, 0.1 + 0.2, 1e-7, 1e21, -1.5, 2 ** 53, Number.MAX_VALUE, NaN, Infinity];
const TEXTS = ['', 'Retail', 'RETAIL', 'shop and hotel', '250', '250.0', '0.3', '0.30000000000000001', '-0', 'ΣΑΣ', 'σας', 'İ', 'i', ' 250 '];
/** Texts that engines of SQL may read otherwise: digits of other scripts, one digit too many, letters that fold, a quote. */
const ODD_TEXTS = ['250\n', '--5', '+250', '-', '.5', '1.', '٢٥٠', '9'.repeat(30), `1${'0'.repeat(30)}`, '-0.0', '0250', 'K', 'Straße', 'STRASSE', "it's 100%_", '\\'];
const DECIMALS = ['0', '-0', '0.3', '0.30000000000000001', '250', '250.00', '-1.50', '0.0000001', '1000000000000000000000', '9007199254740993', '50'];

const aNumber = fc.oneof(fc.constantFrom(...NUMBERS), fc.double());
const aText = fc.constantFrom(...TEXTS);
const aList = fc.array(fc.constantFrom('CRM', 'crm', 'ERP', 'Mail', ''), { maxLength: 4 });

export const NAMES = ['size', 'trade', 'tools', 'listed', 'constructor', 'mixed'] as const;

const aValue: fc.Arbitrary<ProfileValue> = fc.oneof(fc.constant(null), aNumber, aText, fc.boolean(), aList);
/** Profiles whose attributes are mostly of one type each, as in a CRM, and now and then of none. */
export const aProfile: fc.Arbitrary<Profile> = fc
  .record(
    { size: aNumber, trade: aText, tools: aList, listed: fc.boolean(), constructor: fc.constantFrom('Retail', 'x'), mixed: aValue },
    { requiredKeys: [] },
  )
  .map((profile) => ({ ...profile }));

export const someAccounts: fc.Arbitrary<readonly Account[]> = fc
  .array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), aProfile), { maxLength: 12 })
  .map((all) => all.map(([id, attributes]) => ({ id, attributes })));

export const someContacts: fc.Arbitrary<readonly Contact[]> = fc
  .array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'z'), aProfile), { maxLength: 10 })
  .map((all) => all.map(([accountId, attributes], i) => ({ id: `p${String(i)}`, accountId, attributes })));

const agreedValue = fc.oneof(fc.constantFrom(...TEXTS.filter((text) => text !== ''), ...ODD_TEXTS, ...DECIMALS), fc.constantFrom(0, 1, 50, 250, 2 ** 53 - 1), fc.boolean());
const decimals = fc.record({ from: fc.constantFrom(...DECIMALS), below: fc.constantFrom(...DECIMALS) }, { requiredKeys: [] });
const counts = fc.record({ from: fc.nat(3), below: fc.nat(3) }, { requiredKeys: [] });
const words = fc.array(fc.constantFrom('crm', 'ERP', 'shop', 'retail', 'σ', "'S", '0%_'), { minLength: 1, maxLength: 3 });

type Asked = fc.Arbitrary<{ readonly attribute: string; readonly about?: 'contact' }>;

const aPlainCondition = (asked: Asked, ofWords: Asked): fc.Arbitrary<PlainCondition> =>
  fc.oneof(
    fc.tuple(asked, agreedValue).map(([who, value]) => ({ is: 'equal' as const, ...who, value })),
    fc.tuple(asked, fc.array(agreedValue, { minLength: 1, maxLength: 4 })).map(([who, values]) => ({ is: 'one_of' as const, ...who, values })),
    fc.tuple(asked, decimals).map(([who, bounds]) => ({ is: 'range' as const, ...who, ...bounds })),
    asked.map((who) => ({ is: 'present' as const, ...who })),
    fc.tuple(ofWords, words).map(([who, any]) => ({ is: 'contains' as const, ...who, any })),
    fc.tuple(asked, words, fc.integer({ min: 1, max: 3 })).map(([who, values, atLeast]) => ({ is: 'overlap' as const, ...who, values, atLeast })),
    fc.tuple(asked, words).map(([who, values]) => ({ is: 'overlap' as const, ...who, values })),
    fc.tuple(asked, counts).map(([who, bounds]) => ({ is: 'count' as const, ...who, ...bounds })),
  );

/** Groups up to three deep, and counts of contacts. */
const aCondition = (asked: Asked, ofWords: Asked): fc.Arbitrary<Condition> =>
  fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      { arbitrary: aPlainCondition(asked, ofWords), weight: 4 },
      {
        arbitrary: fc
          .tuple(fc.constantFrom('all' as const, 'any' as const, 'none' as const), fc.array(tie('condition'), { minLength: 1, maxLength: 3 }))
          .map(([is, of]) => ({ is, of })),
        weight: 2,
      },
      { arbitrary: fc.tuple(tie('condition'), counts).map(([where, bounds]) => ({ is: 'contacts' as const, where, ...bounds })), weight: 1 },
    ),
  })).condition;

const points = fc.oneof({ arbitrary: fc.integer({ min: -30, max: 60 }), weight: 9 }, { arbitrary: fc.constantFrom(MOST_POINTS, -MOST_POINTS), weight: 1 });
const aRole = (condition: fc.Arbitrary<Condition>) =>
  fc.oneof(
    condition.map((when) => ({ role: 'must_have' as const, when })),
    condition.map((when) => ({ role: 'disqualifier' as const, when })),
    fc.tuple(condition, points).map(([when, own]) => ({ role: 'weighted' as const, when, points: own })),
    fc
      .array(
        fc.tuple(condition, points).map(([when, own]) => ({ when, points: own })),
        { minLength: 1, maxLength: 4 },
      )
      .map((bands) => ({ role: 'banded' as const, bands })),
  );

/** Before, at and after the moment that tests ask about: the end of March 2026. */
const moment = fc.constantFrom('2025-01-01T00:00:00Z', '2026-03-31T00:00:00Z', '2027-01-01T00:00:00Z');
const inForce = fc.record({ from: moment, until: moment }, { requiredKeys: [] });

const aCriterion = (condition: fc.Arbitrary<Condition>): fc.Arbitrary<Criterion> =>
  fc
    .tuple(aRole(condition), fc.constantFrom('zero' as const, 'neutral' as const, 'refuse' as const), fc.oneof(fc.constant({}), inForce))
    .map(([role, missing, when]) => ({ id: 'q', title: 'Asked', missing, ...when, ...role }));

const cut = fc.oneof({ arbitrary: fc.integer({ min: -40, max: 120 }), weight: 9 }, { arbitrary: fc.constantFrom(Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER), weight: 1 });

const askedOf = (names: readonly string[]): Asked =>
  fc.record({ attribute: fc.constantFrom(...names), about: fc.constant('contact' as const) }, { requiredKeys: ['attribute'] });

/**
 * Any filter over some attributes that the types allow, odd ones too. Some of its criteria are not in force at the end of March 2026.
 *
 * @param ofWords - Attributes that may be asked for words; all where left out.
 */
export const aFilterOver = (names: readonly string[], ofWords: readonly string[] = names): fc.Arbitrary<TargetFilter> =>
  fc
    .tuple(fc.array(aCriterion(aCondition(askedOf(names), askedOf(ofWords))), { maxLength: 5 }), fc.array(cut, { minLength: 1, maxLength: 4 }))
    .map(([criteria, cuts]) => ({
      id: 'any',
      title: 'Any filter',
      criteria: criteria.map((criterion, i) => ({ ...criterion, id: `q${String(i)}` })),
      tiers: cuts.map((atLeast, i) => ({ id: `T${String(i)}`, atLeast })),
    }));
export const aFilter = aFilterOver(NAMES);

/** Attributes that are of one type each, as a table's columns are. */
export const TYPED = {
  size: 'double',
  staff: 'whole',
  revenue: 'decimal',
  trade: 'text',
  constructor: 'text',
  tools: 'list',
  listed: 'yes_no',
} as const;

const BIG = ['9007199254740993', '-9007199254740993', '9223372036854775807'];
const orNull = <T>(value: fc.Arbitrary<T>) => fc.oneof({ arbitrary: value, weight: 6 }, { arbitrary: fc.constant(null), weight: 1 });
const typed = {
  size: orNull(aNumber),
  staff: orNull(fc.oneof(fc.constantFrom(-1, 0, 1, 49, 50, 250, ...BIG), fc.integer())),
  revenue: orNull(fc.oneof(fc.constantFrom(...DECIMALS.filter((text) => text.length < 20), '0.000000000000000001'), fc.integer({ min: -300, max: 300 }).map((n) => String(n / 100)))),
  trade: orNull(fc.oneof(aText, fc.constantFrom(...ODD_TEXTS))),
  constructor: orNull(fc.constantFrom('Retail', 'x', '250')),
  tools: orNull(fc.array(fc.constantFrom('CRM', 'crm', 'ERP', 'Mail', '', 'Σ', '250', '250.0'), { maxLength: 4 })),
  listed: orNull(fc.boolean()),
} satisfies Record<keyof typeof TYPED, fc.Arbitrary<ProfileValue>>;
const aTypedProfile: fc.Arbitrary<Profile> = fc.record(typed, { requiredKeys: [] }).map((profile) => ({ ...profile }));
const TYPED_IDS = ['a', 'b', 'B', "o'c", 'ä', 'a1'] as const;

/** Accounts of one row each, and contacts of some of them and of others. */
export const typedAccounts: fc.Arbitrary<readonly Account[]> = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...TYPED_IDS), aTypedProfile), { selector: ([id]) => id, maxLength: 6 })
  .map((all) => all.map(([id, attributes]) => ({ id, attributes })));
export const typedContacts: fc.Arbitrary<readonly Contact[]> = fc
  .array(fc.tuple(fc.constantFrom(...TYPED_IDS, 'z', undefined), aTypedProfile), { maxLength: 8 })
  .map((all) => all.map(([accountId, attributes], i) => ({ id: `p${String(i)}`, attributes, ...(accountId === undefined ? {} : { accountId }) })));
