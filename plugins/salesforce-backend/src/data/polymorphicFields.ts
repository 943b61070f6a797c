import type {
  FieldDescription,
  ObjectDescription,
} from '@salesdesk/backstage-plugin-salesforce-node';

/** What can be read through a reference to records of several kinds. */
export const polymorphicFields = [
  'Id',
  'Name',
  'Type',
  'FirstName',
  'LastName',
  'Alias',
  'Username',
  'Email',
  'Phone',
  'Title',
  'IsActive',
] as const;

/** The field of one of the kinds that answers, if it may be hidden. */
export function fieldThatNames(
  object: ObjectDescription,
  name: string,
): FieldDescription | undefined {
  // the kind of record is no field of it; every record shows its name
  if (name === 'Type' || name === 'Name' || name === 'Id') return undefined;
  return object.fields.find(field => field.name === name);
}
