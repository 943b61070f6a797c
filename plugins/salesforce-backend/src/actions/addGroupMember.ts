import {
  addGroupMember as declaration,
  type LeftOut,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { createSalesforceAction } from '@salesdesk/backstage-plugin-salesforce-node';
import {
  joining,
  readMemberships,
  requireSomebody,
  resolveMembers,
} from './groupMembers';
import { namesOf } from './words';

/** Adds users, roles and groups to a public group or a queue. */
export const addGroupMember = createSalesforceAction(declaration, {
  async preview({ input, context }) {
    requireSomebody(input, context);
    const [group, memberships, members] = await Promise.all([
      context.resolver.record({
        path: 'group',
        picker: 'group',
        reference: input.group,
      }),
      readMemberships(context, input.group),
      resolveMembers({ input, context }),
    ]);
    const present = new Set(
      memberships
        .filter(({ GroupId }) => GroupId === group.id)
        .map(({ UserOrGroupId }) => UserOrGroupId),
    );
    if (members.some(({ id }) => id === group.id)) {
      context.resolver.refuse([
        {
          path: 'groups',
          code: 'invalid_input',
          message: 'A group cannot be a member of itself',
        },
      ]);
    }
    const leftOut: LeftOut[] = [];
    const joiners = members.filter(({ id, user, target }) => {
      if (present.has(id)) {
        leftOut.push({ target, reason: 'Is a member already' });
        return false;
      }
      if (user && !user.isActive) {
        leftOut.push({ target, reason: 'Is inactive' });
        return false;
      }
      return true;
    });
    return {
      title: `Add ${namesOf(joiners, 'members')} to "${group.label}"`,
      changes: joiners.map(member => joining(member, group)),
      leftOut,
      targets: members.map(({ target }) => target),
    };
  },
  undo: { kind: 'inverse', note: 'Undoing takes them out again' },
  examples: [
    {
      words: 'Add erin.walsh@acme.com to the Deal Desk group',
      input: { group: 'Deal Desk', users: ['erin.walsh@acme.com'] },
    },
    {
      words: 'Put everyone in the RevOps role into the VIP Support queue',
      input: { group: 'VIP Support', users: ['role:RevOps'] },
    },
  ],
});
