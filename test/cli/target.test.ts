import { describe, expect, test } from 'vitest';
import { main } from '../../cli/src/main.js';
import { aDesk, type Desk } from '../support/cli-world.js';
import { acmeJson } from '../support/pact.js';

const FILTER = {
  id: 'core',
  title: 'Core market',
  criteria: [
    { id: 'country', title: 'Where we sell?', missing: 'zero', role: 'must_have', when: { is: 'equal', attribute: 'country', value: 'DE' } },
    { id: 'rival', title: 'Sells the same?', missing: 'neutral', role: 'disqualifier', when: { is: 'equal', attribute: 'industry', value: 'software' } },
    { id: 'size', title: 'Big enough?', missing: 'zero', role: 'weighted', when: { is: 'range', attribute: 'employees', from: '50' }, points: 30 },
    { id: 'trade', title: 'A trade we know?', missing: 'zero', role: 'weighted', when: { is: 'one_of', attribute: 'industry', values: ['retail', 'hotels'] }, points: 20 },
  ],
  tiers: [
    { id: 'A', atLeast: 50 },
    { id: 'B', atLeast: 20 },
  ],
};

/** The example's pact with another filter, and without what speaks of its own tiers. */
const pactWith = (targetFilter: unknown): string => {
  const { actionMatrix: _matrix, engagement: _engagement, ...pact } = acmeJson();
  return JSON.stringify({ ...pact, targetFilter });
};

const ACCOUNTS = `id,name,country,industry,employees
a1,Alma,DE,retail,120
a2,Bolt,DE,software,900
a3,Cora,FR,retail,80
a4,Dorn,DE,hotels,12
a5,Elbe,DE,,20
,Nobody,DE,retail,70
`;

const desk = async (): Promise<Desk & { readonly run: (...more: readonly string[]) => Promise<number> }> => {
  const one = await aDesk();
  const pact = await one.put('pact.json', pactWith(FILTER));
  const accounts = await one.put('accounts.csv', ACCOUNTS);
  return { ...one, run: (...more) => main(['target', '--pact', pact, '--accounts', accounts, '--as-of', '2026-06-30', ...more], one.world) };
};

describe('revpact target', () => {
  test('names whom to call and whom not, each with what decided it, and every row is accounted for', async () => {
    const one = await desk();
    expect(await one.run('--format', 'markdown')).toBe(0);
    const page = one.out();
    expect(page).toContain('Of 5 accounts 2 are on the list and 3 are not.');
    expect(page).toMatch(/\| 1 \| Alma \(a1\) \| A \| 50 \| 50 \|/);
    expect(page).toMatch(/\| 2 \| Dorn \(a4\) \| B \| 20 \| 50 \|/);
    expect(page).toMatch(/Bolt \(a2\) \| a disqualifier holds \|.*Sells the same\?/);
    expect(page).toMatch(/Cora \(a3\) \| a must-have is missing \|.*Where we sell\?/);
    expect(page).toMatch(/Elbe \(a5\) \| too few points for any tier/);
    expect(page).toContain('What the records do not tell');
    expect(one.err()).toMatch(/1 of 6 rows of .*accounts\.csv were rejected/);
  });

  test('as CSV and as data', async () => {
    const one = await desk();
    await one.run('--format', 'csv', '--capacity', '1');
    const lines = one.out().split('\r\n');
    expect(lines[0]).toBe('rank,account_id,contact_id,tier,points,max,out_of,fits,out_because,points_country,why_country,points_rival,why_rival,points_size,why_size,points_trade,why_trade');
    expect(lines[1]).toMatch(/^1,a1,,A,50,50,50,true,,0,/);
    expect(lines[2]).toMatch(/^,a4,,B,20,50,50,true,over_capacity,/);
    const other = await desk();
    await other.run('--format', 'json');
    const list = JSON.parse(other.out()) as { readonly considered: number; readonly in: readonly { readonly accountId: string; readonly score: { readonly reasons: readonly { readonly why: string }[] } }[] };
    expect([list.considered, list.in.map(({ accountId }) => accountId)]).toEqual([5, ['a1', 'a4']]);
    expect(list.in[0]?.score.reasons.map(({ why }) => why)).toContain('employees is 120, at least 50');
  });

  test('a column is read as what the filter asks: yes or no, a list', async () => {
    const criteria = [
      { id: 'shop', title: 'A shop?', missing: 'zero', role: 'must_have', when: { is: 'equal', attribute: 'shop', value: true } },
      { id: 'tools', title: 'Tools we know?', missing: 'zero', role: 'weighted', when: { is: 'all', of: [{ is: 'overlap', attribute: 'tools', values: ['CRM', 'mail'], atLeast: 2 }] }, points: 50 },
    ];
    const attributes = [
      { name: 'shop', type: 'yes_no' },
      { name: 'tools', type: 'list' },
    ];
    const csv = 'id,shop,tools\na1,Yes,crm; Mail\na2,no,crm;mail\na3,true,crm\na4,perhaps,\n';
    const json = JSON.stringify([
      { id: 'a1', shop: true, tools: ['crm', 'Mail'] },
      { id: 'a2', shop: false, tools: ['crm', null, 'mail'] },
      { id: 'a3', shop: true, tools: ['crm;mail'] },
      { id: 'a4', shop: 'perhaps', tools: [] },
    ]);
    for (const [filter, name, text] of [
      [{ ...FILTER, criteria }, 'accounts.csv', csv],
      [{ ...FILTER, criteria, attributes }, 'accounts.csv', csv],
      [{ ...FILTER, criteria, attributes }, 'accounts.json', json],
    ] as const) {
      const one = await aDesk();
      const pact = await one.put('pact.json', pactWith(filter));
      const accounts = await one.put(name, text);
      expect(await main(['target', '--pact', pact, '--accounts', accounts, '--as-of', '2026-06-30', '--format', 'csv'], one.world)).toBe(0);
      const rows = one.out().split('\r\n').map((line) => line.split(','));
      expect(rows.slice(1, 4).map(([rank, id, , tier, points, , , , because]) => [rank, id, tier, points, because])).toEqual([
        ['1', 'a1', 'A', '50', ''],
        ['', 'a2', '', '50', 'must_have_missing'],
        ['', 'a3', '', '0', 'below_tiers'],
      ]);
      expect(one.err()).toMatch(/1 of 4 rows of .*accounts\.\w+ were rejected/);
    }
  });

  test('everything that cannot be used is said at once', async () => {
    const one = await aDesk();
    const pact = await one.put('pact.json', pactWith(FILTER));
    expect(await main(['target', '--pact', pact, '--capacity', 'many', '--rows', '-1'], one.world)).toBe(2);
    expect(one.out()).toBe('');
    for (const said of ['--accounts', '--as-of', '--capacity', '--rows']) expect(one.err()).toContain(said);
  });

  test('a pact without a filter has no target', async () => {
    const one = await aDesk();
    const pact = await one.put('pact.json', pactWith(undefined));
    const accounts = await one.put('accounts.csv', ACCOUNTS);
    expect(await main(['target', '--pact', pact, '--accounts', accounts, '--as-of', '2026-06-30'], one.world)).toBe(2);
    expect(one.err()).toContain('a target filter, which this pact has none of');
  });
});
