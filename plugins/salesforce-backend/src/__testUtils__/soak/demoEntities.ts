import type { Entity } from '@backstage/catalog-model';
import { demoPeople } from '@salesdesk/salesforce-org';

/** The demo's people as entities of a catalog. */
export function demoEntities(): Entity[] {
  return demoPeople.map(({ entityName, email, groups }) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name: entityName, namespace: 'default', uid: entityName },
    spec: { profile: { email }, memberOf: [...groups] },
  }));
}
