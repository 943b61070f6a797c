import express, { type Router } from 'express';
import { normalizeId } from '../core/ids';
import type { Row } from '../core/types';
import type { WireServices } from '../http/WireServices';
import { html, page, type Html } from './html';

/** Objects that the front page counts. */
const FRONT_PAGE_OBJECTS = [
  'User',
  'PermissionSet',
  'Group',
  'Account',
  'Contact',
  'Lead',
  'Opportunity',
  'Case',
  'Asset',
];

/**
 * Small pages for people who follow a link to a record. They show records as
 * the org itself sees them, without a login: this is no user interface.
 */
export function pagesRouter(wire: WireServices): Router {
  const router = express.Router();
  router.get('/', (_request, response) => {
    response.type('html').send(frontPage(wire));
  });
  // the pages need no login, so the door is open; it leads nowhere else
  router.get('/secur/frontdoor.jsp', (request, response) => {
    const { startURL } = request.query;
    const isOwn = typeof startURL === 'string' && /^\/?[^/\\:]/.test(startURL);
    response.redirect(isOwn ? `/${startURL.replace(/^\//, '')}` : '/');
  });
  router.get('/lightning/r/:object/:id/view', (request, response, next) => {
    const found = recordPage(wire, request.params.id);
    return found ? response.type('html').send(found) : next();
  });
  router.get('/:id([a-zA-Z0-9]{15,18})', (request, response, next) => {
    const found = recordPage(wire, request.params.id);
    return found ? response.type('html').send(found) : next();
  });
  return router;
}

function frontPage(wire: WireServices): string {
  const { org } = wire;
  const organization = org.store.get('Organization', org.organizationId);
  const counts = FRONT_PAGE_OBJECTS.filter(name => org.schema.get(name));
  return page({
    title: String(organization?.Name ?? 'Salesforce'),
    body: html` <h1>${organization?.Name ?? 'Salesforce'}</h1>
      <p>
        This is a local Salesforce org. It answers the Salesforce APIs below
        <code>/services</code>; its own API is below <code>/__org</code>.
      </p>
      <table>
        ${counts.map(
          name =>
            html`<tr>
              <th scope="row">${name}</th>
              <td>${org.store.count(name)}</td>
            </tr>`,
        )}
      </table>`,
  });
}

function recordPage(wire: WireServices, text: string): string | undefined {
  const { schema, store } = wire.org;
  const id = normalizeId(text);
  const object =
    id === undefined ? undefined : schema.byKeyPrefix(id.slice(0, 3));
  const row = id && object ? store.get(object.name, id) : undefined;
  if (!object || !row) {
    return undefined;
  }
  const rows = object.fields
    .filter(field => row[field.name] !== undefined && row[field.name] !== null)
    .map(
      field =>
        html`<tr>
          <th scope="row">${field.label}</th>
          <td>${valueOf(wire, row, field.name)}</td>
        </tr>`,
    );
  const title = nameOf(row) ?? row.Id;
  return page({
    title: `${title} | ${object.label}`,
    body: html` <p><a href="/">Local Salesforce org</a> / ${object.label}</p>
      <h1>${title}</h1>
      ${row.IsDeleted === true
        ? html`<p class="error">This record is in the recycle bin.</p>`
        : ''}
      <table>
        ${rows}
      </table>
      <p class="note">Shown as the org itself sees it.</p>`,
  });
}

/** References become links that say the other record's name. */
function valueOf(wire: WireServices, row: Row, field: string): Html | string {
  const { schema, store } = wire.org;
  const value = row[field];
  if (typeof value !== 'string' || field === 'Id' || !normalizeId(value)) {
    return String(value);
  }
  const object = schema.byKeyPrefix(value.slice(0, 3));
  const target = object && store.get(object.name, value);
  return target
    ? html`<a href="/lightning/r/${object.name}/${value}/view"
        >${nameOf(target) ?? value}</a
      >`
    : value;
}

function nameOf(row: Row): string | undefined {
  const name = row.Name ?? row.MasterLabel ?? row.Label ?? row.DeveloperName;
  return typeof name === 'string' ? name : undefined;
}
