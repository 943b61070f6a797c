import type { Me } from '@salesdesk/backstage-plugin-salesforce-common';
import type { Router } from 'express';
import type { AuthorizedInventory } from '../permissions/AuthorizedInventory';
import type { Caller } from '../permissions/Caller';
import { operationInput } from './operationInput';
import type { RouteContext } from './RouteContext';

/** Who is asking, and who is who in Salesforce. */
export function addPeopleRoutes(options: {
  router: Router;
  context: RouteContext;
  inventory: AuthorizedInventory;
  describeMe(caller: Caller): Promise<Me>;
}): void {
  const { router, context, inventory } = options;

  router.get('/me', async (req, res) => {
    res.json(await options.describeMe(await context.caller(req)));
  });

  router.get('/salesforce-users', async (req, res) => {
    const { query } = operationInput('GetSalesforceUsersOfPerson', req);
    const caller = await context.caller(req);
    res.json(
      await inventory.salesforceUsersOf(
        { personRef: query.person },
        { caller },
      ),
    );
  });
}
