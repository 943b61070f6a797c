import { updateRecord as declaration } from '@salesdesk/backstage-plugin-salesforce-common';
import {
  createSalesforceAction,
  soql,
  type ActionContext,
  type ObjectDescription,
  type PlannedField,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { isRecordId } from '../gateway';
import { findObject, objectOfId } from './findObject';
import { findVisibleRecord } from './records/findVisibleRecord';
import { personalRights, writableObject } from './records/personalRights';
import { readValues, type WantedValue } from './records/readValues';
import { isOwn, ownerPaths } from './records/recordOwners';
import { changedFields, readBefore } from './records/readBefore';
import { refuseSetup } from './records/refuseSetup';
import { takeBack } from './records/takeBack';

/** Changes fields of one record of any object. */
export const updateRecord = createSalesforceAction(declaration, {
  async preview({ input, context }) {
    const rights = await personalRights(context, 'record');
    const object = await objectOf(context, input);
    refuseSetup({ context, path: 'object', object });
    const found = await findVisibleRecord({
      context,
      rights,
      object,
      record: input.record,
      path: 'record',
    });
    const access = await writableObject({
      context,
      rights,
      object,
      path: 'object',
      right: 'edit',
    });
    const editable = await rights.facts.editableRecords([found.id]);
    if (!editable.has(found.id)) {
      context.resolver.refuse([
        {
          path: 'record',
          code: 'not_permitted',
          message: `You may see ${found.label} in Salesforce, but not change it. Ask its owner, or somebody above them`,
        },
      ]);
    }
    const { wanted, errors } = await readValues({
      context,
      rights,
      access,
      values: input.values,
      right: 'edit',
      path: 'values',
    });
    if (object.name === 'Lead') {
      errors.push(...(await convertedStatus(context, wanted)));
    }
    if (errors.length > 0) context.resolver.refuse(errors);

    const paths = await ownerPaths({ context, object });
    const before = await readBefore({
      context,
      object,
      id: found.id,
      wanted,
      paths,
    });
    const isMine = isOwn({ record: before, paths, rights });
    const fields = changedFields({ wanted, before });
    const target = {
      object: object.name,
      id: found.id,
      label: found.label,
      detail: object.label,
      url: context.recordUrl(object.name, found.id),
      ...(isMine ? { ownerRef: context.requester.ref } : {}),
    };
    const summary = `Change ${found.label}: ${fields.map(inWords).join(', ')}`;
    return {
      title:
        fields.length === 0
          ? `Change nothing of ${found.label}`
          : `Change the ${object.label.toLowerCase()} ${found.label}: ${wordsOf(
              fields,
            )}`,
      changes:
        fields.length === 0
          ? []
          : [
              {
                object: object.name,
                recordId: found.id,
                operation: 'update',
                fields,
                summary,
                target,
              },
            ],
      leftOut:
        fields.length === 0 ? [{ target, reason: 'Is as wanted already' }] : [],
      targets: [target],
    };
  },
  undo: {
    kind: 'plan',
    note: 'Undoing writes the former values back; what automations of the org did meanwhile stays',
    // whoever takes it back needs the rights of whoever writes
    plan: ({ applied, context }) => takeBack({ applied, context }),
  },
  examples: [
    {
      words:
        'Set the stage of the opportunity "Acme Industries Canada - Platform" to Closed Won',
      input: {
        object: 'Opportunity',
        record: 'Acme Industries Canada - Platform',
        values: { StageName: 'Closed Won' },
      },
    },
    {
      words: 'Change the priority of case 00000002 to High',
      input: {
        object: 'Case',
        record: '00000002',
        values: { Priority: 'High' },
      },
    },
  ],
});

async function objectOf(
  context: ActionContext,
  input: { object?: string; record: string },
): Promise<ObjectDescription> {
  if (input.object !== undefined) {
    return findObject({ context, path: 'object', text: input.object });
  }
  if (isRecordId(input.record)) {
    return objectOfId({ context, path: 'record', id: input.record });
  }
  return context.resolver.refuse([
    {
      path: 'object',
      code: 'invalid_input',
      message: `Say what '${input.record}' is: an account, a contact, an opportunity?`,
    },
  ]);
}

/** Leads become converted by conversion, not by a status. */
async function convertedStatus(context: ActionContext, wanted: WantedValue[]) {
  const status = wanted.find(({ field: { name } }) => name === 'Status');
  if (typeof status?.value !== 'string') return [];
  const { records } = await context.reader.query(
    soql.select({
      from: 'LeadStatus',
      fields: ['Id'],
      where: soql.and(
        soql.eq('MasterLabel', status.value),
        soql.eq('IsConverted', true),
      ),
    }),
  );
  return records.length === 0
    ? []
    : [
        {
          path: 'values.Status',
          code: 'invalid_input' as const,
          message: `“${status.value}” is what converted leads have; ask for “Convert a lead” instead`,
        },
      ];
}

function inWords({ label, after, afterLabel }: PlannedField): string {
  return after === null
    ? `empty ${label.toLowerCase()}`
    : `${label.toLowerCase()} "${afterLabel ?? after}"`;
}

function wordsOf(fields: PlannedField[]): string {
  return fields.length <= 2
    ? fields.map(inWords).join(', ')
    : `${fields.length} fields`;
}
