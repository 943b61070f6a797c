import {
  GatewayError,
  soql,
  type SalesforceRecord,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { JsforceGateway, OrgCredentials } from '../gateway';
import { limitLevel } from '../gateway';
import type { OrgRow } from '../database/tables';
import { diagnoseAccess } from './diagnoseAccess';
import { diagnoseLogin } from './diagnoseLogin';
import {
  otherPermissions,
  type NeededPermission,
} from './integrationPermissions';
import {
  isOtherOrganization,
  isSameId,
  otherOrganizationReason,
  otherOrganizationRemedy,
} from './orgErrors';
import {
  ValidationReport,
  type CheckId,
  type OrgCheckup,
} from './ValidationReport';

/**
 * Tries a connection from the login to the permissions that actions need, and
 * names cause and fix of whatever fails. It reads only, and costs four calls.
 */
export async function checkConnection(options: {
  /** A gateway of its own: a session that others keep alive would prove nothing. */
  gateway: JsforceGateway;
  credentials: OrgCredentials;
  /** What the installed actions need. */
  needed: NeededPermission[];
  /** The org as it was known before, if it was. */
  org: OrgRow | undefined;
  /** All orgs of the portal. */
  orgs: OrgRow[];
}): Promise<OrgCheckup> {
  const { gateway, credentials, needed, org, orgs } = options;
  const report = new ValidationReport({ needed: needed.map(({ id }) => id) });
  if (
    (await logIn(report, gateway, credentials)) &&
    isExpectedOrg(report, org) &&
    (await useApi(report, gateway))
  ) {
    reportTwins(report, org, orgs);
    await readOrg(report, gateway, needed);
  }
  return report.finish();
}

async function logIn(
  report: ValidationReport,
  gateway: JsforceGateway,
  credentials: OrgCredentials,
): Promise<boolean> {
  try {
    const { instanceUrl, organizationId } = await gateway.identity();
    report.facts = { instanceUrl, organizationId };
    report.passed('login', `Logged in to ${instanceUrl}`);
    return true;
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    report.fail(
      'login',
      error,
      diagnoseLogin({
        code: error.salesforceCode ?? error.failure,
        description: error.details ?? '',
        kind: credentials.kind,
      }),
    );
    return false;
  }
}

/** Who is who, requests and the inventory are about one Salesforce org. */
function isExpectedOrg(
  report: ValidationReport,
  org: OrgRow | undefined,
): boolean {
  const organizationId = report.facts?.organizationId;
  if (!org || !organizationId || !isOtherOrganization(org, organizationId)) {
    return true;
  }
  report.refuse('same_organization', {
    message: `That login is to another Salesforce org (${organizationId}) than "${org.title}" (${org.organization_id})`,
    cause: otherOrganizationReason(org, organizationId),
    fix: otherOrganizationRemedy,
  });
  return false;
}

/**
 * One Salesforce org that is connected twice is worked on by two that know
 * nothing of each other. It is said and not refused: somebody may be trying
 * another kind of login, or moving to another id.
 */
function reportTwins(
  report: ValidationReport,
  org: OrgRow | undefined,
  orgs: OrgRow[],
): void {
  const organizationId = report.facts?.organizationId;
  const all = orgs.filter(
    ({ id, organization_id: known }) =>
      id !== org?.id && known !== null && isSameId(known, organizationId),
  );
  if (all.length === 0) return;
  const connected = all.filter(({ status }) => status !== 'disconnected');
  const areGone = connected.length === 0;
  const twins = areGone ? all : connected;
  const names = new Intl.ListFormat('en').format(
    twins.map(({ id, title }) => `"${title}" (${id})`),
  );
  report.warn('connected_once', {
    message: areGone
      ? `This Salesforce org was connected before as ${names}`
      : `This Salesforce org is connected already, as ${names}`,
    cause: areGone
      ? 'Its requests, inventory and links of people are kept under that id, and are not known under another'
      : 'Each has an inventory, policies by org, a queue for licences and links of people of its own, and requests of the one know nothing of those of the other',
    fix: areGone
      ? `Connect ${names} again, unless you want to begin anew`
      : `Give new credentials to ${names} instead, or disconnect it first`,
  });
}

/** Asks for the limits: the first call that needs the API, and the last check. */
async function useApi(
  report: ValidationReport,
  gateway: JsforceGateway,
): Promise<boolean> {
  try {
    const { used, max } = await gateway.limits();
    report.limits = { used, max };
    report.passed('api', 'The API answers');
    const left = `${
      max - used
    } of ${max} API calls are left for these 24 hours`;
    if (limitLevel({ used, max }) === 'ok') {
      report.passed('limits', left);
    } else {
      report.warn('limits', {
        message: left,
        cause: 'The org is close to its daily limit of API calls',
        fix: 'Setup > Company Settings > Company Information shows the use; look for integrations that call too often',
      });
    }
    return true;
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    report.fail('api', error, diagnoseAccess(error));
    return false;
  }
}

async function readOrg(
  report: ValidationReport,
  gateway: JsforceGateway,
  needed: NeededPermission[],
): Promise<void> {
  const { userId } = await gateway.identity();
  try {
    const permissions = await knownPermissions(gateway, needed);
    const [organization, user, assignments] = await gateway.batchSettled([
      soql.select({
        from: 'Organization',
        fields: ['Id', 'Name', 'OrganizationType', 'IsSandbox'],
        limit: 1,
      }),
      soql.select({
        from: 'User',
        fields: ['Username', 'Profile.Name', 'Profile.UserLicense.Name'],
        where: soql.eq('Id', userId),
      }),
      soql.select({
        from: 'PermissionSetAssignment',
        fields: permissions.map(name => `PermissionSet.${name}`),
        where: soql.eq('AssigneeId', userId),
      }),
    ]);
    reportOrganization(report, organization);
    reportUser(report, user);
    reportPermissions({
      report,
      needed,
      known: permissions,
      page: assignments,
    });
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    report.fail('organization', error, diagnoseAccess(error));
  }
}

/** Which permissions exist depends on the features of the org. */
async function knownPermissions(
  gateway: JsforceGateway,
  needed: NeededPermission[],
): Promise<string[]> {
  const { fields } = await gateway.describe('PermissionSet');
  const existing = new Set(fields.map(({ name }) => name));
  return [
    ...new Set([...needed.flatMap(({ anyOf }) => anyOf), ...otherPermissions]),
  ].filter(name => existing.has(name));
}

type Page = PromiseSettledResult<{ records: SalesforceRecord[] }>;

function reportOrganization(report: ValidationReport, page: Page): void {
  const row = page.status === 'fulfilled' ? page.value.records[0] : undefined;
  if (!row) {
    report.warn('organization', {
      message: 'The integration user may not read the org’s details',
      cause: 'It lacks "View Setup and Configuration"',
      fix: 'Setup > Users > Permission Sets: give the integration user a set with System Permissions > View Setup and Configuration',
    });
    return;
  }
  const edition = String(row.OrganizationType);
  const isSandbox = row.IsSandbox === true;
  if (report.facts) Object.assign(report.facts, { edition, isSandbox });
  report.passed(
    'organization',
    `${row.Name}, ${edition}${isSandbox ? ', a sandbox' : ''}`,
  );
}

function reportUser(report: ValidationReport, page: Page): void {
  const row = page.status === 'fulfilled' ? page.value.records[0] : undefined;
  if (!row) {
    report.warn('integration_user', {
      message: 'The integration user cannot see itself',
      cause: 'It lacks "View Setup and Configuration"',
      fix: 'Setup > Users > Permission Sets: give the integration user a set with System Permissions > View Setup and Configuration',
    });
    return;
  }
  const runningAs = String(row.Username);
  if (report.facts) report.facts.runningAs = runningAs;
  const profile = nameOf(row.Profile) ?? 'no profile';
  report.passed('integration_user', `Runs as ${runningAs} (${profile})`);
}

function nameOf(parent: unknown): string | undefined {
  return typeof parent === 'object' && parent !== null && 'Name' in parent
    ? String(parent.Name)
    : undefined;
}

function reportPermissions(options: {
  report: ValidationReport;
  needed: NeededPermission[];
  known: string[];
  page: Page;
}): void {
  const { report, known, page } = options;
  const held = new Set<string>();
  for (const row of page.status === 'fulfilled' ? page.value.records : []) {
    const set: unknown = row.PermissionSet;
    if (typeof set !== 'object' || set === null) continue;
    for (const [name, value] of Object.entries(set)) {
      if (value === true) held.add(name);
    }
  }
  for (const needed of options.needed) {
    const id = needed.id as CheckId;
    const anyOf = needed.anyOf.filter(name => known.includes(name));
    if (anyOf.some(name => held.has(name))) {
      report.passed(
        id,
        held.has('PermissionsModifyAllData') && id === 'permission_manage_users'
          ? 'Allowed. The integration user may also modify all data, which is more than Salesdesk needs'
          : 'Allowed',
      );
    } else {
      report.warn(id, {
        message: needed.without,
        cause: 'The integration user lacks the permission',
        fix: needed.fix,
      });
    }
  }
}
