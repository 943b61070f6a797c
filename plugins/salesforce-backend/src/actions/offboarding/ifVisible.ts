import { GatewayError } from '@salesdesk/backstage-plugin-salesforce-node';

const invisible = new Set(['invalid_query', 'not_permitted', 'not_found']);

/**
 * What a question answers, or undefined where the org has no such thing or
 * does not show it to the integration user. Every other failure is thrown.
 */
export async function ifVisible<T>(
  question: Promise<T>,
): Promise<T | undefined> {
  try {
    return await question;
  } catch (error) {
    if (error instanceof GatewayError && invisible.has(error.failure)) {
      return undefined;
    }
    throw error;
  }
}
