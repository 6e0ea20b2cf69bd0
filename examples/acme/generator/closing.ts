import type { Ending } from './answers.js';
import { addWorking, MINUTE } from './hours.js';
import { bell, chance, pick, weighted, whole, type Random } from './random.js';
import { human, tell, type Cells, type Deal, type Story, type Sum } from './story.js';
import { OPENINGS } from './world.js';

const HOURS = OPENINGS.sales;
const LOST_NOTES = ['Went with the incumbent.', 'Procurement froze everything until autumn.', 'Champion left.', ''];

/** Working days later, at some minute of the day. */
const daysLater = (random: Random, at: number, days: number): number =>
  addWorking(HOURS, at, days * 8 * 60 * MINUTE + whole(random, 0, 470) * MINUTE + whole(random, 0, 59) * 1000);

/** Decimal text of an amount. Euros stand there without cents where there are none, as both spellings do in real exports. */
const written = ({ minor, currency }: Sum): Cells => {
  const [units, cents] = [String(Math.floor(minor / 100)), minor % 100];
  return { amount: cents === 0 && currency === 'EUR' ? units : `${units}.${String(cents).padStart(2, '0')}`, currency };
};

const firstSum = (story: Story): Sum => {
  const { random, account } = story;
  const employees = Number(account?.employees === '' ? 120 : (account?.employees ?? 120));
  const thousands = Math.exp(3.15 + 0.55 * bell(random)) * Math.min(2, Math.max(0.6, (employees / 150) ** 0.3));
  const cents = chance(random, 0.06) ? 50 : 0;
  return {
    minor: Math.min(120_000, Math.max(8000, Math.round(thousands * 10) * 100)) * 100 + cents,
    currency: chance(random, story.account?.country === 'US' ? 0.4 : 0.03) ? 'USD' : 'EUR',
  };
};

/** Open the opportunity, move it on, and see it won, lost, lost and taken up again, or still open. */
export const closeDeal = (story: Story, rep: string, openedAt: number, quality: number): Ending => {
  const { random, life } = story;
  const me = human('sales', rep);
  const opportunity_id = `O${life.leadId.slice(1)}-${String(life.deals.length + 1)}`;
  const type = weighted(random, [['new_business', 88], ['expansion', 9], ['renewal', 1], ['', 2]]);
  let sum = firstSum(story);
  const deal: Deal = { opportunityId: opportunity_id, type, openedAt, amounts: [{ at: openedAt, sum }], turns: [] };
  life.deals.push(deal);
  tell(story, 'opportunity_opened', openedAt, me, { stage: 'sql', opportunity_id, opportunity_type: type, ...written(sum) });

  const steps = whole(random, 1, 3);
  const cycle = Math.min(110, Math.max(6, Math.exp(3.25 + 0.55 * bell(random))));
  let at = openedAt;
  for (let step = 1; step <= steps; step += 1) {
    at = daysLater(random, at, Math.max(1, Math.floor(cycle / (steps + 1))));
    const repriced = chance(random, 0.25);
    if (repriced) {
      sum = { ...sum, minor: Math.max(800_000, Math.round((sum.minor * whole(random, 80, 115)) / 1_000_000) * 10_000) };
      deal.amounts.push({ at, sum });
    }
    const probability = String(Math.min(90, 20 * step + whole(random, 0, 15)));
    tell(story, 'opportunity_advanced', at, me, { opportunity_id, probability, ...(repriced ? written(sum) : {}) });
  }
  at = daysLater(random, at, Math.max(1, Math.floor(cycle / (steps + 1))));
  if (chance(random, 0.1)) return { kind: 'idle' };
  const winning = Math.min(0.6, 0.185 * quality);
  if (!chance(random, winning)) {
    lose(story, deal, rep, at);
    if (!chance(random, 0.09)) return { kind: 'lost', at, reason: deal.turns.at(-1)?.reason ?? '' };
    at = daysLater(random, at, whole(random, 3, 20));
    tell(story, 'opportunity_advanced', at, me, { stage: 'sql', opportunity_id, probability: '50' });
    deal.turns.push({ at, turn: 'reopened', reason: '' });
    at = daysLater(random, at, whole(random, 3, 25));
    if (!chance(random, 0.45)) {
      lose(story, deal, rep, at);
      return { kind: 'idle' };
    }
  }
  tell(story, 'opportunity_won', at, me, { stage: 'won', opportunity_id, ...written(sum) });
  deal.amounts.push({ at, sum });
  deal.turns.push({ at, turn: 'won', reason: '' });
  return { kind: 'idle' };
};

const lose = (story: Story, deal: Deal, rep: string, at: number): void => {
  const reason = weighted(story.random, [['price', 35], ['competitor', 30], ['no_decision', 35]]);
  const note = chance(story.random, 0.4) ? pick(story.random, LOST_NOTES) : '';
  tell(story, 'opportunity_lost', at, human('sales', rep), { stage: 'lost', opportunity_id: deal.opportunityId, reason, note });
  deal.turns.push({ at, turn: 'lost', reason });
};
