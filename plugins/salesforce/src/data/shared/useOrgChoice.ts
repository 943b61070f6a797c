import type { OrgSummary } from '@salesdesk/backstage-plugin-salesforce-common';
import { useOrgs } from '../../api/useOrgs';

/** Stands in an address for "the default org". */
export const DEFAULT_ORG = '-';

/** The org that the address names, or the default one, and all there are. */
export function useOrgChoice(named: string | undefined): {
  /** As the API wants it; undefined for the default org. */
  org: string | undefined;
  /** As addresses want it. */
  orgInPath: string;
  /** Undefined while it is not known. */
  title: string | undefined;
  orgs: Pick<OrgSummary, 'id' | 'title'>[];
} {
  const orgs = useOrgs().data ?? [];
  const org = named && named !== DEFAULT_ORG ? named : undefined;
  const chosen = orgs.find(({ id, isDefault }) =>
    org ? id === org : isDefault,
  );
  return {
    org,
    orgInPath: org ?? chosen?.id ?? DEFAULT_ORG,
    title: chosen?.title ?? org,
    orgs,
  };
}
