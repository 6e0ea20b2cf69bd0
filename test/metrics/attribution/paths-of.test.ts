import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pathsOf, type Path, type PathOptions } from 'revpact/metrics';
import type { Facts, OpportunityFact, TouchFact } from 'revpact/vocabulary';
import { aLead, at, facts } from '../../support/metric-facts.js';

const DAY = 86_400_000;

const aTouch = (leadId: string, when: string, channel: TouchFact['channel'], differs: Partial<TouchFact> = {}): TouchFact => ({
  eventId: `${leadId} ${when}`,
  leadId,
  accountId: null,
  at: at(when),
  order: at(when),
  kind: 'touch',
  party: 'marketing',
  channel,
  source: null,
  campaign: null,
  message: null,
  ...differs,
});

const aDeal = (opportunityId: string, leadId: string, differs: Partial<OpportunityFact>): OpportunityFact => ({
  opportunityId,
  leadId,
  accountId: null,
  source: null,
  type: 'new_business',
  openedAt: null,
  openedEvent: null,
  wonAt: null,
  lostAt: null,
  closedEvent: null,
  amountMinor: null,
  currency: null,
  person: null,
  annualMinor: null,
  probability: null,
  forecast: null,
  expectedCloseAt: null,
  firstTouchAt: null,
  firstTouchParty: null,
  firstTouchSource: null,
  firstTouchCampaign: null,
  firstMarketingTouchAt: null,
  firstSalesActivityAt: null,
  ...differs,
});

const options: PathOptions = { by: 'lead', until: 'won', windowMs: null, edge: 'before', channelOf: ({ channel }) => channel, period: null, asOf: at('07-01') };

/** Ann and Bob are of Acme, Cid of nobody. Acme bought twice, Cid never. */
const world = facts({
  leads: [
    aLead('ann', { accountId: 'acme', firstAt: at('01-01'), mqlAt: at('02-01') }),
    aLead('bob', { accountId: 'acme', firstAt: at('01-10'), mqlAt: at('01-20') }),
    aLead('cid', { firstAt: at('03-01') }),
  ],
  touches: [
    aTouch('bob', '03-05', 'phone', { accountId: 'acme' }),
    aTouch('ann', '01-01', 'mail', { accountId: 'acme' }),
    aTouch('ann', '02-10', 'email', { accountId: 'acme', kind: 'inquiry' }),
    aTouch('bob', '01-10', 'social', { accountId: 'acme', kind: 'inquiry' }),
    aTouch('ann', '04-01', 'video', { accountId: 'acme' }),
    aTouch('ann', '04-02', 'chat', { accountId: 'acme' }),
    aTouch('cid', '03-01', 'mail'),
    aTouch('cid', '06-30', 'email'),
    aTouch('cid', '07-01', 'phone'),
  ],
  opportunities: [
    aDeal('second', 'ann', { accountId: 'acme', openedAt: at('04-20'), wonAt: at('05-01'), amountMinor: 900, currency: 'EUR' }),
    aDeal('first', 'ann', { accountId: 'acme', openedAt: at('03-01'), wonAt: at('04-01'), amountMinor: 500, currency: 'EUR' }),
    aDeal('open', 'cid', { openedAt: at('06-01') }),
    aDeal('later', 'cid', { openedAt: at('07-01') }),
  ],
});

const found = (differs: Partial<PathOptions>, of: Facts = world): readonly Path[] => {
  const result = pathsOf(of, { ...options, ...differs });
  if (!result.ok) throw new Error(result.issues[0]?.message);
  return result.value.paths;
};
const drawn = (paths: readonly Path[]): Record<string, string> =>
  Object.fromEntries(paths.map(({ id, touches, convertedAt, amount }) => [id, `${touches.map(({ channel }) => channel).join(' ')} ${convertedAt === null ? '-' : `+ ${new Date(convertedAt).toISOString().slice(5, 10)}`}${amount === null ? '' : ` ${String(amount.minor)}`}`]));

test.each<{ when: string; differs: Partial<PathOptions>; paths: Record<string, string> }>([
  { when: 'a lead converts once, with its first deal', differs: {}, paths: { ann: 'mail email + 04-01 500', bob: 'social phone -', cid: 'mail email -' } },
  { when: 'a touch at the moment of the conversion counts where that is asked', differs: { edge: 'including' }, paths: { ann: 'mail email video + 04-01 500', bob: 'social phone -', cid: 'mail email -' } },
  { when: 'until it was opened, and what is opened at asOf is not', differs: { until: 'opened' }, paths: { ann: 'mail email + 03-01 500', bob: 'social phone -', cid: 'mail + 06-01' } },
  { when: 'all leads of an account in one order', differs: { by: 'account' }, paths: { acme: 'mail social email phone + 04-01 500' } },
  { when: 'each deal has a path, and one that is not won did not convert', differs: { by: 'opportunity' }, paths: { second: 'mail social email phone video chat + 05-01 900', first: 'mail social email phone + 04-01 500', open: 'mail email -' } },
  { when: 'a window of 60 days reaches back from the conversion, its first moment included', differs: { by: 'account', windowMs: 60 * DAY }, paths: { acme: 'email phone + 04-01 500' } },
  { when: 'a window of 81 days begins with the touch at its edge', differs: { by: 'account', windowMs: 81 * DAY }, paths: { acme: 'social email phone + 04-01 500' } },
  { when: 'where nothing converted it reaches back from the last touch', differs: { windowMs: 54 * DAY }, paths: { ann: 'email + 04-01 500', bob: 'social phone -', cid: 'email -' } },
  { when: 'a period takes paths that end in it', differs: { period: { label: 'April', start: at('04-01'), end: at('05-01'), zone: 'UTC' } }, paths: { ann: 'mail email + 04-01 500' } },
  { when: 'asOf earlier, and nothing is won yet', differs: { asOf: at('04-01') }, paths: { ann: 'mail email -', bob: 'social phone -', cid: 'mail -' } },
  { when: 'credit can go to anything a touch says', differs: { channelOf: ({ kind }) => kind, by: 'account' }, paths: { acme: 'touch inquiry inquiry touch + 04-01 500' } },
])('$when', ({ differs, paths }) => {
  expect(drawn(found(differs))).toEqual(paths);
});

describe('milestones', () => {
  test.each<{ when: string; differs: Partial<PathOptions>; id: string; days: readonly (string | null)[] }>([
    { when: 'a lead is created at its first inquiry', differs: {}, id: 'ann', days: ['02-10', '02-01', '03-01'] },
    { when: 'an account at the first inquiry of its leads, and qualified with the first of them', differs: { by: 'account' }, id: 'acme', days: ['01-10', '01-20', '03-01'] },
    { when: 'without an inquiry a lead is created with its first event', differs: {}, id: 'cid', days: ['03-01', null, null] },
    { when: 'each deal is created when it was opened', differs: { by: 'opportunity' }, id: 'second', days: ['01-10', '01-20', '04-20'] },
  ])('$when', ({ differs, id, days }) => {
    const marks = found(differs).find((path) => path.id === id)?.milestones;
    expect([marks?.leadCreated, marks?.mql, marks?.opportunityCreated].map((moment) => (moment === null || moment === undefined ? null : new Date(moment).toISOString().slice(5, 10)))).toEqual(days);
  });
});

test('what concerns no account is said to be left out where paths are those of accounts', () => {
  const result = pathsOf(world, { ...options, by: 'account' });
  expect(result.ok && result.value.leftOut).toEqual({ touches: 2, opportunities: 1 });
  expect(pathsOf(world, options)).toMatchObject({ value: { leftOut: { touches: 0, opportunities: 0 } } });
});

test('a deal of an account also has the touches of its own lead that concern none', () => {
  const mixed = facts({ ...world, touches: [...world.touches, aTouch('ann', '01-05', 'other')] });
  expect(drawn(found({ by: 'opportunity' }, mixed))['first']).toBe('mail other social email phone + 04-01 500');
});

test('a conversion that nobody touched is a path without touches', () => {
  const alone = facts({ opportunities: [aDeal('deal', 'ghost', { openedAt: at('02-01'), wonAt: at('03-01'), amountMinor: 3, currency: 'EUR' })] });
  for (const by of ['lead', 'opportunity'] as const) expect(Object.values(drawn(found({ by }, alone)))).toEqual([' + 03-01 3']);
});

test('the order of rows does not matter, nor does who is in no path', () => {
  const order = fc.shuffledSubarray([...world.touches], { minLength: world.touches.length });
  fc.assert(
    fc.property(order, fc.constantFrom('lead' as const, 'account' as const, 'opportunity' as const), (touches, by) => {
      const byId = (paths: readonly Path[]): readonly Path[] => [...paths].sort((a, b) => (a.id < b.id ? -1 : 1));
      const shuffled = facts({ ...world, touches, leads: [...world.leads].reverse(), opportunities: [...world.opportunities].reverse() });
      expect(byId(found({ by }, shuffled))).toEqual(byId(found({ by })));
    }),
  );
});

test('what happened at one moment is in the order of the log; of two deals won at one moment the first by id is the conversion', () => {
  const touches = [aTouch('cid', '03-01', 'phone', { eventId: 'x', order: 7 }), aTouch('cid', '03-01', 'mail', { eventId: 'y', order: 3 }), aTouch('cid', '03-01', 'chat', { eventId: 'z', order: 5 })];
  const won = { openedAt: at('04-01'), wonAt: at('05-01'), currency: 'EUR' };
  const opportunities = [aDeal('b', 'cid', { ...won, amountMinor: 2 }), aDeal('a', 'cid', { ...won, amountMinor: 1 }), aDeal('c', 'cid', { ...won, amountMinor: 3 })];
  for (const deals of [opportunities, [...opportunities].reverse()]) {
    expect(drawn(found({}, facts({ ...world, touches, opportunities: deals })))['cid']).toBe('mail chat phone + 05-01 1');
  }
});

test('ten thousand and one touches on one path are an issue; the window may make it shorter', () => {
  const touches = Array.from({ length: 10_001 }, (_, i) => aTouch('ann', '01-02', 'mail', { eventId: `t${String(i)}`, at: at('01-02') + i, order: i }));
  const long = facts({ ...world, touches });
  const result = pathsOf(long, options);
  expect(result.ok ? [] : result.issues.map(({ code, params }) => [code, params])).toEqual([['metrics.path_too_long', { path: 'ann', touches: 10_001, limit: 10_000 }]]);
  expect(found({ windowMs: at('04-01') - at('01-02') - 5001 }, long)[0]?.touches).toHaveLength(5000);
});
