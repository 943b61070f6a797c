import { removeGroupMember as declaration } from '@salesdesk/backstage-plugin-salesforce-common';
import { createSalesforceAction } from '@salesdesk/backstage-plugin-salesforce-node';
import {
  leaving,
  readMemberships,
  requireSomebody,
  resolveMembers,
} from './groupMembers';
import { namesOf } from './words';

/** Takes users, roles and groups out of a public group or a queue. */
export const removeGroupMember = createSalesforceAction(declaration, {
  async preview({ input, context }) {
    requireSomebody(input, context);
    const [group, memberships, members] = await Promise.all([
      context.resolver.record({
        path: 'group',
        picker: 'group',
        reference: input.group,
      }),
      readMemberships(context, input.group),
      resolveMembers({ input, context, setsInclude: 'all' }),
    ]);
    const held = new Map(
      memberships
        .filter(({ GroupId }) => GroupId === group.id)
        .map(membership => [membership.UserOrGroupId, membership]),
    );
    const leavers = members.filter(({ id }) => held.has(id));
    return {
      title: `Take ${namesOf(leavers, 'members')} out of "${group.label}"`,
      changes: leavers.flatMap(member => {
        const membership = held.get(member.id);
        return membership ? [leaving({ membership, group, member })] : [];
      }),
      leftOut: members
        .filter(({ id }) => !held.has(id))
        .map(({ target }) => ({
          target,
          reason: 'Is no direct member; may be one by way of a role or a group',
        })),
      targets: members.map(({ target }) => target),
    };
  },
  undo: { kind: 'inverse', note: 'Undoing puts them back' },
  examples: [
    {
      words: 'Remove Ann Lee from the North America Sales Team',
      input: {
        group: 'North America Sales Team',
        users: ['ann.lee@acme.com'],
      },
    },
  ],
});
