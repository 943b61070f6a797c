import {
  soql,
  type SoqlCondition,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { SalesdeskError } from '@salesdesk/backstage-plugin-salesforce-common';

/**
 * The condition of a reference `where:CONDITION`, rebuilt from its syntax tree.
 * It speaks of fields of User alone: a sub-query would ask other objects
 * questions that the person may not be allowed to ask.
 */
export function userCondition(text: string): SoqlCondition {
  const tree = soql.parse(`SELECT Id FROM User WHERE ${text}`);
  const beyondWhere = Object.keys(tree).some(
    key => !['fields', 'sObject', 'where'].includes(key),
  );
  if (beyondWhere || !tree.where) {
    refuse('A condition holds no ORDER BY, LIMIT or other clause');
  }
  // a condition that hides a sub-query shows it in its tree under this name
  if (JSON.stringify(tree.where).includes('"valueQuery"')) {
    refuse('A condition holds no sub-query');
  }
  return soql.conditionOf(tree) ?? refuse('The condition is empty');
}

function refuse(message: string): never {
  throw new SalesdeskError('InputError', message, { code: 'invalid_query' });
}
