import { Radio, RadioGroup, Text } from '@backstage/ui';
import type { LoginKind } from '@salesdesk/backstage-plugin-salesforce-common';
import { useTranslation } from '../../hooks/useTranslation';
import styles from './OrgForm.module.css';
import type { OrgForm } from './useOrgForm';

const kinds: LoginKind[] = [
  'client_credentials',
  'web_server',
  'jwt_bearer',
  'username_password',
];

/** Which kind of login it is: what is prepared and what is asked for follow from it. */
export function KindField(props: { form: OrgForm }) {
  const { t } = useTranslation();
  const { form } = props;
  return (
    <RadioGroup
      label={t('orgs.form.kind')}
      value={form.values.kind}
      onChange={value => form.change({ kind: value as LoginKind })}
    >
      {kinds.map(one => (
        <Radio key={one} value={one}>
          <span className={styles.kind}>
            <Text as="span">{t(`orgs.kind.${one}`)}</Text>
            <Text as="span" variant="body-small" color="secondary">
              {t(`orgs.kindDescription.${one}`)}
            </Text>
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
