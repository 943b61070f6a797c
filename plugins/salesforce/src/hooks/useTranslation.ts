import {
  useTranslationRef,
  type TranslationFunction,
} from '@backstage/frontend-plugin-api';
import { salesforceTranslationRef } from '../translation';

/** The function that turns a message key into words. */
export type Translate = TranslationFunction<typeof salesforceTranslationRef.T>;

/** The plugin's strings in the person's language. */
export function useTranslation(): { t: Translate } {
  return useTranslationRef(salesforceTranslationRef);
}
