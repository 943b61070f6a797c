import type { ActionContext } from '@salesdesk/backstage-plugin-salesforce-node';

/** What changes setup objects, in words that name the action. */
const instead: ReadonlyArray<[RegExp, string]> = [
  [
    /^User$/i,
    'Users are created and changed by “Create a Salesforce user” and “Update Salesforce users”',
  ],
  [/^UserLogin$/i, 'Users are frozen by “Freeze Salesforce users”'],
  [
    /^UserRole$/i,
    'Roles are created by “Create a role” and given by “Assign a role”',
  ],
  [
    /^Profile$/i,
    'Another profile is given by “Change the profile of Salesforce users”',
  ],
  [
    /^PermissionSet/i,
    'Permission sets, their groups and licences are given by the actions for access',
  ],
  [
    /^(?:Group|GroupMember|QueueSobject|CollaborationGroup\w*)$/i,
    'Groups and queues have actions of their own',
  ],
  [
    /^(?:AuthSession|OauthToken)$/i,
    'Sessions and tokens are ended by “Revoke”',
  ],
];

/** Setup, copies of records, and what leaves nothing behind that could be read. */
const setup =
  /^(?:User(?!License$)\w*|UserLicense|ActiveFeatureLicenseMetric|Permission\w*|ObjectPermissions|FieldPermissions|SetupEntityAccess|Profile\w*|Group|GroupMember|Queue\w*|Collaboration\w*|Organization|Auth\w*|OauthToken|Oauth\w*|Login\w*|Connected\w*|External(?:DataSource|DataUser|Credential)\w*|NamedCredential|Domain\w*|Network\w*|Apex\w*|Aura\w*|Lightning\w*|Flow\w*|Process\w*|CronTrigger|CronJobDetail|AsyncApexJob|Workflow\w*|RecordType|BusinessProcess|BusinessHours|Holiday|FiscalYearSettings|Territory2\w*|ObjectTerritory2\w*|UserTerritory2\w*|EmailTemplate|EmailServices\w*|BrandTemplate|Folder|Report|Dashboard\w*|Static\w*|CustomPermission\w*|CspTrustedSite|Certificate|TenantSecret|Entity\w*|FieldDefinition|Setup\w*|Verification\w*|TwoFactor\w*|\w+(?:Share|History|Feed|ChangeEvent)|\w+__(?:Share|History|Feed|ChangeEvent|mdt|e|x|b|Tag))$/i;

/** Whether records of an object are setup, and no business of these actions. */
export function isSetup(object: string): boolean {
  return !/__c$/i.test(object) && setup.test(object);
}

/** Refuses setup objects, and says what changes them. */
export function refuseSetup(options: {
  context: ActionContext;
  path: string;
  object: { name: string; label: string };
}): void {
  const { context, path, object } = options;
  if (!isSetup(object.name)) return;
  const hint = instead.find(([pattern]) => pattern.test(object.name))?.[1];
  context.resolver.refuse([
    {
      path,
      code: 'invalid_input',
      message: `${object.label} is setup, which is not written as a record. ${
        hint ?? 'An admin changes it in Salesforce Setup'
      }.`,
    },
  ]);
}
