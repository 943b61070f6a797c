import { assignLicense as declaration } from '@salesdesk/backstage-plugin-salesforce-common';
import { createSalesforceAction } from '@salesdesk/backstage-plugin-salesforce-node';
import { changeProfile } from './changeProfile';
import {
  holdingChange,
  holdingOf,
  isForEverybody,
  readHolders,
  seatsOf,
} from './licenseHoldings';
import { profileForLicense } from './profileForLicense';
import { resolveLicense } from './resolveLicense';
import { takeSeats } from './userLicenses';
import { namesOf } from './words';

/**
 * Permission set licences and package licences are records of their own; a
 * user licence comes with a profile, so giving one changes the profile.
 */
export const assignLicense = createSalesforceAction(declaration, {
  async preview({ input, context }) {
    const { resolver, reader } = context;
    const [users, license] = await Promise.all([
      resolver.users({ path: 'users', references: input.users }),
      resolveLicense(context, input.license),
    ]);
    const { record } = license;
    const holding = holdingOf(license);
    if (!holding) {
      const profile = await profileForLicense({
        context,
        license,
        profile: input.profile,
        want: 'with',
      });
      return changeProfile.preview({
        input: { users: users.map(({ id }) => id), profile },
        context,
      });
    }
    if (isForEverybody(license)) {
      resolver.refuse([
        {
          path: 'license',
          code: 'invalid_input',
          message: `The package ${record.label} is for everybody: nobody needs to be given a licence`,
        },
      ]);
    }
    const holders = await readHolders({
      reader,
      holding,
      licenseId: record.id,
      userIds: users.map(({ id }) => id),
    });
    const lacking = users.filter(
      ({ id, isActive }) => isActive && !holders.has(id),
    );
    const seats = takeSeats({
      license: seatsOf(license),
      seats: lacking.length,
      kind:
        license.kind.prefix === 'package-license'
          ? 'package licence'
          : 'permission set licence',
    });
    return {
      title: `Give ${namesOf(lacking)} the licence "${record.label}"`,
      changes: lacking.map(user =>
        holdingChange({ user, holding, license: record }),
      ),
      leftOut: users
        .filter(({ id, isActive }) => !isActive || holders.has(id))
        .map(({ id, target }) => ({
          target,
          reason: holders.has(id) ? 'Has it already' : 'Is inactive',
        })),
      targets: users.map(({ target }) => target),
      warnings: seats.warning ? [seats.warning] : [],
      blockers: seats.blocker ? [seats.blocker] : [],
    };
  },
  undo: { kind: 'inverse', note: 'Undoing takes the licence away again' },
  examples: [
    {
      words: 'Give Erin Walsh a Sales Cloud Einstein license',
      input: {
        users: ['erin.walsh@acme.com'],
        license: 'Sales Cloud Einstein',
      },
    },
  ],
});
