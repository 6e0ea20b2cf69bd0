import { FACT_TABLES } from '../vocabulary/fact.js';
import { asOfSql, column } from './expression.js';
import type { Scope } from './scope.js';

/** The leads as of the moment, where anything reads them; they are one row a lead, so that joining them multiplies nothing. */
export const leadsSql = (scope: Scope): readonly string[] => (scope.joinsLead ? [asOfSql('lead_seen', 'leads', scope)] : []);

/** The join of a unit's lead; a unit of no lead, in a table that knows none, has nothing in every column of it. */
export const joinLead = ({ dialect, rows, joinsLead }: Scope): string => {
  if (!joinsLead) return '';
  const same = Object.hasOwn(FACT_TABLES[rows].columns, 'leadId') ? `${column(dialect, 'l', 'leadId')} = ${column(dialect, 'r', 'leadId')}` : '1 = 0';
  return `\n  LEFT JOIN lead_seen AS l ON ${same}`;
};
