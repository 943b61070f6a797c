import { waitUntil } from '../waitUntil.mjs';

/** Asks our API, as the guest of the new app, which orgs there are. */
export async function checkApi({ portal: { url, token, backend } }) {
  await waitUntil({
    what: 'our API names the org that the guide connects',
    service: backend,
    timeoutSeconds: 60,
    ready: async () => {
      const answer = await fetch(`${url}/api/salesforce/orgs`, {
        headers: { authorization: `Bearer ${token}` },
      });
      return answer.ok && (await answer.text()).includes('"acme"');
    },
  });
}
