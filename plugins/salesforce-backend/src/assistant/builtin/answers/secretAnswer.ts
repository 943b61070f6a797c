import type { Answerer } from './answerQuestion';

const asks =
  /\b(?:show|tell|give|what|whats|what's|see|read|list|find|display|know)\b.*\b(?:passwords?|passcodes?|security tokens?|access tokens?|session ids?|secrets?)\b/;

const isAbout =
  /\b(?:reset|resets|link|changed?|expired?|expires|policy|policies|last|new|send|sessions|fields?|picklist|object)\b/;

/** "What is Dan's password?": nobody reads that, and nobody can. */
export const secretAnswer: Answerer = async ({ plain }) =>
  asks.test(plain) && !isAbout.test(plain)
    ? [
        {
          kind: 'refusal',
          reason:
            'Passwords and tokens cannot be read by anybody, here or in Salesforce. A password can be reset: Salesforce mails the link to its owner.',
          instead: ['Send me a password reset link'],
        },
      ]
    : undefined;
