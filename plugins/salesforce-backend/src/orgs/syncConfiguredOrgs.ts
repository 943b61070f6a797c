import type { Knex } from 'knex';
import { clearDefaultOrg } from '../database/operations/orgs/clearDefaultOrg';
import { insertOrg } from '../database/operations/orgs/insertOrg';
import { listOrgs } from '../database/operations/orgs/listOrgs';
import {
  updateOrg,
  type OrgPatch,
} from '../database/operations/orgs/updateOrg';
import type { OrgRow } from '../database/tables';
import { toCredentialsView } from './orgViews';
import type { ConfiguredOrg } from './readOrgsConfig';

/**
 * Makes the stored orgs say what the configuration says. Their credentials
 * stay in the configuration. Replicas do this at the same time: rows are only
 * touched where they differ, and whoever comes second finds them equal.
 */
export async function syncConfiguredOrgs(options: {
  knex: Knex;
  configured: ConfiguredOrg[];
  at: string;
}): Promise<void> {
  const { knex, configured, at } = options;
  const rows = new Map((await listOrgs({ knex })).map(row => [row.id, row]));

  for (const org of configured) {
    const wanted = configuredFields(org);
    const row = rows.get(org.id);
    if (!row) {
      await insertOrg({ knex, row: newOrgRow({ id: org.id, at, ...wanted }) });
    } else if (differs(row, wanted)) {
      await updateOrg({
        knex,
        orgId: org.id,
        revision: row.revision,
        patch: {
          ...wanted,
          // whatever was stored under this id gives way to the configuration
          sealed_credentials: null,
          status: 'not_connected',
          status_reason: null,
        },
        at,
      });
    }
    if (org.isDefault) await clearDefaultOrg({ knex, exceptOrgId: org.id });
  }

  const ids = new Set(configured.map(({ id }) => id));
  for (const row of rows.values()) {
    if (
      row.source === 'config' &&
      !ids.has(row.id) &&
      row.status !== 'disconnected'
    ) {
      await updateOrg({
        knex,
        orgId: row.id,
        revision: row.revision,
        patch: {
          status: 'disconnected',
          status_reason: 'It stands in the configuration no longer',
          is_default: false,
          credentials_view: null,
        },
        at,
      });
    }
  }
}

function configuredFields(org: ConfiguredOrg): OrgPatch & {
  source: 'config';
  title: string;
  api_version: string;
} {
  return {
    source: 'config',
    title: org.title,
    entity_ref: org.entityRef ?? null,
    owners: JSON.stringify(org.owners),
    is_default: org.isDefault,
    api_version: org.apiVersion,
    credentials_view: JSON.stringify(
      toCredentialsView({ credentials: org.credentials }),
    ),
  };
}

function differs(row: OrgRow, wanted: OrgPatch & { source: string }): boolean {
  return (
    row.status === 'disconnected' ||
    row.source !== wanted.source ||
    row.title !== wanted.title ||
    row.entity_ref !== wanted.entity_ref ||
    row.owners !== wanted.owners ||
    Boolean(row.is_default) !== wanted.is_default ||
    row.api_version !== wanted.api_version ||
    row.credentials_view !== wanted.credentials_view
  );
}

/** A row with everything that is not given left unknown. */
export function newOrgRow(
  given: Pick<OrgRow, 'id' | 'source' | 'title' | 'api_version'> &
    OrgPatch & { at: string },
): OrgRow {
  const { at, ...fields } = given;
  return {
    entity_ref: null,
    owners: '[]',
    is_default: false,
    status: 'not_connected',
    status_reason: null,
    instance_url: null,
    organization_id: null,
    edition: null,
    is_sandbox: null,
    sealed_credentials: null,
    credentials_view: null,
    paused: false,
    limits: null,
    checked_at: null,
    sealed_login_app: null,
    login_app_client_id: null,
    usernames_are_emails: false,
    sealed_key_pair: null,
    certificate: null,
    revision: 1,
    created_at: at,
    updated_at: at,
    ...fields,
  };
}
