import type { OrgSummary } from '@salesdesk/backstage-plugin-salesforce-common';
import { useSearchParams } from 'react-router-dom';
import { useOrgs } from '../api/useOrgs';

/** The org that a page is about: the one in its address, or the default one. */
export function useInventoryOrg(): {
  /** Undefined until the orgs are known, and where there is none. */
  org: OrgSummary | undefined;
  orgs: OrgSummary[];
  isPending: boolean;
  error: unknown;
  retry(): void;
  choose(orgId: string): void;
} {
  const query = useOrgs();
  const [search, setSearch] = useSearchParams();
  const orgs = query.data ?? [];
  const named = search.get('org');
  return {
    org:
      orgs.find(({ id }) => id === named) ??
      orgs.find(({ isDefault }) => isDefault) ??
      orgs[0],
    orgs,
    isPending: query.isPending,
    error: query.isError && query.data === undefined ? query.error : undefined,
    retry: () => void query.refetch(),
    choose: orgId => setSearch({ org: orgId }, { replace: true }),
  };
}
