import { Button, Text } from '@backstage/ui';
import { ErrorPanel } from '../../components/ErrorPanel';
import { SkeletonLines } from '../../components/SkeletonLines';
import { useTranslation } from '../../hooks/useTranslation';
import styles from './OrgForm.module.css';
import type { OrgForm } from './useOrgForm';
import { ValidationChecks } from './ValidationChecks';

/** Tries the credentials without saving them, and says what is wrong. */
export function CheckPanel(props: { form: OrgForm }) {
  const { t } = useTranslation();
  const { form } = props;
  const { validation, checking, checkError, checkIsCurrent } = form;
  return (
    <div className={styles.fields}>
      <div>
        <Button variant="secondary" isPending={checking} onPress={form.check}>
          {checking ? t('orgs.form.checking') : t('orgs.form.check')}
        </Button>
      </div>
      <div aria-live="polite" className={styles.fields}>
        {checking && <SkeletonLines count={5} height={20} />}
        {!checking && Boolean(checkError) && <ErrorPanel error={checkError} />}
        {!checking && !checkError && validation && (
          <>
            {!checkIsCurrent && (
              <Text as="p" color="warning">
                {t('orgs.form.checkStale')}
              </Text>
            )}
            <ValidationChecks validation={validation} />
          </>
        )}
        {!checking && !checkError && !validation && (
          <Text as="p" color="secondary">
            {t('orgs.form.checkFirst')}
          </Text>
        )}
      </div>
    </div>
  );
}
