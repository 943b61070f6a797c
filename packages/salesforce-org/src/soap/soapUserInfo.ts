import type { Row } from '../core/types';
import type { WireServices } from '../http/WireServices';
import type { SoapValue } from './SoapFault';

/** GetUserInfoResult, also a part of LoginResult. */
export function userInfo(wire: WireServices, user: Row): SoapValue {
  const { org } = wire;
  const organization = org.store.get('Organization', org.organizationId);
  const textOf = (value: unknown) => (typeof value === 'string' ? value : null);
  return {
    accessibilityMode: false,
    chatterExternal: false,
    currencySymbol: '$',
    orgAttachmentFileSizeLimit: 26214400,
    orgDefaultCurrencyIsoCode: 'USD',
    orgDefaultCurrencyLocale: 'en_US',
    orgDisallowHtmlAttachments: false,
    orgHasPersonAccounts: false,
    organizationId: org.organizationId,
    organizationMultiCurrency: false,
    organizationName: textOf(organization?.Name) ?? '',
    profileId: textOf(user.ProfileId),
    roleId: textOf(user.UserRoleId),
    sessionSecondsValid: org.switches.sessionTimeoutSeconds,
    userDefaultCurrencyIsoCode: null,
    userEmail: textOf(user.Email),
    userFullName: textOf(user.Name) ?? textOf(user.LastName),
    userId: user.Id,
    userLanguage: textOf(user.LanguageLocaleKey),
    userLocale: textOf(user.LocaleSidKey),
    userName: textOf(user.Username),
    userTimeZone: textOf(user.TimeZoneSidKey),
    userType: textOf(user.UserType) ?? 'Standard',
    userUiSkin: 'Theme3',
  };
}
