import type { ObjectRules, OrgServices } from '../../core/types';
import type { ObjectDefinition } from '../../schema/definitions';
import { refusal, shortId } from '../refusals';
import { idOf } from '../textOf';

/**
 * Records that cannot be without their parent belong to whoever may edit it:
 * nobody adds a line to a subscription, or a comment to a case, that they may
 * only read. Shares are for those who may do everything with the record.
 */
export function detailRules(org: OrgServices): ObjectRules[] {
  return org.schema.all().flatMap(object => {
    const parentField = masterFieldOf(object) ?? sharedFieldOf(org, object);
    return parentField ? [rulesOf(object.name, parentField)] : [];
  });
}

function rulesOf(object: string, parentField: string): ObjectRules {
  return {
    object,
    defaults: () => (object.endsWith('Share') ? { RowCause: 'Manual' } : {}),

    validate({ ctx, org, row, tx, object: definition }) {
      const parentId = idOf(row[parentField]);
      const parentName = definition.field(parentField)?.referenceTo[0];
      const parent = parentName ? org.schema.get(parentName) : undefined;
      const parentRow =
        parent && parentId ? tx.get(parent.name, parentId) : undefined;
      if (ctx.systemMode || !parent || !parentRow) {
        return;
      }
      const may = object.endsWith('Share')
        ? org.access.canTransferRow(ctx, parent, parentRow)
        : org.access.canEditRow(ctx, parent, parentRow);
      if (!may) {
        throw refusal(
          'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
          `insufficient access rights on cross-reference id: ${shortId(
            parentRow.Id,
          )}`,
        );
      }
    },
  };
}

function masterFieldOf(object: ObjectDefinition): string | undefined {
  const field =
    object.sharingModel === 'controlled_by_parent' && object.sharingParentField
      ? object.field(object.sharingParentField)
      : undefined;
  return field?.cascadeDelete && !field.nillable ? field.name : undefined;
}

function sharedFieldOf(
  org: OrgServices,
  object: ObjectDefinition,
): string | undefined {
  const shared = object.name.endsWith('Share')
    ? object.name.slice(0, -'Share'.length)
    : undefined;
  return shared && org.schema.get(shared) ? `${shared}Id` : undefined;
}
