import jsforce from 'jsforce';

// Public, as in app-config.yaml: they open the local org and nothing else.
const consumer = {
  client_id: '3MVG9demoSalesdeskClientCreds000000000002',
  client_secret: 'DEMO-CLIENT-CREDENTIALS-SECRET',
};

/** A bare jsforce connection as the integration user, as the floor uses it. */
export async function bareConnection(orgUrl) {
  const response = await fetch(`${orgUrl}/services/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      ...consumer,
    }),
  });
  const { access_token: accessToken } = await response.json();
  return new jsforce.Connection({
    instanceUrl: orgUrl,
    accessToken,
    version: '63.0',
  });
}

/** Calls the local org's control API. */
export async function control(orgUrl, method, path, body) {
  const response = await fetch(`${orgUrl}/__org${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) {
    throw new Error(`${method} /__org${path}: ${response.status} ${text}`);
  }
  return text ? JSON.parse(text) : undefined;
}

/** What the org was asked during some work: counted calls, and each request. */
export async function callsDuring(orgUrl, work) {
  await control(orgUrl, 'DELETE', '/requests');
  const result = await work();
  return { result, log: await control(orgUrl, 'GET', '/requests') };
}
