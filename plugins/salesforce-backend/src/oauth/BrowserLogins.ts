import { SalesdeskError } from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { consumeFlow } from '../database/operations/oauthFlows/consumeFlow';
import { findFlow } from '../database/operations/oauthFlows/findFlow';
import { forgetFlows } from '../database/operations/oauthFlows/forgetFlows';
import { insertFlow } from '../database/operations/oauthFlows/insertFlow';
import type { OauthFlowRow } from '../database/tables';
import {
  authorizeUrl,
  exchangeCode,
  type IssuedToken,
  type LoginApp,
} from '../gateway';
import type { CredentialSealer } from '../orgs/CredentialSealer';

/*
 * Logging in to Salesforce with a browser (OAuth's web-server flow with PKCE).
 *
 * 1. Somebody who is signed in at the portal begins. A state (32 random bytes)
 *    and a verifier are made; the database keeps the hash of the state, who
 *    began, for which org and what, and, sealed, the verifier and the app. The
 *    browser gets the address of Salesforce's login page.
 * 2. Salesforce sends the browser back to a page of the portal, which hands
 *    code and state on with a call of its own, as the person who is signed in
 *    there. No route of the backend is open to the world, and no cookie
 *    decides anything.
 * 3. The call completes what that person began, once, within ten minutes.
 *
 * What this keeps out:
 * - Somebody sends their own login link to a colleague, to get hold of the
 *   colleague's Salesforce user. The colleague's browser comes back to the
 *   colleague's portal session, for whom nothing was begun with that state.
 * - Somebody slips their own code into a colleague's browser. They do not know
 *   a state that the colleague began.
 * - A stolen code. It is worth nothing without the verifier, which never leaves
 *   the backend.
 * - A state that is used again, or too late. The row is gone.
 * - Being sent elsewhere. The way back is configured; no parameter names it.
 * - One org answering for another. The app and the address at which the code is
 *   redeemed are those with which the login began.
 */

/** How long a login may take. Salesforce's own codes live for 15 minutes. */
const lifetime = 10 * 60_000;

/** What is sealed while somebody logs in. */
interface SealedFlow {
  app: LoginApp;
  verifier: string;
  redirectUri: string;
}

/** A login that Salesforce has confirmed. */
export interface CompletedFlow {
  purpose: OauthFlowRow['purpose'];
  orgId: string;
  app: LoginApp;
  token: IssuedToken;
}

/** @see BrowserLogins */
export interface BrowserLoginsOptions {
  knex: Knex;
  sealer: CredentialSealer;
  /** The page of the portal to which Salesforce sends browsers back. */
  redirectUri: string | undefined;
  now: () => Date;
  randomBytes: (length: number) => Buffer;
  /** Milliseconds for a call to Salesforce. */
  timeout: number;
}

/** Logins through a browser, on any replica, from beginning to end. */
export class BrowserLogins {
  readonly #options: BrowserLoginsOptions;

  static create(options: BrowserLoginsOptions): BrowserLogins {
    return new BrowserLogins(options);
  }

  private constructor(options: BrowserLoginsOptions) {
    this.#options = options;
  }

  /** What has to be registered as callback URL of the app in Salesforce. */
  get redirectUri(): string | undefined {
    return this.#options.redirectUri;
  }

  /** Throws ConflictError where nothing can be sealed, or nobody sent back. */
  async begin(options: {
    purpose: OauthFlowRow['purpose'];
    personRef: string;
    orgId: string;
    app: LoginApp;
    loginHint?: string;
  }): Promise<{ url: string; expiresAt: string }> {
    const { purpose, personRef, orgId, app, loginHint } = options;
    const { knex, sealer, redirectUri, now, randomBytes } = this.#options;
    if (!redirectUri) {
      throw new SalesdeskError(
        'ConflictError',
        'Nobody can log in with a browser: the configuration says neither app.baseUrl nor salesforce.oauth.callbackUrl, so Salesforce would not know the way back',
        { code: 'wrong_state' },
      );
    }
    const state = randomBytes(32).toString('base64url');
    const verifier = randomBytes(64).toString('base64url');
    const stateHash = hashOf(state);
    const flow: SealedFlow = { app, verifier, redirectUri };
    const { sealed } = await sealer.sealValue({
      place: placeOf(stateHash),
      value: flow,
    });
    const at = now();
    const expiresAt = new Date(at.getTime() + lifetime).toISOString();
    await knex.transaction(async transaction => {
      await forgetFlows({
        knex: transaction,
        personRef,
        orgId,
        purpose,
        at: at.toISOString(),
      });
      await insertFlow({
        knex: transaction,
        row: {
          state_hash: stateHash,
          purpose,
          person_ref: personRef,
          org_id: orgId,
          sealed,
          created_at: at.toISOString(),
          expires_at: expiresAt,
        },
      });
    });
    const url = authorizeUrl({ app, redirectUri, state, verifier, loginHint });
    return { url, expiresAt };
  }

  /**
   * Redeems what Salesforce sent back. Throws ConflictError `login_expired` for
   * a state that this person did not begin, that is used or too old, and
   * InputError `login_refused` when Salesforce or the person said no.
   */
  async complete(options: {
    personRef: string;
    state: string;
    code?: string;
    error?: string;
    errorDescription?: string;
  }): Promise<CompletedFlow> {
    const { personRef, state, code, error, errorDescription } = options;
    const { knex, sealer, now, timeout } = this.#options;
    const stateHash = hashOf(state);
    const row = await findFlow({
      knex,
      stateHash,
      personRef,
      at: now().toISOString(),
    });
    // once: also when several browsers, or replicas, bring it at once
    if (!row || (await consumeFlow({ knex, stateHash })) === 'gone') {
      throw new SalesdeskError(
        'ConflictError',
        'This login is not one that you began, or it was used already, or it took longer than ten minutes. Begin again',
        { code: 'login_expired' },
      );
    }
    if (error || !code) {
      throw loginRefused(error ?? 'no_code', errorDescription ?? '');
    }
    const { app, verifier, redirectUri } = await sealer.openValue<SealedFlow>({
      place: placeOf(stateHash),
      sealed: row.sealed,
    });
    const token = await exchangeCode({
      app,
      redirectUri,
      code,
      verifier,
      timeout,
    });
    return { purpose: row.purpose, orgId: row.org_id, app, token };
  }
}

function hashOf(state: string): string {
  return createHash('sha256').update(state).digest('hex');
}

function placeOf(stateHash: string): string {
  return `oauth-flow ${stateHash}`;
}

/** What the authorize page says on the way back, in words. */
function loginRefused(error: string, description: string): SalesdeskError {
  return new SalesdeskError('InputError', sentenceFor(error, description), {
    code: 'login_refused',
    details: [error, description].filter(Boolean).join(': '),
  });
}

function sentenceFor(error: string, description: string): string {
  if (/installed/i.test(description)) {
    return 'The app is not installed in the org. Since September 2025 Salesforce lets nobody authorise an app that is not installed. A Salesforce admin installs it: Setup > Apps > Connected Apps > Connected Apps OAuth Usage > the app > Install';
  }
  switch (error.replace('-', '_')) {
    case 'access_denied':
      return 'You pressed Deny in Salesforce, so nothing was connected';
    case 'OAUTH_APP_ACCESS_DENIED':
    case 'invalid_app_access':
      return 'The app admits only users whom a Salesforce admin has approved. They add your profile or one of your permission sets: Setup > Apps > External Client Apps > External Client App Manager > the app > Policies > App Policies';
    case 'OAUTH_EC_APP_NOT_FOUND':
    case 'app_not_found':
      return 'The external client app does not exist in the org that you logged in to';
    case 'unsupported_response_type':
      return 'The app does not offer logins with a browser. A Salesforce admin ticks it: the app > Settings > OAuth Settings > Enable Authorization Code and Credentials Flow';
    default:
      return 'Salesforce did not let the login through';
  }
}
