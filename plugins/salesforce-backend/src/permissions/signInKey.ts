import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/** One sign-in of one person, as a key to what is known of it. */
export function signInKey(
  ref: string,
  credentials: BackstageCredentials,
): string {
  return `${ref} ${credentials.expiresAt?.getTime() ?? ''}`;
}
