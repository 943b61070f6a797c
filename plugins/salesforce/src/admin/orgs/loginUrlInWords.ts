import { parseLoginUrl } from '@salesdesk/backstage-plugin-salesforce-common';
import type { Translate } from '../../hooks/useTranslation';

/** Where an address leads that was pasted from anywhere in Salesforce. */
export function loginUrlInWords(
  text: string | undefined,
  t: Translate,
): string {
  if (!text?.trim()) return t('orgs.form.loginUrlHint');
  const parsed = parseLoginUrl(text);
  return 'problem' in parsed
    ? parsed.problem
    : t('orgs.form.logsInAt', {
        url: parsed.url,
        environment: t(`orgs.environment.${parsed.environment}`),
      });
}
