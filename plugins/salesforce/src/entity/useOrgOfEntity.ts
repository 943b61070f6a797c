import type {
  OrgDetail,
  OrgSummary,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { useOrg } from '../admin/orgs/useOrg';
import { useOrgs } from '../api/useOrgs';
import { screenStateOf, type ScreenState } from '../hooks/ScreenState';

/** The org that a catalog Resource stands for; empty when none names it. */
export function useOrgOfEntity(
  entityRef: string,
): ScreenState<{ org: OrgDetail }> {
  const orgs = useOrgs();
  const summary = orgs.data?.find(
    org =>
      // The catalog module of Salesforce calls the entities that it makes so.
      (
        org.entityRef ?? `resource:default/salesforce-org-${org.id}`
      ).toLocaleLowerCase('en-US') === entityRef,
  );
  const org = useOrg(summary?.id);
  if (!summary) {
    return screenStateOf<OrgSummary[], { org: OrgDetail }>(
      orgs,
      () => undefined,
    );
  }
  return screenStateOf(org, detail => ({ org: detail }));
}
