import {
  address,
  auditFields,
  checkbox,
  createOnly,
  datetime,
  defaulted,
  email,
  integer,
  modifiedFields,
  personName,
  phone,
  readOnly,
  reference,
  required,
  restrictedPicklist,
  text,
  textArea,
  url,
  viewedFields,
} from '../fields';
import type { ObjectSpecification } from '../specification';
import { emailEncodings, languages, locales, timeZones } from './locales';
import { userTypes } from './profiles';

const featureLicenses = `MarketingUser OfflineUser AvantgoUser
CallCenterAutoLogin MobileUser SFContentUser KnowledgeUser InteractionUser
SupportUser`.split(/\s+/);

const preferences = `ActivityRemindersPopup EventRemindersCheckboxDefault
TaskRemindersCheckboxDefault ReminderSoundOff DisableAllFeedsEmail
DisableFollowersEmail DisableProfilePostEmail DisableChangeCommentEmail
DisableLaterCommentEmail DisProfPostCommentEmail ContentNoEmail
ContentEmailAsAndWhen ApexPagesDeveloperMode HideCSNGetChatterMobileTask
DisableMentionsPostEmail DisMentionsCommentEmail HideCSNDesktopTask
HideChatterOnboardingSplash HideSecondChatterOnboardingSplash
DisCommentAfterLikeEmail DisableLikeEmail SortFeedByComment
DisableMessageEmail DisableBookmarkEmail DisableSharePostEmail
EnableAutoSubForFeeds DisableFileShareNotificationsForApi
ShowTitleToExternalUsers ShowManagerToExternalUsers ShowEmailToExternalUsers
ShowWorkPhoneToExternalUsers ShowMobilePhoneToExternalUsers
ShowFaxToExternalUsers ShowStreetAddressToExternalUsers
ShowCityToExternalUsers ShowStateToExternalUsers
ShowPostalCodeToExternalUsers ShowCountryToExternalUsers
ShowProfilePicToGuestUsers ShowTitleToGuestUsers ShowCityToGuestUsers
ShowStateToGuestUsers ShowPostalCodeToGuestUsers ShowCountryToGuestUsers
HideS1BrowserUI DisableEndorsementEmail PathAssistantCollapsed
CacheDiagnostics ShowEmailToGuestUsers ShowManagerToGuestUsers
ShowWorkPhoneToGuestUsers ShowMobilePhoneToGuestUsers ShowFaxToGuestUsers
ShowStreetAddressToGuestUsers LightningExperiencePreferred PreviewLightning
HideEndUserOnboardingAssistantModal HideLightningMigrationModal
HideSfxWelcomeMat HideBiggerPhotoCallout GlobalNavBarWTShown
GlobalNavGridMenuWTShown CreateLEXAppsWTShown FavoritesWTShown
RecordHomeSectionCollapseWTShown RecordHomeReservedWTShown
FavoritesShowTopFavorites ExcludeMailAppAttachments SuppressTaskSFXReminders
SuppressEventSFXReminders PreviewCustomTheme HasCelebrationBadge
UserDebugModePref NewLightningReportRunPageEnabled`.split(/\s+/);

const digestFrequencies = [
  { value: 'D', label: 'Daily' },
  { value: 'W', label: 'Weekly' },
  { value: 'N', label: 'Never', default: true },
];

const user: ObjectSpecification = {
  name: 'User',
  keyPrefix: '005',
  setup: true,
  sharingModel: 'not_shared',
  without: ['delete', 'merge'],
  systemPermissions: { create: ['ManageUsers', 'ManageInternalUsers'] },
  fields: [
    text('Username', 80, {
      ...required,
      unique: true,
      idLookup: true,
      label: 'Username',
    }),
    ...personName({ salutation: false }),
    text('CompanyName', 80),
    text('Division', 80),
    text('Department', 80),
    text('Title', 80),
    ...address(''),
    email('Email', { ...required, length: 128, idLookup: true }),
    checkbox('EmailPreferencesAutoBcc', { defaultValue: true }),
    checkbox('EmailPreferencesAutoBccStayInTouch'),
    checkbox('EmailPreferencesStayInTouchReminder', { defaultValue: true }),
    email('SenderEmail', { label: 'Email Sender Address' }),
    text('SenderName', 80, { label: 'Email Sender Name' }),
    textArea('Signature', 1333, { label: 'Email Signature' }),
    text('StayInTouchSubject', 80),
    textArea('StayInTouchSignature', 512),
    text('StayInTouchNote', 512),
    phone('Phone'),
    phone('Fax'),
    phone('MobilePhone', { label: 'Mobile' }),
    text('Alias', 8, required),
    text('CommunityNickname', 40, {
      ...defaulted,
      unique: true,
      label: 'Nickname',
    }),
    text('BadgeText', 80, {
      ...readOnly,
      label: 'User Photo badge text overlay',
    }),
    checkbox('IsActive', { defaultValue: true }),
    restrictedPicklist('TimeZoneSidKey', [...timeZones], {
      ...required,
      label: 'Time Zone',
    }),
    reference('UserRoleId', 'UserRole', {
      label: 'Role ID',
      childRelationshipName: 'Users',
    }),
    restrictedPicklist('LocaleSidKey', [...locales], {
      ...required,
      label: 'Locale',
    }),
    checkbox('ReceivesInfoEmails', { label: 'Info Emails' }),
    checkbox('ReceivesAdminInfoEmails', { label: 'Admin Info Emails' }),
    restrictedPicklist('EmailEncodingKey', [...emailEncodings], {
      ...required,
      label: 'Email Encoding',
    }),
    reference('ProfileId', 'Profile', {
      ...required,
      childRelationshipName: 'Users',
    }),
    restrictedPicklist('UserType', userTypes, readOnly),
    restrictedPicklist('LanguageLocaleKey', [...languages], {
      ...required,
      label: 'Language',
    }),
    text('EmployeeNumber', 20),
    reference('DelegatedApproverId', ['Group', 'User'], {
      relationshipName: null,
      childRelationshipName: 'DelegatedUsers',
    }),
    reference('ManagerId', 'User', { childRelationshipName: 'ManagedUsers' }),
    datetime('LastLoginDate', { ...readOnly, label: 'Last Login' }),
    datetime('LastPasswordChangeDate', {
      ...readOnly,
      label: 'Last Password Change or Reset',
    }),
    ...auditFields(),
    integer('NumberOfFailedLogins', 9, {
      ...readOnly,
      label: 'Failed Login Attempts',
    }),
    datetime('SuAccessExpirationDate', readOnly),
    datetime('OfflineTrialExpirationDate', readOnly),
    datetime('OfflinePdaTrialExpirationDate', readOnly),
    ...featureLicenses.map(name => checkbox(`UserPermissions${name}`)),
    checkbox('ForecastEnabled', { label: 'Allow Forecasting' }),
    ...preferences.map(name =>
      checkbox(`UserPreferences${name}`, { label: name }),
    ),
    reference('ContactId', 'Contact', {
      ...createOnly,
      childRelationshipName: 'Users',
    }),
    reference('AccountId', 'Account', {
      ...readOnly,
      childRelationshipName: 'Users',
    }),
    reference('CallCenterId', 'CallCenter', { relationshipName: null }),
    phone('Extension'),
    restrictedPicklist(
      'PortalRole',
      ['Executive', 'Manager', 'Worker', 'PersonAccount'],
      createOnly,
    ),
    checkbox('IsPortalEnabled', readOnly),
    checkbox('IsPortalSelfRegistered', readOnly),
    text('FederationIdentifier', 512, {
      unique: true,
      caseSensitive: true,
      idLookup: true,
      label: 'SAML Federation ID',
    }),
    textArea('AboutMe', 1000, { label: 'About Me' }),
    url('FullPhotoUrl', 1024, readOnly),
    url('SmallPhotoUrl', 1024, { ...readOnly, label: 'Photo' }),
    checkbox('IsExtIndicatorVisible', readOnly),
    text('OutOfOfficeMessage', 40, readOnly),
    url('MediumPhotoUrl', 1024, readOnly),
    restrictedPicklist('DigestFrequency', digestFrequencies, defaulted),
    restrictedPicklist(
      'DefaultGroupNotificationFrequency',
      [
        { value: 'P', label: 'Email on Each Post' },
        { value: 'D', label: 'Daily Digests' },
        { value: 'W', label: 'Weekly Digests' },
        { value: 'N', label: 'Never', default: true },
      ],
      defaulted,
    ),
    ...viewedFields(),
    url('BannerPhotoUrl', 1024, readOnly),
    url('SmallBannerPhotoUrl', 1024, readOnly),
    url('MediumBannerPhotoUrl', 1024, readOnly),
    checkbox('IsProfilePhotoActive', readOnly),
    reference('IndividualId', 'Individual', { relationshipName: null }),
  ],
};

/** Needs Manage Users to be seen; a user may have no row. */
const userLogin: ObjectSpecification = {
  name: 'UserLogin',
  keyPrefix: '0Yw',
  setup: true,
  without: ['create', 'delete', 'search', 'layout'],
  systemPermissions: {
    read: ['ManageUsers', 'FreezeUsers', 'ResetPasswords'],
    edit: ['ManageUsers', 'FreezeUsers', 'ResetPasswords'],
  },
  fields: [
    reference('UserId', 'User', { ...readOnly, relationshipName: null }),
    checkbox('IsFrozen', { label: 'Frozen' }),
    checkbox('IsPasswordLocked', { label: 'Password Locked' }),
    ...modifiedFields(),
  ],
};

const twoFactorMethodsInfo: ObjectSpecification = {
  name: 'TwoFactorMethodsInfo',
  keyPrefix: '0Kg',
  setup: true,
  without: ['create', 'update', 'delete', 'search', 'layout'],
  systemPermissions: { read: ['TwoFactorApi'] },
  fields: [
    reference('UserId', 'User', readOnly),
    checkbox('HasTotp', readOnly),
    checkbox('HasU2F', readOnly),
    checkbox('HasSalesforceAuthenticator', readOnly),
    checkbox('HasBuiltInAuthenticator', readOnly),
    checkbox('HasSecurityKey', readOnly),
    checkbox('HasTempCode', readOnly),
    checkbox('HasUserVerifiedEmailAddress', readOnly),
    checkbox('HasUserVerifiedMobileNumber', readOnly),
    checkbox('HasVerifiedMobileNumber', readOnly),
  ],
};

export const userObjects: readonly ObjectSpecification[] = [
  user,
  userLogin,
  twoFactorMethodsInfo,
];
