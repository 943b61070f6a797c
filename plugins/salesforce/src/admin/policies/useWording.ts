import type { Policy } from '@salesdesk/backstage-plugin-salesforce-common';
import { useMemo } from 'react';
import { useLanguage } from '../../hooks/useLanguage';
import { useTranslation } from '../../hooks/useTranslation';
import { useRefNames } from '../../people/useRefNames';
import type { Wording } from './policySentence';

/** What the sentences of these policies are made with. */
export function useWording(policies: Policy[]): Wording {
  const { t } = useTranslation();
  const language = useLanguage();
  const nameOf = useRefNames(policies.flatMap(refsOf));
  return useMemo(() => ({ t, language, nameOf }), [t, language, nameOf]);
}

function refsOf(policy: Policy): string[] {
  return [
    ...policy.audience,
    ...policy.stages.flatMap(({ requirements }) =>
      requirements.flatMap(({ from }) => from.flatMap(({ ref }) => ref ?? [])),
    ),
  ];
}
