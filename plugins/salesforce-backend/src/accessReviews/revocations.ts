import type { AccessReviewItemRow } from '../database/tables';

/** One request that revokes several rows. */
export interface Revocation {
  positions: number[];
  action: string;
  input: Record<string, unknown> & { users: string[] };
}

/** Revocations, and rows that no request can revoke. */
export interface Revocations {
  requests: Revocation[];
  impossible: Array<{ position: number; problem: string }>;
}

/** A request is read by people: more users than that are several requests. */
const mostUsers = 200;

/**
 * What revokes the rows that were not kept: one request for each access that
 * is taken, with all the users it is taken from. Rows that have a request are
 * left out. Pure.
 */
export function revocationsOf(options: {
  items: AccessReviewItemRow[];
  /** What ends the rows of users themselves. */
  revokeAction: string;
}): Revocations {
  const impossible: Revocations['impossible'] = [];
  const requests: Revocation[] = [];
  const open = new Map<string, Revocation>();
  for (const item of options.items) {
    if (item.decision !== 'revoke' || item.request_id) continue;
    const { position, target } = item;
    const how = wayOf(item, options.revokeAction);
    if (!target || typeof how === 'string') {
      impossible.push({
        position,
        problem:
          typeof how === 'string'
            ? how
            : 'There is no Salesforce user to take it from',
      });
      continue;
    }
    const key = JSON.stringify([how.action, how.input]);
    let request = open.get(key);
    if (!request || request.input.users.length >= mostUsers) {
      request = {
        positions: [],
        action: how.action,
        input: { users: [], ...how.input },
      };
      open.set(key, request);
      requests.push(request);
    }
    request.positions.push(position);
    if (!request.input.users.includes(target)) request.input.users.push(target);
  }
  return { requests, impossible };
}

type Way = { action: string; input: Record<string, unknown> };

function wayOf(item: AccessReviewItemRow, revokeAction: string): Way | string {
  const { access, access_kind } = item;
  switch (access_kind) {
    case null:
      // Whoever takes one access away does not end the whole Salesforce user.
      return item.record_id === item.user_id
        ? { action: revokeAction, input: {} }
        : 'The inventory did not say what this row gives: take it away in Salesforce';
    case 'permission_set':
      return {
        action: 'salesforce_remove_permission_set',
        input: { permissionSet: access },
      };
    case 'permission_set_group':
      return {
        action: 'salesforce_remove_permission_set_group',
        input: { permissionSetGroup: access },
      };
    case 'permission_set_license':
      return {
        action: 'salesforce_remove_license',
        input: { license: `permission-set-license:${access}` },
      };
    case 'package_license':
      return {
        action: 'salesforce_remove_license',
        input: { license: `package-license:${access}` },
      };
    case 'group':
      return {
        action: 'salesforce_remove_group_member',
        input: { group: access },
      };
    case 'app':
      return {
        action: 'salesforce_revoke_oauth_token',
        input: { app: access },
      };
    case 'session':
      return { action: 'salesforce_revoke_sessions', input: {} };
    case 'profile':
      return 'It comes with the profile: ask for another profile';
    default:
      return `Salesdesk does not know how to take '${access_kind}' away`;
  }
}
