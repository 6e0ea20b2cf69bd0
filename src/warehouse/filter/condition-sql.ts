import type { Condition } from '../../icp/filter/condition.js';
import { integer, type Dialect } from '../dialect.js';
import type { AccountTable, AttributeColumn } from './account-table.js';
import { plainSql } from './column-sql.js';

/** What a condition reads. */
export interface AskedOf {
  readonly accounts: AccountTable;
  readonly dialect: Dialect;
  /** The alias that the contact goes by whom a condition is about; null where none is. */
  readonly contact: string | null;
}

/** The account goes by `a`. */
export const ACCOUNT = 'a';

/**
 * A condition as an expression that is true, false, or NULL where the answer is not known: `AND`, `OR` and `NOT` of SQL are
 * Kleene's.
 */
export const conditionSql = (condition: Condition, asked: AskedOf): string => {
  const { accounts, dialect, contact } = asked;
  switch (condition.is) {
    case 'all':
      return `(${condition.of.map((one) => conditionSql(one, asked)).join(' AND ')})`;
    case 'any':
      return `(${condition.of.map((one) => conditionSql(one, asked)).join(' OR ')})`;
    case 'none':
      return `(NOT (${condition.of.map((one) => conditionSql(one, asked)).join(' OR ')}))`;
    case 'contacts':
      return contactsSql(condition, asked);
    default: {
      const isContact = condition.about === 'contact';
      const column = columnAt(isContact ? accounts.contacts?.attributes : accounts.attributes, condition.attribute);
      const alias = isContact ? contact : ACCOUNT;
      // Nobody in particular is called: what is asked of a contact is not known.
      if (alias === null || column === null) return condition.is === 'present' ? 'FALSE' : 'CAST(NULL AS BOOLEAN)';
      return plainSql(condition, `${alias}.${dialect.identifier(column.column)}`, column.type, dialect);
    }
  }
};

/** The column of an attribute; names that every object has are none. */
export const columnAt = (columns: Readonly<Record<string, AttributeColumn>> | undefined, attribute: string): AttributeColumn | null =>
  columns !== undefined && Object.hasOwn(columns, attribute) ? (columns[attribute] ?? null) : null;

/** How many contacts, between those for whom the answer is yes and those for whom it is not no. */
const contactsSql = ({ where, from = 0, below }: Extract<Condition, { readonly is: 'contacts' }>, asked: AskedOf): string => {
  const { accounts, dialect } = asked;
  if (accounts.contacts === null) return 'CAST(NULL AS BOOLEAN)';
  // A condition within a condition: each goes by a name of its own.
  const alias = asked.contact === null ? 'p' : `${asked.contact}p`;
  const condition = conditionSql(where, { ...asked, contact: alias });
  // The answers are columns before they are counted: counting what only the account says would count accounts.
  const answers = `${alias}_answers`;
  const least = `COUNT(CASE WHEN ${answers}.holds THEN 1 END)`;
  const most = `COUNT(CASE WHEN COALESCE(${answers}.holds, TRUE) THEN 1 END)`;
  const [yes, no] =
    below === undefined
      ? [`${least} >= ${integer(from)}`, `${most} < ${integer(from)}`]
      : [`${least} >= ${integer(from)} AND ${most} < ${integer(below)}`, `${most} < ${integer(from)} OR ${least} >= ${integer(below)}`];
  const table = accounts.contacts.table.map(dialect.identifier).join('.');
  const belongs = `${alias}.${dialect.identifier(accounts.contacts.account)} = ${ACCOUNT}.${dialect.identifier(accounts.id)}`;
  return `(SELECT CASE WHEN ${yes} THEN TRUE WHEN ${no} THEN FALSE END FROM (SELECT ${condition} AS holds FROM ${table} AS ${alias} WHERE ${belongs}) AS ${answers})`;
};
