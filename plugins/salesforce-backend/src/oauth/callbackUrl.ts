import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/**
 * The page of the portal to which Salesforce sends browsers back, from
 * `salesforce.oauth.callbackUrl`, or below `app.baseUrl`. Undefined when
 * neither is there. Throws InputError for what no callback URL can be.
 */
export function callbackUrl(config: Config): string | undefined {
  const own = config.getOptionalString('salesforce.oauth.callbackUrl');
  const base = config.getOptionalString('app.baseUrl');
  const text =
    own ?? (base && `${base.replace(/\/+$/, '')}/salesforce/oauth/callback`);
  if (text === undefined) return undefined;
  if (!URL.canParse(text)) {
    throw new InputError(
      'salesforce.oauth.callbackUrl must be a complete address of the portal',
    );
  }
  const url = new URL(text);
  if (url.hash || url.search || !/^https?:$/.test(url.protocol)) {
    throw new InputError(
      'salesforce.oauth.callbackUrl must be an http(s) address without query and fragment',
    );
  }
  return url.toString();
}
