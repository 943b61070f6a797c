/** The running demo: the portal, its API and the local Salesforce org. */
export interface Demo {
  appUrl: string;
  backendUrl: string;
  orgUrl: string;
}

/** The demo that `npm test` has started, by the addresses that it hands on. */
export function runningDemo(): Demo {
  const addresses = process.env.SALESDESK_DEMO;
  if (!addresses) {
    throw new Error(
      'No demo is running: start the journeys with "npm test -- --only journeys"',
    );
  }
  return JSON.parse(addresses);
}
