import type { DraftRow } from '../../core/types';
import { idOfName, type LoadContext } from '../LoadContext';
import type { DemoUsers } from './demoUsers';

const apps = [
  'Dataloader Bulk',
  'Slack',
  'Tableau Desktop',
  'Outreach',
  'Conga Composer',
  'Salesforce for Outlook',
];

const auditEntries: readonly (readonly [string, string, string])[] = [
  [
    'PermSetAssign',
    'Manage Users',
    'Permission set CRM User: assigned to user',
  ],
  [
    'PermSetUnassign',
    'Manage Users',
    'Permission set Data Export: unassigned from user',
  ],
  ['createduser', 'Manage Users', 'Created new user'],
  ['deactivateduser', 'Manage Users', 'Deactivated user'],
  ['changedprofileforuser', 'Manage Users', 'Changed profile for user'],
  ['frozeuser', 'Manage Users', 'Froze user'],
  ['resetpassword', 'Manage Users', 'Reset password for user'],
  [
    'changedValidationMessage',
    'Customize Opportunities',
    'Changed error message of a validation rule on Opportunity',
  ],
  ['createdReportJob', 'Data Export', 'Requested an export'],
];

/** Loads sessions, tokens, apps, jobs and the Setup Audit Trail. */
export function loadDemoActivity(
  context: LoadContext,
  options: { users: DemoUsers; userIds: ReadonlyMap<string, string> },
): void {
  const { org, time } = context;
  const { users, userIds } = options;
  const idOf = (username: string) => idOfName(userIds, username);
  org.store.load(
    'ConnectedApplication',
    apps.map(name => ({
      Name: name,
      OptionsAllowAdminApprovedUsersOnly: name === 'Conga Composer',
      CreatedDate: time.datetime(-700),
    })),
  );
  const dan = idOf('dan@acme.com');
  loadTokens(context, [
    ...[0, 1, 2].map(index => ({ userId: dan, app: apps[index] })),
    ...users.invented.slice(0, 40).map((username, index) => ({
      userId: idOf(username),
      app: apps[index % apps.length],
    })),
  ]);
  loadSessions(context, [dan, ...users.invented.slice(0, 20).map(idOf)]);
  loadAuditTrail(context, users, idOf);
  loadScheduledJobs(context, idOf('noor.haddad@acme.com'));
  loadSetupReferences(context, idOf);
}

function loadTokens(
  { org, random, time }: LoadContext,
  tokens: readonly { userId: string; app: string }[],
): void {
  const letters =
    'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
  const text = (length: number) =>
    Array.from({ length }, () => random.pick([...letters])).join('');
  org.store.load(
    'OauthToken',
    tokens.map(({ userId, app }) => ({
      UserId: userId,
      AppName: app,
      AccessToken: `5Aep${text(4)}...`,
      DeleteToken: text(40),
      UseCount: random.integer(1, 900),
      LastUsedDate: time.datetime(-random.next() * 60),
      CreatedDate: time.datetime(-60 - random.next() * 300),
    })),
  );
}

/** A session in the user interface is a parent with a child. */
function loadSessions(
  { org, random, time }: LoadContext,
  userIds: readonly string[],
): void {
  for (const userId of userIds) {
    const row: DraftRow = {
      UsersId: userId,
      UserType: 'Standard',
      LoginType: 'Application',
      SessionSecurityLevel: 'STANDARD',
      SourceIp: `203.0.113.${random.integer(1, 254)}`,
      NumSecondsValid: 7200,
      CreatedDate: time.datetime(-random.next() / 20),
    };
    const [parentId] = org.store.load('AuthSession', [
      { ...row, SessionType: 'UI' },
    ]);
    org.store.load('AuthSession', [
      { ...row, SessionType: 'Aura', ParentId: parentId },
    ]);
  }
}

function loadAuditTrail(
  { org, random, time }: LoadContext,
  users: DemoUsers,
  idOf: (username: string) => string,
): void {
  const admins = ['sam.okafor', 'noor.haddad', 'viktor.lindqvist'].map(name =>
    idOf(`${name}@acme.com`),
  );
  const rows = Array.from({ length: 140 }, (): DraftRow => {
    const [action, section, display] = random.pick(auditEntries);
    const about =
      section === 'Manage Users' ? ` ${random.pick(users.invented)}` : '';
    return {
      Action: action,
      Section: section,
      Display: display + about,
      CreatedById: random.pick(admins),
      CreatedDate: time.datetime(-random.next() * 178),
    };
  });
  org.store.load(
    'SetupAuditTrail',
    rows.sort((left, right) =>
      String(left.CreatedDate) < String(right.CreatedDate) ? -1 : 1,
    ),
  );
}

function loadScheduledJobs({ org, time }: LoadContext, ownerId: string): void {
  const names = ['Nightly Territory Assignment', 'Weekly Pipeline Snapshot'];
  const detailIds = org.store.load(
    'CronJobDetail',
    names.map(name => ({ Name: name, JobType: '7' })),
  );
  org.store.load(
    'CronTrigger',
    detailIds.map((detailId, index) => ({
      CronJobDetailId: detailId,
      State: 'WAITING',
      CronExpression: index === 0 ? '0 0 2 * * ?' : '0 0 6 ? * MON',
      TimeZoneSidKey: 'America/New_York',
      NextFireTime: time.datetime(0.4 + index * 3),
      PreviousFireTime: time.datetime(-0.6 - index * 4),
      StartTime: time.datetime(-300),
      OwnerId: ownerId,
      CreatedById: ownerId,
      CreatedDate: time.datetime(-300),
      TimesTriggered: index === 0 ? 299 : 42,
    })),
  );
}

/** Whom the org's settings name: nobody of them can simply be deactivated. */
function loadSetupReferences(
  { org }: LoadContext,
  idOf: (username: string) => string,
): void {
  const references: readonly (readonly [string, string, string | null])[] = [
    ['DefaultWorkflowUser', 'marco@acme.com', null],
    ['DefaultLeadOwner', 'pat.default@acme.com', null],
    ['DefaultCaseOwner', 'pat.default@acme.com', null],
    ['ApprovalApprover', 'pat.default@acme.com', 'Discount Approval'],
    ['AutomatedCaseUser', 'noor.haddad@acme.com', null],
    ['WebToLeadCreator', 'noor.haddad@acme.com', null],
  ];
  org.store.load(
    'SetupReference',
    references.map(([kind, username, name]) => ({
      Kind: kind,
      ReferenceId: idOf(username),
      Name: name,
    })),
  );
}
