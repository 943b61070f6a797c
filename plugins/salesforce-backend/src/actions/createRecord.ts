import {
  createRecord as declaration,
  type FieldError,
} from '@salesdesk/backstage-plugin-salesforce-common';
import {
  createSalesforceAction,
  soql,
  type ActionContext,
  type FieldDescription,
  type ObjectDescription,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { findObject } from './findObject';
import { nameFieldOf } from './findRecord';
import { newRecord, type NewRecord } from './records/newRecord';
import { personalRights, type PersonalRights } from './records/personalRights';
import { count } from './words';

/** Creates a record of any object, and records below it. */
export const createRecord = createSalesforceAction(declaration, {
  async preview({ input, context }) {
    const object = await findObject({
      context,
      path: 'object',
      text: input.object,
    });
    const rights = await personalRights(context, 'object');
    const first = await newRecord({
      context,
      rights,
      object,
      values: input.values,
      paths: { object: 'object', values: 'values' },
    });
    const below: NewRecord[] = [];
    for (const [position, child] of (input.children ?? []).entries()) {
      const path = `children.${position}`;
      const childObject =
        child.object === undefined
          ? object
          : await findObject({
              context,
              path: `${path}.object`,
              text: child.object,
            });
      const lookup = lookupTo(object, childObject);
      if (!lookup) {
        return context.resolver.refuse([
          {
            path: `${path}.object`,
            code: 'invalid_input',
            message: `${childObject.label} has no field that puts it below ${object.label}`,
          },
        ]);
      }
      below.push(
        await newRecord({
          context,
          rights,
          object: childObject,
          values: child.values,
          paths: { object: `${path}.object`, values: `${path}.values` },
          below: { lookup, position: 0, label: first.label },
        }),
      );
    }
    const records = [first, ...below];
    const errors: FieldError[] = records.flatMap(record => record.errors);
    if (errors.length > 0) context.resolver.refuse(errors);
    return {
      title: `Create the ${object.label.toLowerCase()} "${first.label}"${
        below.length > 0
          ? ` with ${count(below.length, 'record')} below it`
          : ''
      }`,
      changes: records.map(({ change }) => change),
      targets: records.map(({ change }) => change.target),
      warnings: await namesakes({ context, rights, records }),
    };
  },
  undo: {
    kind: 'none',
    note: 'A record that was created stays: Salesdesk deletes no records. It can be changed, or deleted in Salesforce itself',
  },
  examples: [
    {
      words: 'Create a lead for Jane Doe at Foo Inc',
      input: {
        object: 'Lead',
        values: { FirstName: 'Jane', LastName: 'Doe', Company: 'Foo Inc' },
      },
    },
    {
      words: 'Create a task "Call back" for the account Acme Industries',
      input: {
        object: 'Task',
        values: { Subject: 'Call back', WhatId: 'Account: Acme Industries' },
      },
    },
  ],
});

/** The one lookup that puts records of an object below another: its parent. */
function lookupTo(
  parent: ObjectDescription,
  child: ObjectDescription,
): FieldDescription | undefined {
  const lookups = child.fields.filter(
    ({ type, createable, referenceTo }) =>
      type === 'reference' && createable && referenceTo.includes(parent.name),
  );
  return (
    lookups.find(({ name }) =>
      [`${parent.name}Id`, 'ParentId'].includes(name),
    ) ??
    lookups.find(({ nillable }) => !nillable) ??
    (lookups.length === 1 ? lookups[0] : undefined)
  );
}

/** What is called the same already, as far as the person may see it. */
async function namesakes(options: {
  context: ActionContext;
  rights: PersonalRights;
  records: NewRecord[];
}): Promise<string[]> {
  const { context, rights, records } = options;
  const warnings: string[] = [];
  for (const { object, label } of records.slice(0, 5)) {
    if (!['Account', 'Contact', 'Lead', 'Opportunity'].includes(object.name)) {
      continue;
    }
    const named = nameFieldOf(object);
    if (!named) continue;
    const { records: found } = await context.reader.query(
      soql.select({
        from: object.name,
        fields: ['Id'],
        where: soql.eq(named, label),
        limit: 5,
      }),
    );
    const visible = await rights.facts.visibleRecords(
      found.map(({ Id }) => String(Id)),
    );
    const [id] = visible;
    if (id) {
      warnings.push(
        `There is a ${object.label.toLowerCase()} "${label}" already: ${context.recordUrl(
          object.name,
          id,
        )}`,
      );
    }
  }
  return warnings;
}
