/**
 * Signs in to the demo.
 *
 * @returns a Backstage token, good for an hour
 */
export async function fetchToken({ backendUrl, userEntityRef }) {
  const answer = await fetch(`${backendUrl}/api/auth/demo/refresh`, {
    headers: { 'x-demo-user': userEntityRef },
  });
  if (!answer.ok) {
    throw new Error(
      `"${userEntityRef}" could not sign in: ${
        answer.status
      } ${await answer.text()}`,
    );
  }
  return (await answer.json()).backstageIdentity.token;
}
