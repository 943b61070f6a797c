import type { OrgServices } from '../core/types';
import type { FieldDefinition, ObjectDefinition } from '../schema/definitions';
import { ALL_OBJECT_RIGHTS, ObjectRight } from './Grants';
import { GrantsOfUsers } from './GrantsOfUsers';

/** Objects without permissions of their own, and whose they go by. */
const permissionsOf: Readonly<Record<string, string>> = {
  CampaignMember: 'Campaign',
  CaseComment: 'Case',
  CaseHistory: 'Case',
  EmailMessage: 'Case',
  LiveChatTranscript: 'Case',
  OpportunityContactRole: 'Opportunity',
  OpportunityLineItem: 'Opportunity',
  OrderItem: 'Order',
  PricebookEntry: 'Pricebook2',
  ProductCategory: 'Product2',
  ProductCategoryProduct: 'Product2',
  Quote: 'Opportunity',
  QuoteLineItem: 'Opportunity',
};

/**
 * Rights to objects and fields.
 *
 * Custom objects and fields which no permission set ever mentioned are open
 * to everybody: a test that brings a schema of its own need not bring
 * permissions as well. Once a set has mentioned one, it stays governed.
 */
export class ObjectRights {
  readonly #org: OrgServices;
  readonly #grants: GrantsOfUsers;
  readonly #governed = new Set<string>();

  constructor(options: { org: OrgServices }) {
    this.#org = options.org;
    this.#grants = new GrantsOfUsers(options);
  }

  /** Whether a user has a right (a bit of ObjectRight) to an object. */
  has(userId: string, object: ObjectDefinition, right: number): boolean {
    return (this.#bits(userId, object) & right) === right;
  }

  /** Whether a user has a right (a bit of FieldRight) to a field. */
  hasField(
    userId: string,
    object: ObjectDefinition,
    field: FieldDefinition,
    right: number,
  ): boolean {
    if (
      !field.permissionable ||
      !object.permissionable ||
      object.name in permissionsOf
    ) {
      return true;
    }
    const name = `${object.name}.${field.name}`;
    const bits = this.#grants.of(userId).fields.get(name) ?? 0;
    if ((bits & right) === right) {
      return true;
    }
    return (
      (field.custom && !this.#isGoverned('FieldPermissions', 'Field', name)) ||
      this.#isOpenObject(object)
    );
  }

  hasSystemPermission(userId: string, permission: string): boolean {
    return this.#grants.of(userId).system.has(permission);
  }

  #bits(userId: string, object: ObjectDefinition): number {
    const grants = this.#grants.of(userId);
    if (grants.system.has('ModifyAllData')) {
      return ALL_OBJECT_RIGHTS;
    }
    const name = permissionsOf[object.name] ?? object.name;
    const given = grants.objects.get(name) ?? 0;
    const viewAll = grants.system.has('ViewAllData')
      ? ObjectRight.read | ObjectRight.viewAll
      : 0;
    const open =
      given === 0 && this.#isOpenObject(object)
        ? ObjectRight.read |
          ObjectRight.create |
          ObjectRight.edit |
          ObjectRight.delete
        : 0;
    return withDetailRights(object, given) | viewAll | open;
  }

  #isOpenObject(object: ObjectDefinition): boolean {
    return (
      object.custom &&
      !this.#isGoverned('ObjectPermissions', 'SobjectType', object.name)
    );
  }

  /** Grows only: taking the last permission away must not open anything. */
  #isGoverned(table: string, field: string, name: string): boolean {
    if (this.#governed.has(name)) {
      return true;
    }
    const governed = this.#org.store.findBy(table, field, name).length > 0;
    if (governed) {
      this.#governed.add(name);
    }
    return governed;
  }
}

/** Whoever may edit the parent may create and delete such children. */
function withDetailRights(object: ObjectDefinition, given: number): number {
  return object.name in permissionsOf && (given & ObjectRight.edit) !== 0
    ? given | ObjectRight.create | ObjectRight.delete
    : given;
}
