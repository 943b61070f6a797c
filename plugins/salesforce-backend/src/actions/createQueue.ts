import { createQueue as declaration } from '@salesdesk/backstage-plugin-salesforce-common';
import {
  createSalesforceAction,
  soql,
  type ActionContext,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { developerNameFrom } from './developerName';
import { joining, resolveMembers } from './groupMembers';
import { groupCreation, queueObject } from './groupParts';
import { requireFreeName } from './requireFreeName';
import { resolveObjects, type NamedObject } from './resolveObjects';

/** The queue, what it may own, and who works on it. */
export const createQueue = createSalesforceAction(declaration, {
  async preview({ input, context }) {
    const developerName = input.developerName ?? developerNameFrom(input.name);
    const [named, objects] = await Promise.all([
      resolveMembers({ input, context }),
      resolveObjects({ context, path: 'objects', names: input.objects }),
      requireFreeName({
        context,
        object: 'Group',
        field: 'DeveloperName',
        name: developerName,
        where: soql.eq('Type', 'Queue'),
        what: 'queue',
        path: input.developerName ? 'developerName' : 'name',
      }),
    ]);
    await requireOwnable(context, objects);
    const members = named.filter(({ user }) => user?.isActive !== false);
    const queue = { label: input.name, createdAt: 0 };
    const creation = groupCreation({
      type: 'Queue',
      name: input.name,
      developerName,
      ...(input.email ? { email: input.email } : {}),
    });
    return {
      title: `${creation.summary} for ${objects
        .map(({ plural }) => plural)
        .join(', ')}`,
      changes: [
        creation,
        ...objects.map(object => queueObject({ queue, object })),
        ...members.map(member => joining(member, queue)),
      ],
      leftOut: named
        .filter(({ user }) => user?.isActive === false)
        .map(({ target }) => ({ target, reason: 'Is inactive' })),
      targets: [creation.target, ...named.map(({ target }) => target)],
    };
  },
  undo: { kind: 'inverse', note: 'Undoing deletes the queue' },
  examples: [
    {
      words: 'Create a queue "Renewals" for cases with Ann Lee and Dan Novak',
      input: {
        name: 'Renewals',
        objects: ['Case'],
        users: ['ann.lee@acme.com', 'dan@acme.com'],
      },
    },
  ],
});

/** A queue can own records of objects whose owner may be a group. */
async function requireOwnable(
  context: ActionContext,
  objects: NamedObject[],
): Promise<void> {
  const descriptions = await Promise.all(
    objects.map(({ name }) => context.reader.describe(name)),
  );
  const errors = descriptions.flatMap(({ label, fields }, position) =>
    fields.some(
      ({ name, referenceTo }) =>
        name === 'OwnerId' && referenceTo.includes('Group'),
    )
      ? []
      : [
          {
            path: `objects.${position}`,
            code: 'invalid_input' as const,
            message: `A queue cannot own ${label} records`,
          },
        ],
  );
  if (errors.length > 0) context.resolver.refuse(errors);
}
