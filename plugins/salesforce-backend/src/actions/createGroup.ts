import { createGroup as declaration } from '@salesdesk/backstage-plugin-salesforce-common';
import {
  createSalesforceAction,
  soql,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { developerNameFrom } from './developerName';
import { groupCreation } from './groupParts';
import { joining, resolveMembers } from './groupMembers';
import { requireFreeName } from './requireFreeName';
import { namesOf } from './words';

/** A public group with its members. */
export const createGroup = createSalesforceAction(declaration, {
  async preview({ input, context }) {
    const developerName = input.developerName ?? developerNameFrom(input.name);
    const [named] = await Promise.all([
      resolveMembers({ input, context }),
      requireFreeName({
        context,
        object: 'Group',
        field: 'DeveloperName',
        name: developerName,
        where: soql.eq('Type', 'Regular'),
        what: 'public group',
        path: input.developerName ? 'developerName' : 'name',
      }),
    ]);
    const members = named.filter(({ user }) => user?.isActive !== false);
    const creation = groupCreation({
      type: 'Regular',
      name: input.name,
      developerName,
    });
    return {
      title: `${creation.summary}${
        members.length > 0 ? ` with ${namesOf(members, 'members')}` : ''
      }`,
      changes: [
        creation,
        ...members.map(member =>
          joining(member, { label: input.name, createdAt: 0 }),
        ),
      ],
      leftOut: named
        .filter(({ user }) => user?.isActive === false)
        .map(({ target }) => ({ target, reason: 'Is inactive' })),
      targets: [creation.target, ...named.map(({ target }) => target)],
    };
  },
  undo: { kind: 'inverse', note: 'Undoing deletes the group' },
  examples: [
    {
      words: 'Create a public group "Reviewers" with Ann Lee and the CEO role',
      input: { name: 'Reviewers', users: ['Ann Lee'], roles: ['CEO'] },
    },
  ],
});
