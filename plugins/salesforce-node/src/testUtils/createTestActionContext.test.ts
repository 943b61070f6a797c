import { declareAction } from '@salesdesk/backstage-plugin-salesforce-common';
import { z } from 'zod';
import { createSalesforceAction } from '../actions';
import { createTestActionContext } from './createTestActionContext';

const renameGroups = createSalesforceAction(
  declareAction({
    id: 'test_rename_groups',
    title: 'Rename groups',
    description: 'Gives public groups another name',
    family: 'setup',
    kind: 'write',
    risk: 'low',
    attributes: { readOnly: false, destructive: false, idempotent: true },
    input: z.strictObject({ group: z.string(), name: z.string() }),
  }),
  {
    preview: async ({ input, context }) => {
      const group = await context.resolver.record({
        path: 'group',
        picker: 'group',
        reference: input.group,
      });
      const [record] = await context.reader.retrieve({
        object: 'Group',
        ids: [group.id],
        fields: ['Name'],
      });
      const target = { object: 'Group', id: group.id, label: group.label };
      return {
        title: `Rename ${group.label}`,
        targets: [target],
        changes: [
          {
            object: 'Group',
            recordId: group.id,
            operation: 'update',
            summary: `Rename ${group.label} to ${input.name}`,
            target,
            fields: [
              {
                name: 'Name',
                label: 'Name',
                before: String(record?.Name),
                after: input.name,
              },
            ],
          },
        ],
      };
    },
    undo: { kind: 'inverse' },
    examples: [],
  },
);

describe('createTestActionContext', () => {
  const context = createTestActionContext({
    records: { Group: [{ Id: '00G000000000001AAA', Name: 'Deal Desk' }] },
    named: {
      group: [
        {
          id: '00G000000000001AAA',
          label: 'Deal Desk',
          name: 'Deal_Desk',
          fields: {},
        },
      ],
    },
  });

  it('lets an action be tried on records in memory', async () => {
    const plan = await renameGroups.preview({
      input: { group: 'Deal_Desk', name: 'Desk' },
      context,
    });
    expect(plan.changes[0].fields).toEqual([
      { name: 'Name', label: 'Name', before: 'Deal Desk', after: 'Desk' },
    ]);
  });

  it('refuses unknown names at their field, as the plugin does', async () => {
    await expect(
      renameGroups.preview({ input: { group: 'Nobody', name: 'x' }, context }),
    ).rejects.toMatchObject({
      name: 'InputError',
      code: 'unknown_name',
      fields: [{ path: 'group' }],
    });
  });
});
