import { Link, Text } from '@backstage/ui';
import type {
  InventoryUser,
  OrgSummary,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { useLinks } from '../hooks/useLinks';

/** A Salesforce user by name and what tells them apart, linked to their page. */
export function UserName(props: {
  user: InventoryUser;
  org: OrgSummary | undefined;
}) {
  const links = useLinks();
  const { user, org } = props;
  const search =
    org && !org.isDefault ? `?${new URLSearchParams({ org: org.id })}` : '';
  return (
    <>
      <Link
        href={`${links.directory('users', user.id)}${search}`}
        weight="bold"
        standalone
      >
        {user.name}
      </Link>
      <Text as="span" variant="body-small" color="secondary">
        {[user.username, user.profile, user.role].filter(Boolean).join(' · ')}
      </Text>
    </>
  );
}
