import { Button, ButtonLink } from '@backstage/ui';
import { ErrorPanel } from '../../components/ErrorPanel';
import { useTranslation } from '../../hooks/useTranslation';
import styles from './OrgForm.module.css';
import type { OrgForm } from './useOrgForm';

/** Saving, the way out, and why it was not saved. */
export function SaveBar(props: {
  form: OrgForm;
  label: string;
  cancelHref: string;
}) {
  const { t } = useTranslation();
  const { form, label, cancelHref } = props;
  return (
    <div className={styles.fields}>
      {Boolean(form.saveError) && <ErrorPanel error={form.saveError} />}
      <div className={styles.buttons}>
        <Button isPending={form.saving} onPress={form.save}>
          {label}
        </Button>
        <ButtonLink variant="secondary" href={cancelHref}>
          {t('orgs.form.cancel')}
        </ButtonLink>
      </div>
    </div>
  );
}
