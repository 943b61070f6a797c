/** Messages of "Connect my Salesforce", under the key `personal`. */
export const personalMessages = {
  title: 'My Salesforce',
  intro:
    'Connect your own Salesforce user, and what you look up is what Salesforce shows to you.',
  loading: 'Loading your connections',
  connect: 'Connect my Salesforce',
  connectAgain: 'Connect again',
  disconnect: 'Disconnect',
  state: {
    unavailable: 'Not offered',
    not_connected: 'Not connected',
    connected: 'Connected',
    expired: 'Connection ended',
  },
  as: 'as {{username}}',
  lastUsed: 'Last used',
  never: 'Not used yet',
  expired: 'The connection ended: {{reason}}.',
  disconnected: 'Disconnected from {{org}}. Your token is revoked and removed.',
  disconnectedUnconfirmed:
    'Disconnected from {{org}}. Your token is removed here, but Salesforce did not confirm its end. In Salesforce: your settings > Connections, revoke Salesdesk.',
  finishing: 'Finishing the login',
  finishedTitle: 'Your Salesforce is connected',
  finishedText:
    'What you look up in {{org}} is now what Salesforce shows to {{username}}.',
  finishedOrgTitle: 'The login worked',
  finishedOrgText:
    '{{org}} is connected with it. Its page shows what the check found.',
  toHome: 'Go on',
  toOrg: 'Open {{org}}',
  failedTitle: 'Nothing was connected',
  failedNext: 'Go back and begin again, or ask whoever looks after the org.',
  nothingHere: 'Salesforce sends you here after a login. There is none.',
} as const;
