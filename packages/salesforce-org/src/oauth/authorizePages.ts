import type { Row } from '../core/types';
import { html, page, type Html } from '../pages/html';
import type { ConnectedApp } from './ConnectedApp';
import type { OauthError } from './OauthError';
import type { OauthRequest } from './OauthRequest';
import { DEFAULT_PASSWORD } from './PasswordStore';

/** What a step adds by itself and must not inherit from the one before. */
const OWN_FIELDS = ['username', 'password', 'ticket', 'decision'];

function carriedFields(request: OauthRequest): Html[] {
  return [...request.form]
    .filter(([name]) => !OWN_FIELDS.includes(name))
    .map(
      ([name, value]) =>
        html`<input type="hidden" name="${name}" value="${value}" />`,
    );
}

/** Step one: who are you? */
export function loginPage(options: {
  request: OauthRequest;
  app: ConnectedApp;
  failed?: boolean;
}): string {
  const { request, app, failed } = options;
  const username =
    request.form.get('username') ?? request.form.get('login_hint') ?? '';
  return page({
    title: 'Log In',
    body: html` <h1>Log In</h1>
      <p>${app.name} wants to act as you in this local Salesforce org.</p>
      ${failed
        ? html`<p class="error" role="alert">
            Please check your username and password. If you still can't log in,
            contact your Salesforce administrator.
          </p>`
        : ''}
      <form method="post" action="/services/oauth2/authorize">
        ${carriedFields(request)}
        <label
          >Username
          <input
            name="username"
            autocomplete="username"
            required
            value="${username}"
        /></label>
        <label
          >Password
          <input
            name="password"
            type="password"
            autocomplete="current-password"
            required
        /></label>
        <button type="submit">Log In</button>
      </form>
      <p class="note">
        Everybody's password here is ${DEFAULT_PASSWORD}, unless it was changed.
      </p>`,
  });
}

/** Step two: may it? */
export function consentPage(options: {
  request: OauthRequest;
  app: ConnectedApp;
  user: Row;
}): string {
  const { request, app, user } = options;
  const scopes = (request.form.get('scope') ?? app.scopes.join(' ')).split(
    /\s+/,
  );
  return page({
    title: 'Allow Access?',
    body: html` <h1>Allow Access?</h1>
      <p>${app.name} is asking to use, as ${user.Username}:</p>
      <ul>
        ${scopes.filter(Boolean).map(scope => html`<li>${scope}</li>`)}
      </ul>
      <form method="post" action="/services/oauth2/authorize">
        ${carriedFields(request)}
        <input
          type="hidden"
          name="ticket"
          value="${request.wire.authorizationCodes.issueTicket(user.Id)}"
        />
        <button type="submit" name="decision" value="allow">Allow</button>
        <button type="submit" name="decision" value="deny">Deny</button>
      </form>`,
  });
}

/** There is nowhere to send the browser back to. */
export function refusalPage(error: OauthError): string {
  return page({
    title: 'Authorization Error',
    body: html` <h1>We can't authorize you because of an OAuth error.</h1>
      <p>error=${error.error}</p>
      <p>error_description=${error.description}</p>`,
  });
}
