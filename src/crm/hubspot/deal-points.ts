import { nearest } from '../../kernel/nearest.js';
import { parseMinor, type Money } from '../../vocabulary/money.js';
import type { HubspotAgreement } from './agreement.js';
import { byTime, type Change } from './contact-history.js';
import type { StageKind, StageKinds } from './deal-stage.js';
import { hubspotIssue } from './issues.js';
import { firstText, isOpen, leaveOut, refuse, text, use, type Entry } from './ledger.js';
import type { Clock, Moment } from './moment.js';

/** A stage that a deal entered. */
export interface StagePoint {
  readonly entry: Entry;
  readonly value: string;
  readonly kind: Exclude<StageKind, 'left_out'>;
  readonly moment: Moment;
}

/** An amount that was recorded of a deal; null where it was emptied. */
export interface AmountPoint {
  readonly entry: Entry;
  readonly amount: Money | null;
  readonly moment: Moment;
}

/** Everything that the export holds of one deal. */
export interface DealRows {
  readonly row: Entry | null;
  readonly stageRows: readonly Entry[];
  readonly history: ReadonlyMap<string, readonly Change[]>;
}

/**
 * The stages of a deal in order, from the best source that there is: the table of stages with their times, else the
 * history of `dealstage`, else the dates of the deal's own row, else the stage in which it stands. Set again to what it
 * was is no new stage. A time of 2050 says "until now", and nothing is read from it.
 */
export const stagePoints = (deal: string, rows: DealRows, kinds: StageKinds, agreement: HubspotAgreement, clock: Clock): readonly StagePoint[] => {
  const { row, stageRows, history } = rows;
  const pipeline = row === null ? null : firstText(row, ['pipeline', 'deal_pipeline_id']);
  const recorded = history.get('dealstage') ?? [];
  const known = stageRows.length > 0 ? stageChanges(deal, stageRows, clock) : recorded;
  if (stageRows.length > 0) for (const { entry } of recorded) leaveOut(entry, 'told_by_deal_stages');
  const points = known.length > 0 ? known : row === null ? [] : datedStages(deal, row, (stage) => kinds(stage, pipeline), clock);
  const result: StagePoint[] = [];
  let held: string | null = null;
  for (const { entry, value, moment } of [...points].sort(byTime)) {
    if (value === null) leaveOut(entry, 'reset');
    else if (value === held) leaveOut(entry, 'same_value');
    else {
      const kind = kinds(value, pipeline);
      if (kind === undefined) {
        const suggestion = nearest(value, Object.keys(agreement.deals.stages));
        refuse(entry, hubspotIssue('hubspot_value_not_mapped', { property: 'dealstage', received: value.slice(0, 60), suggestion }, ['value']));
        continue;
      }
      held = value;
      if (kind === 'left_out') leaveOut(entry, 'stage_left_out');
      else result.push({ entry, value, kind, moment });
    }
  }
  return result;
};

/** Rows that hold a stage with its beginning and end. A real end with nothing after it is a gap. */
const stageChanges = (deal: string, rows: readonly Entry[], clock: Clock): readonly Change[] => {
  const changes: Change[] = [];
  let last: { readonly change: Change; readonly end: number } | null = null;
  for (const entry of rows) {
    const moment = clock.need(entry, ['date_entered', '_fivetran_start']);
    // Connectors write "still so" as an end in 2050, some in 9999: not a moment, and nothing to wait for.
    const end = /^(?:2050|9999)-/.test(text(entry, '_fivetran_end') ?? '2050-') ? null : clock.find(entry, ['_fivetran_end']);
    if (moment === null || !isOpen(entry)) continue;
    const change = { entry, record: deal, property: 'dealstage', value: text(entry, 'value'), moment };
    changes.push(change);
    if (last === null || moment.at >= last.change.moment.at) last = { change, end: end?.at ?? Infinity };
  }
  if (last !== null && last.end < Infinity) {
    const stage = last.change.value ?? '';
    last.change.entry.notices.push(hubspotIssue('hubspot_ended_open', { deal, stage }));
  }
  return changes;
};

/** What a deal's own row tells of its stages. */
const datedStages = (deal: string, row: Entry, kindOf: (stage: string) => StageKind | undefined, clock: Clock): readonly Change[] => {
  const changes: Change[] = [];
  const prefixes = ['hs_v2_date_entered_', 'hs_date_entered_'];
  for (const column of Object.keys(row.read.cells)) {
    const prefix = prefixes.find((one) => column.startsWith(one));
    if (prefix === undefined || text(row, column) === null) continue;
    const named = column.slice(prefix.length);
    // HubSpot's own "current stage" is no stage, and property names have underscores where ids have other signs.
    if (named === 'current_stage') continue;
    const value = kindOf(named) === undefined && kindOf(named.replaceAll('_', '-')) !== undefined ? named.replaceAll('_', '-') : named;
    const moment = clock.find(row, [column]);
    if (moment !== null && !changes.some((change) => change.value === value)) changes.push({ entry: row, record: deal, property: 'dealstage', value, moment });
  }
  if (changes.length > 0) {
    use(row, hubspotIssue('hubspot_dates_only', { of: 'deal', id: deal }));
    return changes;
  }
  const value = firstText(row, ['dealstage', 'deal_pipeline_stage_id']);
  if (value === null) return [];
  row.notices.push(hubspotIssue('hubspot_current_only', { of: 'deal', id: deal }));
  const kind = kindOf(value);
  const moment = kind === 'won' || kind === 'lost' ? clock.need(row, ['closedate']) : clock.find(row, ['createdate', 'created_at']);
  return moment === null ? [] : [{ entry: row, record: deal, property: 'dealstage', value, moment }];
};

/** The amounts of a deal in order, in the currency of its row or else the agreement's. */
export const amountPoints = ({ row, history }: DealRows, { currency }: HubspotAgreement): readonly AmountPoint[] => {
  const own = row === null ? null : text(row, 'deal_currency_code');
  const points: AmountPoint[] = [];
  let held: string | null = null;
  for (const { entry, value, moment } of history.get('amount') ?? []) {
    if (value === held) {
      leaveOut(entry, value === null ? 'reset' : 'same_value');
      continue;
    }
    const amount = value === null ? null : moneyOf(value, own ?? currency, entry, 'value');
    if (!isOpen(entry)) continue;
    held = value;
    points.push({ entry, amount, moment });
  }
  return points;
};

/** An amount as exports write it; null and a refusal where it is none. */
export const moneyOf = (written: string, currency: string, entry: Entry, column: string): Money | null => {
  const minor = /^[A-Z]{3}$/.test(currency) ? parseMinor(written, currency) : null;
  if (minor !== null) return { minor, currency };
  const expected = `an amount of ${currency.slice(0, 10)} such as 1234.5`;
  refuse(entry, hubspotIssue('hubspot_not_number', { expected, received: written.slice(0, 60) }, [column]));
  return null;
};
