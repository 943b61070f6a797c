import { Select } from '@backstage/ui';
import { useTranslation } from '../hooks/useTranslation';
import { useInventoryOrg } from './useInventoryOrg';

/** Which org a page is about; nothing where there is one only. */
export function OrgSelect() {
  const { t } = useTranslation();
  const { org, orgs, choose } = useInventoryOrg();
  if (orgs.length < 2) return null;
  return (
    <Select
      aria-label={t('inventory.org')}
      options={orgs.map(({ id, title }) => ({ id, label: title }))}
      value={org?.id ?? null}
      onChange={chosen => typeof chosen === 'string' && choose(chosen)}
    />
  );
}
