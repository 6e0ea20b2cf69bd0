import { addWorking, MINUTE, DAY } from './hours.js';
import { chance, pick, waiting, weighted, whole, type Random } from './random.js';
import { human, machine, tell, type Actor, type Delivery, type Story } from './story.js';
import { AGREED_FIELDS, OPENINGS, PEOPLE } from './world.js';

/** Where demand comes from: how often, and how the odds of a source differ from the average. */
export const SOURCES = [
  { source: 'organic_search', weight: 24, mql: 1.05, incomplete: 0.09, quality: 1 },
  { source: 'paid_search', weight: 21, mql: 0.8, incomplete: 0.1, quality: 0.8 },
  { source: 'webinar', weight: 17, mql: 1.2, incomplete: 0.28, quality: 0.9 },
  { source: 'partner', weight: 9, mql: 1.35, incomplete: 0.08, quality: 1.25 },
  { source: 'event', weight: 11, mql: 0.95, incomplete: 0.27, quality: 0.7 },
  { source: 'referral', weight: 7, mql: 1.6, incomplete: 0.06, quality: 1.6 },
  { source: 'outbound', weight: 8, mql: 0.75, incomplete: 0.07, quality: 1 },
  { source: '', weight: 3, mql: 0.8, incomplete: 1, quality: 0.8 },
] as const;

const CAMPAIGNS: Readonly<Record<string, readonly string[]>> = {
  paid_search: ['brand_de', 'brand_us', 'no_show_cost'],
  webinar: ['webinar_shift_planning', 'webinar_no_shows', 'webinar_q2_roadmap'],
  partner: ['partner_payroll', 'partner_video'],
  event: ['hr_expo_cologne', 'health_it_boston'],
  outbound: ['clinics_50_1000'],
};
const PAGES = ['/demo', '/pricing', '/guides/no-shows', '/compare', '/webinars/shift-planning', ''];
export const MESSAGES = ['no_shows', 'one_calendar', 'live_in_a_week'] as const;

export const campaignOf = (random: Random, source: string): string => {
  const campaigns = CAMPAIGNS[source];
  return campaigns === undefined || chance(random, 0.08) ? '' : pick(random, campaigns);
};

const marketer = (random: Random): Actor => human('marketing', pick(random, PEOPLE.marketing).id);

/** The inquiry and the touches around it. */
export const inquire = (story: Story): void => {
  const { random, source, campaign, life } = story;
  const where = { source, campaign };
  const touch = (at: number): string =>
    tell(story, 'touch', at, machine('marketing'), {
      ...where,
      channel: weighted(random, [['email', 5], ['social', 2], ['other', 2], ['', 1]]),
      message: chance(random, 0.6) ? pick(random, MESSAGES) : '',
      landing_page: pick(random, PAGES),
    });
  if (chance(random, 0.25)) touch(life.inquiredAt - Math.round(waiting(random, 5) * 86_400) * 1000 - MINUTE);
  const by = source === 'outbound' ? human('sales_development', pick(random, PEOPLE.sales_development).id) : machine('marketing');
  tell(story, 'inquiry', life.inquiredAt, by, { ...where, stage: 'inquiry', landing_page: pick(random, PAGES) });
  // A form and the page it stood on are often recorded with the same stamp.
  if (chance(random, 0.06)) touch(life.inquiredAt);
  for (let at = life.inquiredAt; chance(random, 0.4); ) {
    at += Math.round(waiting(random, 6) * 86_400) * 1000 + MINUTE;
    touch(at);
  }
};

/**
 * Qualify by marketing and deliver to sales development. One lead in three is scored and routed by a machine, at any
 * hour; the others by people at work.
 */
export const deliverMql = (story: Story, after: number, incomplete: number): Delivery => {
  const { random, life, source } = story;
  const routed = chance(random, 0.33);
  const by = routed ? machine('marketing') : marketer(random);
  const at = routed ? after : addWorking(OPENINGS.marketing, after, whole(random, 60, 7200) * 1000);
  life.mqlAt.push(at);
  tell(story, 'qualified', at, by, { stage: 'mql', source, campaign: story.campaign });
  const wait = routed ? whole(random, 0, 90) : chance(random, 0.3) ? 0 : whole(random, 60, 5400);
  const deliveredAt = routed ? at + wait * 1000 : addWorking(OPENINGS.marketing, at, wait * 1000);
  const fields = deliveredFields(random, source === '' ? 1 : incomplete, source);
  const to = pick(random, PEOPLE.sales_development).id;
  tell(story, 'handed_off', deliveredAt, by, { hand_off: 'mql_to_sdr', to: 'sales_development', to_person: to, fields: fields.join('|') });
  const delivery: Delivery = {
    leadId: life.leadId,
    handOff: 'mql_to_sdr',
    at: deliveredAt,
    to,
    fields,
    complete: fields.length === AGREED_FIELDS.mql_to_sdr.length,
    answer: null,
    firstAttempt: null,
    expiredAt: null,
    waivedAt: null,
  };
  life.deliveries.push(delivery);
  return delivery;
};

const deliveredFields = (random: Random, incomplete: number, source: string): readonly string[] => {
  const missing = new Set<string>(source === '' ? ['source'] : []);
  if (source !== '' && chance(random, incomplete)) {
    missing.add(weighted(random, [['job_title', 5], ['trigger', 4], ['company', 1]]));
    if (chance(random, 0.25)) missing.add('trigger');
  }
  return AGREED_FIELDS.mql_to_sdr.filter((field) => !missing.has(field));
};

/** What becomes of the many that never qualify. */
export const fadeAway = (story: Story): void => {
  const { random, life } = story;
  if (chance(random, 0.12)) {
    const at = life.inquiredAt + 90 * DAY + whole(random, 0, 3600) * 1000;
    tell(story, 'expired', at, machine('marketing'), { stage: 'expired' });
  } else if (chance(random, 0.02)) {
    const at = life.inquiredAt + Math.round(waiting(random, 12) * 86_400) * 1000 + MINUTE;
    tell(story, 'opted_out', at, machine('marketing'), { channel: chance(random, 0.6) ? 'email' : '' });
  }
};
