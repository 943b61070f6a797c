import {
  SalesdeskError,
  type UpdateOrgBody,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { OrgRow } from '../database/tables';

export function orgNotFound(orgId: string): SalesdeskError {
  return new SalesdeskError('NotFoundError', `There is no org '${orgId}'`, {
    code: 'org_not_found',
  });
}

export function orgExistsAlready(orgId: string): SalesdeskError {
  return new SalesdeskError(
    'ConflictError',
    `There is an org '${orgId}' already; choose another id`,
    { code: 'invalid_input' },
  );
}

export function orgChangedMeanwhile(orgId: string): SalesdeskError {
  return new SalesdeskError(
    'ConflictError',
    `Org '${orgId}' was changed by somebody else meanwhile; look at it again`,
    { code: 'version_conflict' },
  );
}

/** Orgs of the configuration are changed there, and here only paused. */
export function refuseUpdate(row: OrgRow, body: UpdateOrgBody): void {
  const { paused: _paused, ...rest } = body;
  const changesMore = Object.values(rest).some(value => value !== undefined);
  if (row.source === 'config' && changesMore) {
    throw new SalesdeskError(
      'ConflictError',
      `Org '${row.id}' stands in the configuration and is changed there; here it can only be paused and resumed`,
      { code: 'wrong_state' },
    );
  }
  if (row.status === 'disconnected' && !body.credentials) {
    throw new SalesdeskError(
      'ConflictError',
      `Org '${row.id}' is disconnected; give credentials to connect it again`,
      { code: 'org_not_connected' },
    );
  }
}

export function refuseDisconnect(row: OrgRow): void {
  if (row.source === 'config') {
    throw new SalesdeskError(
      'ConflictError',
      `Org '${row.id}' stands in the configuration: remove salesforce.orgs.${row.id} there`,
      { code: 'wrong_state' },
    );
  }
  if (row.status === 'disconnected') {
    throw new SalesdeskError(
      'ConflictError',
      `Org '${row.id}' is disconnected already`,
      { code: 'wrong_state' },
    );
  }
}

/** Key pairs are for orgs that are set up here. */
export function refuseKeyPair(row: OrgRow): void {
  if (row.source === 'config') {
    throw new SalesdeskError(
      'ConflictError',
      `Org '${row.id}' stands in the configuration, with its own private key`,
      { code: 'wrong_state' },
    );
  }
}

/**
 * Who is who, requests, reviews and the inventory are about the records of one
 * Salesforce org: with a login to another they would be about strangers.
 */
export function refuseOtherOrganization(
  row: Pick<OrgRow, 'id' | 'title' | 'organization_id'>,
  organizationId: string | undefined,
  whatToDo = `Check the login address and the app; connect another Salesforce org beside this one, under an id of its own`,
): void {
  if (!isOtherOrganization(row, organizationId)) return;
  throw new SalesdeskError(
    'InputError',
    `That login is to another Salesforce org (${organizationId}) than "${row.title}" (${row.organization_id}), so nothing was saved. ${whatToDo}`,
    { code: 'org_credentials_refused' },
  );
}

/** Whether a login ended in another Salesforce org than it did before. */
export function isOtherOrganization(
  row: Pick<OrgRow, 'organization_id'>,
  organizationId: string | undefined,
): boolean {
  const known = row.organization_id;
  return (
    Boolean(known && organizationId) && !isSameId(known ?? '', organizationId)
  );
}

/** Ids of 15 and of 18 letters name the same record. */
export function isSameId(left: string, right: string | undefined): boolean {
  return left.slice(0, 15) === right?.slice(0, 15);
}

/** What is wrong with an org whose login leads to another Salesforce org now. */
export function otherOrganizationReason(
  row: Pick<OrgRow, 'title' | 'organization_id'>,
  organizationId: string,
): string {
  return `The login of "${row.title}" leads to another Salesforce org (${organizationId}) than before (${row.organization_id}), as after the refresh of a sandbox`;
}

/** What to do about it. */
export const otherOrganizationRemedy =
  'Add the Salesforce org under an id of its own; or correct the login, if it should lead to the one from before';

/** For an org whose login leads to another Salesforce org now: nothing is done there. */
export function otherOrganization(
  row: Pick<OrgRow, 'title' | 'organization_id'>,
  organizationId: string,
): SalesdeskError {
  return new SalesdeskError(
    'ConflictError',
    `${otherOrganizationReason(
      row,
      organizationId,
    )}: nothing is read or changed there. ${otherOrganizationRemedy}`,
    { code: 'org_not_connected' },
  );
}
