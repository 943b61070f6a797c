import type {
  FieldDescription,
  SoqlSource,
  SoqlUse,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { ObjectAccess } from './AccessFacts';
import { refuseOwnData } from './OwnDataRefusal';
import { isAboutUsers, isCommonSetup } from './ownership';
import { fieldThatNames, polymorphicFields } from './polymorphicFields';

/** A parent record that a query looks at. */
export interface Crossing {
  /** The path of the parent, e.g. ['Account', 'Parent']. */
  relationships: string[];
  /** The path of its id, e.g. ['Account', 'ParentId']. */
  idPath: string[];
  /** Its objects, where they have an owner to fall back on. */
  targets: ObjectAccess[];
  isPolymorphic: boolean;
  uses: Set<SoqlUse>;
}

/** What is known of one part of a query. */
export interface SourceFacts {
  source: SoqlSource;
  access: ObjectAccess;
  crossings: Map<string, Crossing>;
  /** Each row is judged when the answer is there. */
  rowsAreChecked: boolean;
}

/** Where parents stand in an answer, and where the ids to judge them by. */
export interface ParentToCheck {
  /** Child relationships from the row down to the record; none for the row itself. */
  children: string[];
  relationships: string[];
  idPath: string[];
}

/** The field as it is spelled; refuses what the person may not see. */
export function nameOfField(access: ObjectAccess, name: string): string {
  const field = access.description.fields.find(
    known => known.name.toLowerCase() === name.toLowerCase(),
  );
  if (!field) return refuseField(access, name);
  demandVisible(access, field);
  return field.name;
}

/** What every kind of record answers to: its name, and that of people. */
export function nameOfSeveral(targets: ObjectAccess[], name: string): string {
  const found = polymorphicFields.find(
    known => known.toLowerCase() === name.toLowerCase(),
  );
  if (!found) return refuseField(targets[0], name);
  for (const target of targets) {
    const field = fieldThatNames(target.description, found);
    if (field) demandVisible(target, field);
  }
  return found;
}

/** Refuses a field that the person may not see. */
export function demandVisible(
  access: ObjectAccess,
  field: FieldDescription,
): void {
  if (!isVisible(access, field)) refuseField(access, field.name);
}

/** What one may not see reads as not there. */
export function refuseField(
  { description }: ObjectAccess,
  name: string,
): never {
  return refuseOwnData(
    `There is no field '${name}' of ${description.name} that you may see; leave it out`,
  );
}

/** Which rows count would tell what the person may not see. */
export function refuseTooMuch({ access }: SourceFacts, path: string): never {
  return refuseOwnData(
    `It cannot be told which rows of ${access.description.label} you may see by '${path}'; leave it out of conditions, groups and order`,
  );
}

/** Whether the person may see the object at all. */
export function mayRead({ readable, description }: ObjectAccess): boolean {
  return (
    readable ||
    isAboutUsers(description.name) ||
    isCommonSetup(description.name)
  );
}

/** Whether the person may see a field. */
export function isVisible(
  access: ObjectAccess,
  field: FieldDescription,
): boolean {
  const { description, visibleFields } = access;
  return (
    field.name === 'Id' ||
    visibleFields.has(field.name.toLowerCase()) ||
    // shown of oneself without the permissions that setup asks for
    (isCommonSetup(description.name) && !access.readable) ||
    (isAboutUsers(description.name) && !access.readable)
  );
}

/** Rows that whoever may see the object may see. */
export function isAlwaysOpen(access: ObjectAccess): boolean {
  return access.sharing === 'open' || isCommonSetup(access.description.name);
}

/** Child relationships from the row down to a source. */
export function childrenOf(source: SoqlSource): string[] {
  return source.kind === 'object'
    ? []
    : [...childrenOf(source.of), source.relationship];
}
