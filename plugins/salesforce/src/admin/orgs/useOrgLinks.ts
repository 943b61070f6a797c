import { useMemo } from 'react';
import { useLinks } from '../../hooks/useLinks';

/** Addresses of the org screens. */
export function useOrgLinks() {
  const links = useLinks();
  return useMemo(() => {
    const one = (orgId: string) =>
      `${links.orgs()}/${encodeURIComponent(orgId)}`;
    return {
      all: () => links.orgs(),
      connect: () => `${links.orgs()}/_connect`,
      one,
      edit: (orgId: string) => `${one(orgId)}/edit`,
      setUp: (orgId: string) => `${one(orgId)}/setup`,
      people: (orgId: string) => `${one(orgId)}/people`,
    };
  }, [links]);
}
