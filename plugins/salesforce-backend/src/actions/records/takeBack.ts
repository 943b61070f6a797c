import type { Target } from '@salesdesk/backstage-plugin-salesforce-common';
import type {
  ActionContext,
  PlannedChange,
  PlanProposal,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { inversePlan } from '../../requests/inversePlan';
import { hasField, personalRights, writableObject } from './personalRights';
import { readBefore } from './readBefore';
import { isOwn, ownerPaths } from './recordOwners';

/** Writes the former values back, with the rights of whoever takes it back. */
export async function takeBack(options: {
  applied: PlannedChange[];
  context: ActionContext;
}): Promise<PlanProposal> {
  const { applied, context } = options;
  const rights = await personalRights(context, 'record');
  const targets: Target[] = [];
  for (const { object: name, recordId, fields, target } of applied) {
    const object = await context.reader.describe(name);
    const access = await writableObject({
      context,
      rights,
      object,
      path: 'object',
      right: 'edit',
    });
    const id = recordId ?? '';
    const paths = await ownerPaths({ context, object });
    const editable = await rights.facts.editableRecords([id]);
    const locked = fields.find(({ name: fieldName }) => {
      const described = object.fields.find(each => each.name === fieldName);
      return !described || !hasField(access.editableFields, described);
    });
    if (!editable.has(id) || locked) {
      return context.resolver.refuse([
        {
          path: 'record',
          code: 'not_permitted',
          message: locked
            ? `${locked.label} may not be changed by your Salesforce user`
            : `${target.label} may not be changed by your Salesforce user`,
        },
      ]);
    }
    const before = await readBefore({ context, object, id, wanted: [], paths });
    const { ownerRef: _then, ...rest } = target;
    targets.push({
      ...rest,
      ...(isOwn({ record: before, paths, rights })
        ? { ownerRef: context.requester.ref }
        : {}),
    });
  }
  const { changes } = inversePlan(applied);
  return {
    title: 'Write the former values back',
    changes: changes.map((change, position) => ({
      ...change,
      target: targets[targets.length - 1 - position],
    })),
    targets,
  };
}
