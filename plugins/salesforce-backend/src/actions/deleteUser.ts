import { deleteUser as declaration } from '@salesdesk/backstage-plugin-salesforce-common';
import { createSalesforceReadAction } from '@salesdesk/backstage-plugin-salesforce-node';
import { namesOf } from './words';

/**
 * There is no such thing in Salesforce, and people ask for it all the same: the
 * answer says what they can have.
 */
export const deleteUser = createSalesforceReadAction(declaration, {
  async run({ input, context }) {
    const users = await context.resolver.users({
      path: 'users',
      references: input.users,
      setsInclude: 'all',
    });
    const active = users.filter(({ isActive }) => isActive);
    const names = namesOf(users);
    return {
      kind: 'text',
      title: `Salesforce deletes no users: ${names}`,
      text: [
        `Salesforce keeps every user for good, because records and their history refer to them. ${names} cannot be deleted, by nobody.`,
        active.length > 0
          ? `${namesOf(
              active,
            )} can be deactivated instead: nobody can log in as them any more, and their licence is free. Ask to deactivate them, or to offboard them, which also hands over their records and takes their access away.`
          : 'They are inactive already: they cannot log in and use no user licence.',
        'The username stays taken; to use it again, the inactive user is renamed.',
      ].join('\n\n'),
      rows: users.map(user => ({
        Id: user.id,
        Name: user.name,
        Username: user.username,
        Active: user.isActive,
      })),
      links: Object.fromEntries(
        users.map(({ id }) => [id, context.recordUrl('User', id)]),
      ),
      notes: [
        'Nothing was changed',
        ...(active.length > 0
          ? [
              'Instead: salesforce_deactivate_user, salesforce_offboard_user, or salesforce_freeze_user for now',
            ]
          : []),
      ],
    };
  },
  examples: [
    {
      words: 'Delete the Salesforce user of sample.user@acme.com',
      input: { users: ['sample.user@acme.com'] },
    },
  ],
});
