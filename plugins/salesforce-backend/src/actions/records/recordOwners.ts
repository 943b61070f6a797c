import {
  soql,
  type ActionContext,
  type ObjectDescription,
  type SalesforceRecord,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { isSalesdeskError } from '@salesdesk/backstage-plugin-salesforce-common';
import { ownershipOf } from '../../data/ownership';
import { valueAtPath } from '../../data/valueAtPath';
import type { PersonalRights } from './personalRights';
import type { WantedValue } from './readValues';

/**
 * The paths at which the owners of a record stand: its own, or those of the
 * parents without which it cannot be. None where nobody owns such records.
 */
export async function ownerPaths(options: {
  context: ActionContext;
  object: ObjectDescription;
}): Promise<string[]> {
  const { context, object } = options;
  try {
    const ownership = await ownershipOf({
      object,
      describe: name => context.reader.describe(name),
    });
    return ownership.kind === 'parents' ? ownership.paths : [ownership.path];
  } catch (error) {
    if (isSalesdeskError(error)) return [];
    throw error;
  }
}

/** Whether all owners of a record that was read are the person who asks. */
export function isOwn(options: {
  record: SalesforceRecord;
  paths: string[];
  rights: PersonalRights;
}): boolean {
  const { record, paths, rights } = options;
  return (
    paths.length > 0 &&
    paths.every(path => valueAtPath(record, path) === rights.userId)
  );
}

/** Whether a new record will be the person's own, by its owner or its parents. */
export async function willBeOwn(options: {
  context: ActionContext;
  object: ObjectDescription;
  wanted: WantedValue[];
  rights: PersonalRights;
}): Promise<boolean> {
  const { context, object, wanted, rights } = options;
  const paths = await ownerPaths(options);
  if (paths.length === 0) return false;
  const owned = await Promise.all(
    paths.map(async path => {
      const [first, ...rest] = path.split('.');
      if (rest.length === 0) {
        return (
          wanted.find(({ field }) => field.name === first)?.value ===
          rights.userId
        );
      }
      const lookup = object.fields.find(
        ({ relationshipName }) => relationshipName === first,
      );
      const parent = wanted.find(({ field }) => field.name === lookup?.name);
      if (!lookup || typeof parent?.value !== 'string') return false;
      const { records } = await context.reader.query(
        soql.select({
          from: lookup.referenceTo[0],
          fields: [rest.join('.')],
          where: soql.eq('Id', parent.value),
        }),
      );
      return (
        records.length === 1 &&
        valueAtPath(records[0], rest.join('.')) === rights.userId
      );
    }),
  );
  return owned.every(Boolean);
}
