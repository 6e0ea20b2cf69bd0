import type { Actor } from '../../vocabulary/events/base.js';
import type { Change } from './change.js';
import { leave, actorOf, dated, putEvent, type Desk, type Draft } from './desk.js';
import { salesforceIssue } from './issues.js';
import type { LeadRecord } from './lead-book.js';
import { SEQ } from './lead-status-event.js';
import { names, toSalesforceId } from './record-id.js';
import { idIn, type Moment } from './sheet.js';

const isOwnerId = (text: string | null): boolean => text !== null && (names('user', text) || names('queue', text));

/** What the owner of a lead became, as a delivery where the agreement says so, else as an assignment. */
interface OwnerChange {
  readonly id: string;
  readonly seq: number;
  readonly at: Moment;
  readonly leadId: string;
  readonly was: string | null;
  readonly now: string;
  readonly by: Actor;
}

/**
 * Changes of owner. A history has two rows for each, one with ids and one with names: the one with ids is read, the other
 * left out. Where only names are, names are read.
 */
export const putOwners = (desk: Desk, leadId: string, owners: readonly Change[], pseudo: readonly Change[]): void => {
  const told = new Set(owners.flatMap(({ at, now }) => (isOwnerId(now) ? [at.at] : [])));
  for (const change of owners) {
    const { draft, now, was, at } = change;
    if (now === null) {
      const column = change.sheet.headerOf('NewValue') ?? 'OwnerId';
      draft.issues.push(salesforceIssue('salesforce_needs_cell', { column }, [column]));
      continue;
    }
    if (!isOwnerId(now) && told.has(at.at)) {
      leave(draft, 'told_by_owner_id');
      continue;
    }
    const by = actorOf(desk, change.sheet, draft.row, change.user);
    const said = { id: `lead_history:${change.id}`, seq: SEQ.owner, at, leadId, by };
    putOwner(desk, draft, { ...said, was: was === null ? null : toSalesforceId(was), now: toSalesforceId(now) });
  }
  for (const { draft } of pseudo) leave(draft, 'told_by_owner');
};

/** The owner that a lead began with, where its history reaches back so far: who got it from who made it. */
export const putInitialOwner = (desk: Desk, record: LeadRecord, by: Actor, owners: readonly Change[]): void => {
  const earliest = owners.filter(({ was }) => isOwnerId(was)).sort((a, b) => a.at.at - b.at.at)[0];
  const now = earliest?.was ?? idIn(record.sheet, record.draft.row, 'OwnerId');
  if (now === null || (earliest === undefined && owners.length > 0)) return;
  const { id, created, draft, creator } = record;
  if (creator === null || handOff(desk, desk.partyOf(creator), desk.partyOf(now)) === undefined) return;
  putOwner(desk, draft, { id: `lead:${id}:owner`, seq: SEQ.initialOwner, at: created, leadId: id, was: creator, now: toSalesforceId(now), by });
};

const handOff = (desk: Desk, from: string, to: string) =>
  from === to ? undefined : desk.agreement.lead?.handOffs.find((one) => one.to === to && (one.from === undefined || one.from === from));

/**
 * Who delivers is the party that had the lead before. The one who changed the owner is named where they belong to it;
 * where a receiver took the lead, nobody of the deliverer acted.
 */
const putOwner = (desk: Desk, draft: Draft, { id, seq, at, leadId, was, now, by }: OwnerChange): void => {
  const to = desk.partyOf(now);
  const from = was === null ? by.party : desk.partyOf(was);
  const delivery = handOff(desk, from, to);
  const said = { id, seq, ...dated(at), leadId };
  if (delivery === undefined) {
    putEvent(draft, { ...said, type: 'assigned', by, to: now, toParty: to });
    return;
  }
  const deliverer: Actor = by.party === from ? by : { party: from, kind: by.kind };
  const { handOff: which, stage } = delivery;
  putEvent(draft, { ...said, type: 'handed_off', by: deliverer, to, toPerson: names('queue', now) ? null : now, handOff: which, stage });
};
