import { Switch, TextField } from '@backstage/ui';
import { FieldWithErrors } from '../../components/FieldWithErrors';
import { useTranslation } from '../../hooks/useTranslation';
import { PeopleField } from '../../people/PeopleField';
import styles from './OrgForm.module.css';
import type { OrgForm } from './useOrgForm';

/** What the org is called, and who looks after it. */
export function NameFields(props: { form: OrgForm }) {
  const { t } = useTranslation();
  const { form } = props;
  const { values } = form;
  return (
    <div className={styles.fields}>
      <FieldWithErrors messages={form.errorsAt('title')}>
        {validity => (
          <TextField
            {...validity}
            label={t('orgs.form.title')}
            description={t('orgs.form.titleHint')}
            value={values.title}
            maxLength={100}
            onChange={title => form.change({ title }, 'title', 'id')}
          />
        )}
      </FieldWithErrors>
      {!form.org && (
        <FieldWithErrors messages={form.errorsAt('id')}>
          {validity => (
            <TextField
              {...validity}
              label={t('orgs.form.id')}
              description={t('orgs.form.idHint')}
              value={values.id}
              maxLength={63}
              spellCheck="false"
              onChange={form.changeId}
            />
          )}
        </FieldWithErrors>
      )}
      <FieldWithErrors messages={form.errorsAt('owners')}>
        {() => (
          <PeopleField
            label={t('orgs.form.owners')}
            description={t('orgs.form.ownersHint')}
            kinds={['user', 'group']}
            value={values.owners}
            onChange={owners => form.change({ owners }, 'owners')}
          />
        )}
      </FieldWithErrors>
      <FieldWithErrors messages={form.errorsAt('entityRef')}>
        {validity => (
          <TextField
            {...validity}
            label={t('orgs.form.entityRef')}
            description={t('orgs.form.entityRefHint')}
            secondaryLabel={t('orgs.form.optional')}
            value={values.entityRef}
            maxLength={255}
            spellCheck="false"
            onChange={entityRef => form.change({ entityRef }, 'entityRef')}
          />
        )}
      </FieldWithErrors>
      <FieldWithErrors messages={form.errorsAt('apiVersion')}>
        {validity => (
          <TextField
            {...validity}
            label={t('orgs.form.apiVersion')}
            secondaryLabel={t('orgs.form.optional')}
            placeholder="63.0"
            value={values.apiVersion}
            maxLength={4}
            onChange={apiVersion => form.change({ apiVersion }, 'apiVersion')}
          />
        )}
      </FieldWithErrors>
      <Switch
        label={t('orgs.form.usernamesAreEmails')}
        isSelected={values.usernamesAreEmails}
        onChange={usernamesAreEmails =>
          form.change({ usernamesAreEmails }, 'usernamesAreEmails')
        }
      />
      <Switch
        label={t('orgs.form.isDefault')}
        isSelected={values.isDefault}
        onChange={isDefault => form.change({ isDefault }, 'isDefault')}
      />
    </div>
  );
}
