import type { LoadContext } from '../LoadContext';
import type { UserSpec } from '../people/UserSpec';

/** Service users of the demo org. */
export const demoServiceUsers = {
  integration: 'integration@acme.com',
  billing: 'svc.billing@acme.com',
} as const;

/** Describes the service users: on the Integration licence, API only. */
export function demoServiceSpecs({ time }: LoadContext): UserSpec[] {
  const service = (
    lastName: string,
    email: string,
    lastLogin: string,
  ): UserSpec => ({
    firstName: null,
    lastName,
    email,
    profile: 'Minimum Access - API Only Integrations',
    title: 'Service user',
    department: 'IT',
    isActive: true,
    lastLogin,
    created: time.datetime(-500),
    timeZone: 'GMT',
    locale: 'en_US',
    language: 'en_US',
    country: 'United States',
  });
  return [
    service(
      'Salesdesk Integration',
      demoServiceUsers.integration,
      time.datetime(-0.01),
    ),
    service('Billing Service', demoServiceUsers.billing, time.datetime(-0.3)),
  ];
}
