import { Alert, Button, Text } from '@backstage/ui';
import { FieldChanges } from '../../components/FieldChanges';
import { useTranslation } from '../../hooks/useTranslation';
import styles from './Policies.module.css';
import { policyDifference } from './policyDifference';
import type { PolicyEditor } from './usePolicyEditor';
import { useWording } from './useWording';

/** Somebody else saved first: what they changed, and the two ways on. */
export function PolicyConflict(props: { editor: PolicyEditor }) {
  const { t } = useTranslation();
  const { base, theirs, takeTheirs, keepMine, saving } = props.editor;
  const wording = useWording(theirs ? [base.policy, theirs.policy] : []);
  if (!theirs) return null;
  const fields = policyDifference(base.policy, theirs.policy, wording);
  return (
    <Alert
      role="alert"
      status="warning"
      icon
      title={t('policies.conflict.title')}
      description={
        <div className={styles.form}>
          <Text as="p">
            {theirs.changedBy &&
              `${t('policies.changedBy', {
                name: theirs.changedBy.displayName,
              })}. `}
            {t('policies.conflict.description')}
          </Text>
          {fields.length > 0 ? (
            <FieldChanges change={{ operation: 'update', fields }} />
          ) : (
            <Text as="p">{t('policies.conflict.same')}</Text>
          )}
          <div className={styles.buttons}>
            <Button isPending={saving} onPress={keepMine}>
              {t('policies.conflict.keep')}
            </Button>
            <Button variant="secondary" onPress={takeTheirs}>
              {t('policies.conflict.discard')}
            </Button>
          </div>
        </div>
      }
    />
  );
}
