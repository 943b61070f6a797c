/**
 * What differs from one demo to the next: addresses, ports, the database. It
 * comes on top of app-config.yaml.
 */
export function demoConfig({ appUrl, backendUrl, orgUrl, host, database }) {
  return {
    app: { baseUrl: appUrl, listen: { host } },
    backend: {
      baseUrl: backendUrl,
      listen: { host, port: Number(new URL(backendUrl).port) },
      cors: { origin: appUrl },
      database,
    },
    salesforce: { orgs: { acme: { credentials: { loginUrl: orgUrl } } } },
  };
}
