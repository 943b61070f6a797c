import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type {
  CatalogFact,
  CatalogOrg,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { createHash } from 'node:crypto';

/** The annotation by which an entity says which org it stands for, or is in. */
export const ANNOTATION_ORG = 'salesdesk.io/salesforce-org';
/** The annotation of the record that an entity stands for. */
export const ANNOTATION_RECORD = 'salesdesk.io/salesforce-record';

const longestName = 63;

/**
 * The entity of an org, unless the catalog has one that the org names already.
 * Pure.
 */
export function toOrgEntity(org: CatalogOrg): Entity | undefined {
  if (org.entityRef) return undefined;
  return entityOf({
    org,
    name: `salesforce-org-${org.id}`,
    title: org.title,
    description: `A Salesforce org${org.isSandbox ? ', a sandbox' : ''}`,
    type: 'salesforce-org',
    url: org.instanceUrl,
    linkTitle: 'Open Salesforce',
  });
}

/** A permission set as a Resource that depends on its org. Pure. */
export function toPermissionSetEntity(
  org: CatalogOrg,
  { name, title, description, recordId, url }: CatalogFact,
): Entity {
  const apiName = name ?? recordId;
  const entity = entityOf({
    org,
    name: nameOf(org.id, apiName, recordId),
    title: title ?? apiName,
    description: description ?? `A permission set of ${org.title}`,
    type: 'salesforce-permission-set',
    url,
    linkTitle: 'Open in Salesforce',
    recordId,
  });
  return {
    ...entity,
    spec: { ...entity.spec, dependsOn: [orgRefOf(org)] },
  };
}

/** The entity that stands for an org. */
export function orgRefOf(org: Pick<CatalogOrg, 'id' | 'entityRef'>): string {
  return (
    org.entityRef ??
    stringifyEntityRef({
      kind: 'Resource',
      namespace: 'default',
      name: `salesforce-org-${org.id}`,
    })
  );
}

function entityOf(options: {
  org: CatalogOrg;
  name: string;
  title: string;
  description: string;
  type: string;
  url?: string;
  linkTitle: string;
  recordId?: string;
}): Entity {
  const { org, url, recordId } = options;
  const location = `salesforce:${org.id}`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: options.name,
      title: options.title,
      description: options.description,
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
        [ANNOTATION_ORG]: org.id,
        ...(recordId ? { [ANNOTATION_RECORD]: recordId } : {}),
      },
      ...(url ? { links: [{ url, title: options.linkTitle }] } : {}),
    },
    spec: {
      type: options.type,
      // Entities have one owner; an org may have several.
      owner: org.owners[0] ?? 'unknown',
    },
  };
}

/** A name that the catalog takes; two records never share one. */
function nameOf(orgId: string, apiName: string, recordId: string): string {
  const plain = `${orgId}-${apiName}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (plain.length <= longestName && /^[A-Za-z0-9_]+$/.test(apiName)) {
    return plain;
  }
  const short = createHash('sha256').update(recordId).digest('hex').slice(0, 8);
  return `${plain.slice(0, longestName - 9).replace(/-$/, '')}-${short}`;
}
