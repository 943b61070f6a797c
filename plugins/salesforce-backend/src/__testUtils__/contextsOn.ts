import { CursorSealer } from '../actions/CursorSealer';
import { DefaultActionContexts } from '../actions/DefaultActionContexts';
import { DefaultRunQueryAs, noPersonalReaders } from '../data';
import type { JsforceGateway } from '../gateway';
import type { GatewayProvider } from '../orgs';
import type { CatalogPersonService } from '../people';

/** Contexts as the plugin makes them, on one org called `acme`. */
export function contextsOn(options: {
  gateway: JsforceGateway;
  people: CatalogPersonService;
  byEmail: boolean;
  now: () => Date;
}): DefaultActionContexts {
  const { gateway, now } = options;
  const gateways: GatewayProvider = {
    forOrg: async () => gateway,
    connect: async () => {
      const { instanceUrl, userId } = await gateway.identity();
      return {
        gateway,
        integrationUserId: userId,
        isCurrent: async () => true,
        org: { id: 'acme', title: 'Acme', apiVersion: '63.0', instanceUrl },
      };
    },
  };
  return DefaultActionContexts.create({
    ...options,
    gateways,
    data: DefaultRunQueryAs.create({
      gateways,
      users: { userIdOf: async () => undefined },
      personal: noPersonalReaders,
      now,
    }),
    cursors: CursorSealer.create({ keys: [] }),
  });
}
