import type { Account } from './accounts.js';
import { leadId, type Ending } from './answers.js';
import { campaignOf, deliverMql, fadeAway, inquire, SOURCES } from './demand.js';
import { develop } from './development.js';
import { DAY, MINUTE } from './hours.js';
import { chance, pick, randomOf, waiting, weighted, whole, type Random } from './random.js';
import { deliverTql, sell } from './selling.js';
import { human, tell, type Story } from './story.js';
import { EXPORTED, START } from './world.js';

/** How many inquiries a month brings, against the average: July to June, then the first days after. */
const MONTHS = [0.92, 0.8, 1.02, 1.05, 1.02, 0.75, 1, 1.05, 1.12, 1.08, 1.05, 1.14];

/** A moment in a year of inquiries: busy by day in Europe and America, quiet but never silent at night. */
export const inquiryMoment = (random: Random): number => {
  const month = weighted(random, [...MONTHS.map((weight, i) => [i, weight] as const), [12, 0.08]]);
  const from = Date.UTC(2025, 6 + month, 1);
  const to = month === 12 ? EXPORTED : Date.UTC(2025, 7 + month, 1);
  for (;;) {
    const at = from + Math.floor((random() * (to - from)) / 1000) * 1000;
    const date = new Date(at);
    const weekend = date.getUTCDay() % 6 === 0 ? 0.25 : 1;
    const hour = date.getUTCHours();
    const day = hour >= 7 && hour < 21 ? 1 : 0.2;
    if (at >= START && at < EXPORTED && chance(random, weekend * day)) return at;
  }
};

/** Tell one lead's whole life, from the inquiry to wherever it leads. What lies after the export is cut off later. */
export const lifeOf = (seed: string, number: number, inquiredAt: number, accounts: readonly Account[]): Story => {
  const random = randomOf(`${seed}/lead/${String(number)}`);
  const odds = weighted(
    random,
    SOURCES.map((source) => [source, source.weight] as const),
  );
  const account = chance(random, 0.03) ? null : pick(random, accounts);
  const story: Story = {
    random,
    number,
    account,
    source: odds.source,
    campaign: campaignOf(random, odds.source),
    life: {
      leadId: leadId(number),
      inquiredAt,
      mqlAt: [],
      tqlAt: [],
      deliveries: [],
      deals: [],
      recycledAt: [],
      meetingsHeldAt: [],
      illegal: [],
    },
    lines: [],
  };
  inquire(story);
  const fit = account?.fit ?? 0.4;
  const qualifies = Math.min(0.85, 0.26 * odds.mql * (0.45 + fit) * (account?.outOfRegion === true ? 0.3 : 1));
  if (!chance(random, qualifies)) {
    fadeAway(story);
    return story;
  }
  const hot = chance(random, 0.3);
  const quality = odds.quality * (0.35 + 1.1 * fit);
  const wait = hot ? whole(random, 60, 7200) * 1000 : Math.round(waiting(random, 9) * 86_400) * 1000 + MINUTE;
  takeThrough(story, inquiredAt + wait, odds.incomplete, quality);
  return story;
};

/** Once through the hand-offs; and again, where an exit is taken up once more. */
const takeThrough = (story: Story, from: number, incomplete: number, quality: number): void => {
  let after = from;
  for (let round = 1; round <= 3 && after < EXPORTED; round += 1) {
    const delivery = deliverMql(story, after, round === 1 ? incomplete : incomplete / 3);
    let ending: Ending = develop(story, delivery, quality);
    if (ending.kind === 'qualified') {
      const tql = deliverTql(story, ending.at, delivery.to);
      ending = sell(story, tql.delivery, tql.meeting, quality);
    }
    const back = recycling(story.random, ending);
    if (back === null || back >= EXPORTED) return;
    tell(story, 'recycled', back, human('marketing', pick(story.random, ['mk_anna', 'mk_jonas'])), { stage: 'recycled' });
    story.life.recycledAt.push(back);
    if (!chance(story.random, 0.6)) return;
    after = back + Math.round(waiting(story.random, 4) * 86_400) * 1000 + MINUTE;
  }
};

/** When a lead that left is brought back, or null: what was clerical within days, what was timing after months. */
const recycling = (random: Random, ending: Ending): number | null => {
  if (ending.kind === 'idle' || ending.kind === 'qualified') return null;
  const reason = 'reason' in ending ? ending.reason : '';
  const later = (days: number): number => ending.at + Math.round((1 + waiting(random, days)) * 86_400) * 1000;
  if (reason === 'bad_data') return chance(random, 0.6) ? later(3) : null;
  if (reason === 'bad_timing') return chance(random, 0.4) ? ending.at + whole(random, 60, 110) * DAY : null;
  return chance(random, 0.07) ? later(45) : null;
};
