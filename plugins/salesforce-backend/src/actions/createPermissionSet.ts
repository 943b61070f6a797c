import { createPermissionSet as declaration } from '@salesdesk/backstage-plugin-salesforce-common';
import {
  createSalesforceAction,
  soql,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { developerNameFrom } from './developerName';
import { field } from './planParts';
import { requireFreeName } from './requireFreeName';
import { resolveLicense } from './resolveLicense';

/** An empty permission set: what it allows is nobody's guess. */
export const createPermissionSet = createSalesforceAction(declaration, {
  async preview({ input, context }) {
    const name = input.name ?? developerNameFrom(input.label);
    const [license] = await Promise.all([
      input.license === undefined
        ? undefined
        : resolveLicense(context, input.license),
      requireFreeName({
        context,
        object: 'PermissionSet',
        field: 'Name',
        name,
        where: soql.eq('NamespacePrefix', null),
        what: 'permission set',
        path: input.name ? 'name' : 'label',
      }),
    ]);
    if (license?.kind.prefix === 'package-license') {
      context.resolver.refuse([
        {
          path: 'license',
          code: 'invalid_input',
          message:
            'A permission set is for a user licence or a permission set licence, not for a package',
        },
      ]);
    }
    const target = { object: 'PermissionSet', id: null, label: input.label };
    const text = (api: string, label: string, after: string) =>
      field({ name: api, label, before: null, after });
    return {
      title: `Create the permission set "${input.label}"`,
      changes: [
        {
          object: 'PermissionSet',
          recordId: null,
          operation: 'create',
          fields: [
            text('Label', 'Name', input.label),
            text('Name', 'API name', name),
            ...(input.description
              ? [text('Description', 'Description', input.description)]
              : []),
            ...(license
              ? [
                  field({
                    name: 'LicenseId',
                    label: 'Licence',
                    before: null,
                    after: license.record.id,
                    afterLabel: license.record.label,
                  }),
                ]
              : []),
          ],
          summary: `Create the permission set "${input.label}"`,
          target,
          naturalKey: ['Name'],
        },
      ],
      targets: [target],
      warnings: [
        'It allows nothing yet: an admin sets in Salesforce what it gives',
      ],
    };
  },
  undo: { kind: 'inverse', note: 'Undoing deletes it, if nobody has it then' },
  examples: [
    {
      words: 'Create a permission set "Renewal Managers"',
      input: { label: 'Renewal Managers' },
    },
  ],
});
