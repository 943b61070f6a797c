import {
  auditFields,
  checkbox,
  createdFields,
  datetime,
  decimal,
  deletedField,
  integer,
  modifiedFields,
  readOnly,
  reference,
  required,
  restrictedPicklist,
  text,
  textArea,
} from '../fields';
import type { ObjectSpecification } from '../specification';

const nobodyWrites: ObjectSpecification['without'] = [
  'create',
  'update',
  'delete',
  'search',
  'layout',
];

const loginHistory: ObjectSpecification = {
  name: 'LoginHistory',
  label: 'Login History',
  keyPrefix: '0Ya',
  setup: true,
  without: nobodyWrites,
  fields: [
    reference('UserId', 'User', { ...readOnly, relationshipName: null }),
    datetime('LoginTime', { ...required, ...readOnly }),
    restrictedPicklist(
      'LoginType',
      [
        { value: 'Application', label: 'Application' },
        { value: '3', label: 'Partner Product' },
        { value: 'A', label: 'Remote Access 2.0' },
        { value: 'i', label: 'Remote Access 2.0' },
        { value: 's', label: 'SAML Sfdc Initiated SSO' },
      ],
      { ...readOnly, restrictedPicklist: false },
    ),
    text('SourceIp', 39, readOnly),
    text('LoginUrl', 1024, { ...readOnly, label: 'Login URL' }),
    reference('AuthenticationServiceId', 'AuthConfig', {
      ...readOnly,
      relationshipName: null,
    }),
    reference('LoginGeoId', 'LoginGeo', readOnly),
    text('TlsProtocol', 20, { ...readOnly, label: 'TLS Protocol' }),
    text('CipherSuite', 64, { ...readOnly, label: 'TLS Cipher Suite' }),
    text('Browser', 64, readOnly),
    text('Platform', 64, readOnly),
    text('Status', 128, readOnly),
    text('Application', 64, readOnly),
    text('ClientVersion', 64, readOnly),
    text('ApiType', 64, { ...readOnly, label: 'API Type' }),
    text('ApiVersion', 32, { ...readOnly, label: 'API Version' }),
    text('CountryIso', 3, { ...readOnly, label: 'Country Code' }),
    text('AuthMethodReference', 255, readOnly),
    text('NetworkId', 18, readOnly),
  ],
};

const loginGeo: ObjectSpecification = {
  name: 'LoginGeo',
  label: 'Login Geo Data',
  keyPrefix: '04F',
  setup: true,
  without: nobodyWrites,
  fields: [
    ...auditFields(),
    deletedField(),
    datetime('LoginTime', { ...required, ...readOnly }),
    text('CountryIso', 2, readOnly),
    text('Country', 100, readOnly),
    decimal('Latitude', 18, 15, readOnly),
    decimal('Longitude', 18, 15, readOnly),
    text('City', 100, readOnly),
    text('PostalCode', 20, readOnly),
    text('Subdivision', 100, readOnly),
  ],
};

/** The column is `UsersId`, really. Deleting a row ends the session. */
const authSession: ObjectSpecification = {
  name: 'AuthSession',
  label: 'Auth Session',
  keyPrefix: '0Ak',
  setup: true,
  without: ['create', 'update', 'undelete', 'search', 'layout'],
  fields: [
    reference('UsersId', 'User', readOnly),
    createdFields()[0],
    modifiedFields()[0],
    integer('NumSecondsValid', 9, { ...required, ...readOnly }),
    restrictedPicklist('UserType', ['Standard', 'Guest', 'AutomatedProcess'], {
      ...required,
      ...readOnly,
    }),
    text('SourceIp', 39, { ...required, ...readOnly }),
    restrictedPicklist(
      'LoginType',
      ['Application', 'Partner Product', 'Remote Access 2.0', 'SAML'],
      { ...readOnly, restrictedPicklist: false },
    ),
    restrictedPicklist(
      'SessionType',
      [
        'API',
        'APIOnlyUser',
        'Aura',
        'Content',
        'OauthApprovalUI',
        'Oauth2',
        'SiteStudio',
        'SubstituteUser',
        'TempContentExchange',
        'TempOauthAccessTokenFrontdoor',
        'TempVisualforceExchange',
        'TempUIFrontdoor',
        'UI',
        'UserSite',
        'Visualforce',
        'WDC_API',
      ],
      readOnly,
    ),
    restrictedPicklist(
      'SessionSecurityLevel',
      ['STANDARD', 'HIGH_ASSURANCE', 'LOW'],
      readOnly,
    ),
    textArea('LogoutUrl', 1500, readOnly),
    reference('ParentId', 'AuthSession', {
      ...readOnly,
      relationshipName: null,
    }),
    reference('LoginHistoryId', 'LoginHistory', readOnly),
    reference('LoginGeoId', 'LoginGeo', readOnly),
    text('LoginDomain', 255, readOnly),
    checkbox('IsCurrent', readOnly),
  ],
};

/** `Id` is always null in answers; tokens are revoked, never deleted. */
const oauthToken: ObjectSpecification = {
  name: 'OauthToken',
  label: 'OAuth Token',
  keyPrefix: '0CQ',
  setup: true,
  without: [...nobodyWrites, 'retrieve'],
  fields: [
    text('AccessToken', 1024, {
      ...readOnly,
      filterable: false,
      sortable: false,
      groupable: false,
    }),
    reference('UserId', 'User', readOnly),
    text('RequestToken', 1024, {
      ...readOnly,
      filterable: false,
      sortable: false,
      groupable: false,
    }),
    datetime('CreatedDate', readOnly),
    text('AppName', 255, readOnly),
    datetime('LastUsedDate', readOnly),
    integer('UseCount', 9, readOnly),
    text('DeleteToken', 1024, readOnly),
    reference('AppMenuItemId', 'AppMenuItem', readOnly),
  ],
};

const appMenuItem: ObjectSpecification = {
  name: 'AppMenuItem',
  keyPrefix: '0DS',
  setup: true,
  without: nobodyWrites,
  fields: [
    deletedField(),
    ...auditFields(),
    integer('SortOrder', 9, { ...required, ...readOnly }),
    text('Name', 120, { ...readOnly, nameField: true }),
    text('NamespacePrefix', 15, readOnly),
    text('Label', 255, readOnly),
    text('Description', 500, readOnly),
    text('StartUrl', 1024, readOnly),
    restrictedPicklist(
      'Type',
      ['TabSet', 'ConnectedApplication', 'ServiceProvider', 'Network'],
      readOnly,
    ),
    {
      name: 'ApplicationId',
      type: 'reference',
      referenceTo: ['ConnectedApplication'],
      relationshipName: null,
      readOnly: true,
    },
    checkbox('IsVisible', readOnly),
    checkbox('IsAccessible', readOnly),
  ],
};

const connectedApplication: ObjectSpecification = {
  name: 'ConnectedApplication',
  label: 'Connected App',
  keyPrefix: '0H4',
  setup: true,
  without: ['create', 'delete', 'search', 'layout'],
  systemPermissions: {
    read: ['CustomizeApplication', 'ManageConnectedApps'],
    edit: ['CustomizeApplication', 'ManageConnectedApps'],
  },
  fields: [
    text('Name', 80, {
      ...required,
      nameField: true,
      label: 'Connected App Name',
    }),
    ...auditFields(),
    checkbox('OptionsAllowAdminApprovedUsersOnly'),
    checkbox('OptionsRefreshTokenValidityMetric'),
    checkbox('OptionsHasSessionLevelPolicy'),
    checkbox('OptionsIsInternal', readOnly),
    checkbox('OptionsFullContentPushNotifications', readOnly),
    checkbox('OptionsCodeCredentialGuestEnabled'),
    checkbox('OptionsAppIssueJwtTokenEnabled'),
    checkbox('OptionsTokenExchangeManageBitEnabled'),
    restrictedPicklist('MobileSessionTimeout', ['1', '5', '10', '30']),
    restrictedPicklist('PinLength', ['4', '5', '6', '7', '8']),
    text('StartUrl', 1024),
    text('MobileStartUrl', 1024),
    integer('RefreshTokenValidityPeriod', 9),
    text('UvidTimeout', 18, readOnly),
  ],
};

const setupAuditTrail: ObjectSpecification = {
  name: 'SetupAuditTrail',
  label: 'Setup Audit Trail Entry',
  labelPlural: 'Setup Audit Trail Entries',
  keyPrefix: '0Ym',
  setup: true,
  without: nobodyWrites,
  systemPermissions: { read: ['ViewSetup'] },
  fields: [
    text('Action', 40, { ...required, ...readOnly }),
    text('Section', 255, readOnly),
    ...createdFields(),
    text('Display', 1024, readOnly),
    text('DelegateUser', 255, readOnly),
    text('ResponsibleNamespacePrefix', 80, readOnly),
    text('CreatedByContext', 255, readOnly),
    text('CreatedByIssuer', 255, readOnly),
  ],
};

export const sessionObjects: readonly ObjectSpecification[] = [
  loginHistory,
  loginGeo,
  authSession,
  oauthToken,
  appMenuItem,
  connectedApplication,
  setupAuditTrail,
];
