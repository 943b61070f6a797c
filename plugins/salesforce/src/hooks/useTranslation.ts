import {
  useTranslationRef,
  type TranslationRef,
} from '@backstage/frontend-plugin-api';
import { salesforceTranslationRef } from '../translation';

type Messages = typeof salesforceTranslationRef.T;

type WithoutPlural<TKey> = TKey extends `${infer TBase}_${
  | 'zero'
  | 'one'
  | 'two'
  | 'few'
  | 'many'
  | 'other'}`
  ? TBase
  : TKey;

/** The key of a message; of a message with plural forms, the part they share. */
export type MessageKey = WithoutPlural<keyof Messages & string>;

/**
 * Turns a message's key, and the values it names, into words.
 *
 * Backstage's own type also compares the values with the text of the message.
 * With hundreds of messages that takes the compiler a second a call; what a
 * message needs is checked by the test of the translations instead.
 */
export type Translate = (
  key: MessageKey,
  values?: Record<string, string | number>,
) => string;

// The same reference, under a type whose messages the compiler need not visit.
const translationRef = salesforceTranslationRef as unknown as TranslationRef<
  string,
  Record<string, string>
>;

/** The plugin's words in the language of the person. */
export function useTranslation(): { t: Translate } {
  return useTranslationRef(translationRef);
}
