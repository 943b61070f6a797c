import { Badge, Text } from '@backstage/ui';
import type { InventoryRecord } from '@salesdesk/backstage-plugin-salesforce-common';
import { useTranslation } from '../hooks/useTranslation';
import { textOf } from '../inventory/inventoryRow';
import { permissionInWords } from '../inventory/permissionInWords';
import { useInventoryRows } from '../inventory/useInventoryRows';
import styles from './Record.module.css';
import { RecordSection } from './RecordSection';
import { RelatedRows } from './RelatedRows';

// The permission set that holds what a profile, or a group of sets, allows.
const ownSet: Record<string, string> = {
  PermissionSet: 'id',
  Profile: 'profileId',
  PermissionSetGroup: 'groupId',
};

/** What a permission set, a group of them or a profile allows. */
export function PermissionsOf(props: { record: InventoryRecord; org: string }) {
  const { t } = useTranslation();
  const { record, org } = props;
  const { rows } = useInventoryRows({
    org,
    question: {
      object: 'PermissionSet',
      columns: ['permissions'],
      filters: [
        { field: ownSet[record.object], operator: 'is', value: record.id },
      ],
    },
    pageSize: 1,
  });
  const [set] = rows;
  const names = (set && textOf(set, 'permissions')?.trim().split(/\s+/)) ?? [];
  return (
    <>
      <RecordSection title={t('directory.systemPermissions')}>
        {names.length === 0 ? (
          <Text as="p" color="secondary">
            {t('directory.noSystemPermissions')}
          </Text>
        ) : (
          <ul className={styles.chips}>
            {names.map(name => (
              <li key={name}>
                <Badge>{permissionInWords(name)}</Badge>
              </li>
            ))}
          </ul>
        )}
      </RecordSection>
      {set && (
        <RelatedRows
          title={t('directory.objectPermissions')}
          empty={t('directory.noObjectPermissions')}
          org={org}
          question={{
            object: 'ObjectPermissions',
            columns: [
              'object',
              'mayRead',
              'mayCreate',
              'mayEdit',
              'mayDelete',
              'mayViewAll',
              'mayModifyAll',
            ],
            filters: [
              { field: 'permissionSetId', operator: 'is', value: set.id },
            ],
          }}
        />
      )}
    </>
  );
}
