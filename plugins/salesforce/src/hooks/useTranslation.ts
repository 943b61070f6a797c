import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { salesforceTranslationRef } from '../translation';

/** The plugin's strings in the person's language. */
export function useTranslation() {
  return useTranslationRef(salesforceTranslationRef);
}

/** The function that turns a message key into words. */
export type Translate = ReturnType<typeof useTranslation>['t'];
