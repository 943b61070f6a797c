import { useState } from 'react';
import { SuggestField } from '../../../components/SuggestField';
import { useOptions } from '../../../form/useOptions';
import { useTranslation } from '../../../hooks/useTranslation';

/** Picks one of the org's Salesforce users, by username. */
export function ChooseUser(props: {
  orgId: string;
  onChoose(username: string): void;
}) {
  const { t } = useTranslation();
  const { orgId, onChoose } = props;
  const [words, setWords] = useState('');
  const { options, loading } = useOptions({
    org: orgId,
    picker: 'salesforce-user',
    words,
    enabled: true,
  });
  return (
    <SuggestField
      aria-label={t('orgs.who.chooseUser')}
      placeholder={t('orgs.who.chooseUser')}
      text={words}
      onText={setWords}
      isLoading={loading}
      suggestions={options.map(({ value, label, detail }) => ({
        id: value,
        label,
        description: detail,
      }))}
      onPick={onChoose}
    />
  );
}
