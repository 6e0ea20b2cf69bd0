import type { PartyId } from '../../vocabulary/party.js';
import type { SalesforceAgreement } from './agreement.js';
import { live } from './change.js';
import type { Draft } from './desk.js';
import { idIn, needId, textIn, type Sheet } from './sheet.js';

interface Read {
  readonly sheet: Sheet;
  readonly drafts: readonly Draft[];
}

/**
 * Who is which party: an owner by their id or name, as the agreement lists them; else by the role that the table of users
 * gives them, by its id, name or developer name; else the party that is agreed on for everyone else.
 */
export const parties = (agreement: SalesforceAgreement, users: Read | null, roles: Read | null): ((owner: string | null) => PartyId) => {
  const { owners = {}, roles: byRole = {}, otherwise } = agreement.parties;
  const roleNames = new Map<string, readonly string[]>();
  for (const { row, issues } of live(roles?.drafts ?? [])) {
    if (roles === null) continue;
    const id = needId(roles.sheet, row, 'Id', issues);
    const names = ['Name', 'DeveloperName'].flatMap((column) => textIn(roles.sheet, row, column) ?? []);
    roleNames.set(id, names);
  }
  const roleParty = new Map<string, PartyId>();
  for (const { row, issues } of live(users?.drafts ?? [])) {
    if (users === null) continue;
    const id = needId(users.sheet, row, 'Id', issues);
    const role = idIn(users.sheet, row, 'UserRoleId');
    const spelled = role === null ? [] : [role, textIn(users.sheet, row, 'UserRoleId') ?? role, ...(roleNames.get(role) ?? [])];
    const known = spelled.find((name) => Object.hasOwn(byRole, name));
    const party = known === undefined ? undefined : byRole[known];
    if (party !== undefined) roleParty.set(id, party);
  }
  return (owner) => {
    if (owner === null) return otherwise;
    return (Object.hasOwn(owners, owner) ? owners[owner] : undefined) ?? roleParty.get(owner) ?? otherwise;
  };
};
