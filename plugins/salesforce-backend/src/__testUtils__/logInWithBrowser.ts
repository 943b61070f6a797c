import { DEFAULT_PASSWORD } from '@salesdesk/salesforce-org';

/** What Salesforce hands back through the browser. */
export interface BroughtBack {
  /** The page to which it sent the browser. */
  page: string;
  state: string;
  code?: string;
  error?: string;
  errorDescription?: string;
}

/** Does at Salesforce's login page what a person does there. */
export async function logInWithBrowser(
  url: string,
  options: { username: string; decision?: 'allow' | 'deny' },
): Promise<BroughtBack> {
  const { username, decision = 'allow' } = options;
  const asked = new URL(url);
  const answer = await fetch(new URL(asked.pathname, asked), {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams([
      ...asked.searchParams,
      ['username', username],
      ['password', DEFAULT_PASSWORD],
      ['decision', decision],
    ]),
  });
  const location = answer.headers.get('location');
  if (!location) {
    throw new Error(`Salesforce did not send back: ${await answer.text()}`);
  }
  const back = new URL(location);
  const read = (name: string) => back.searchParams.get(name) ?? undefined;
  return {
    page: `${back.origin}${back.pathname}`,
    state: read('state') ?? '',
    code: read('code'),
    error: read('error'),
    errorDescription: read('error_description'),
  };
}
