import type { Actor } from '../../vocabulary/events/base.js';
import type { PartyId } from '../../vocabulary/party.js';
import { holds } from '../reading/emit.js';
import type { HubspotAgreement } from './agreement.js';
import { hubspotIssue } from './issues.js';
import { firstText, isOpen, refuse, text, use, type Entry } from './ledger.js';
import { isTrue, type HubspotTable } from './tables.js';

/** Who people are: the owner behind a user, and the side that an owner is on. */
export interface People {
  /** The owner behind a user id; the user id itself where no owner has it. */
  readonly ownerOfUser: (user: string) => string;
  readonly partyOf: (owner: string) => PartyId;
}

/** Owners, users and their teams, as the agreement puts them on sides. */
export const peopleOf = (tables: ReadonlyMap<HubspotTable, readonly Entry[]>, { parties }: HubspotAgreement): People => {
  const rows = (table: HubspotTable): readonly Entry[] => (tables.get(table) ?? []).filter(isOpen);
  const owners = new Map<string, string>();
  const teams = new Map<string, string>();
  const take = (entry: Entry, columns: readonly string[], read: (...ids: string[]) => void): void => {
    const ids = columns.map((column) => text(entry, column));
    const missing = columns.filter((_, i) => ids[i] === null);
    if (missing.length > 0) refuse(entry, ...missing.map((column) => hubspotIssue('hubspot_no_id', { column }, [column])));
    else {
      read(...ids.filter((id) => id !== null));
      use(entry);
    }
  };
  for (const entry of rows('owners')) {
    take(entry, ['owner_id'], (owner = '') => {
      for (const user of ['active_user_id', 'user_id', 'user_id_including_inactive']) {
        const id = text(entry, user);
        if (id !== null) owners.set(id, owner);
      }
      const team = text(entry, 'primary_team_id');
      if (team !== null) teams.set(owner, team);
    });
  }
  const ownerOfUser = (user: string): string => owners.get(user) ?? user;
  for (const entry of rows('users')) {
    take(entry, ['user_id'], (user = '') => {
      const team = text(entry, 'primary_team_id');
      if (team !== null) teams.set(ownerOfUser(user), team);
    });
  }
  for (const entry of rows('teamUsers')) {
    take(entry, ['user_id', 'team_id'], (user = '', team = '') => {
      const owner = ownerOfUser(user);
      if (!isTrue(text(entry, 'is_secondary_user')) && !teams.has(owner)) teams.set(owner, team);
    });
  }
  for (const entry of rows('ownerTeams')) {
    take(entry, ['owner_id', 'team_id'], (owner = '', team = '') => {
      if (isTrue(text(entry, 'is_team_primary')) || !teams.has(owner)) teams.set(owner, team);
    });
  }
  for (const entry of rows('teams')) take(entry, ['team_id'], () => undefined);

  const listed = (record: Readonly<Record<string, PartyId>>, id: string): PartyId | null =>
    Object.hasOwn(record, id) ? (record[id] ?? null) : null;
  return {
    ownerOfUser,
    partyOf: (owner) => {
      const team = teams.get(owner);
      return listed(parties.owners, owner) ?? (team === undefined ? null : listed(parties.teams, team)) ?? parties.default;
    },
  };
};

/** Who did what a row says. */
export type Acting = (entry: Entry, owner: string | null) => Actor;

/**
 * A user in `source_id` (`userId:1`) or `updated_by_user_id`, else the owner that the caller knows. Automation, where the
 * row's source is one of the agreement's or one of its rules takes the row: then under the name of that person, if there is one.
 */
export const actorsOf =
  (people: People, { parties, automation }: HubspotAgreement): Acting =>
  (entry, owner) => {
    const user = /^userId:(\d{1,20})$/.exec(text(entry, 'source_id') ?? '')?.[1] ?? text(entry, 'updated_by_user_id');
    const person = user === null ? owner : people.ownerOfUser(user);
    const source = firstText(entry, ['hs_object_source', 'hs_engagement_source', 'source']);
    const automatic =
      (source !== null && automation.sources.includes(source)) ||
      automation.rules.some((rule) => rule.table === entry.table && rule.when.every((condition) => holds(entry.read, condition)));
    const party = person === null ? (automatic ? parties.automation : parties.default) : people.partyOf(person);
    return { party, ...(person === null ? {} : { person }), kind: automatic ? 'automation' : 'human' };
  };
