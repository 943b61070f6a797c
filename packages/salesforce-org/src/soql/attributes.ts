import type { CallContext, Row } from '../core/types';
import type { ObjectDefinition } from '../schema/definitions';

const emptyKey = '000000000000000AAA';

/** Makes `attributes`; the URL carries the version of the request. */
export function attributesOf(
  ctx: CallContext,
  object: ObjectDefinition,
  type = object.name,
): (row: Row) => { type: string; url: string } {
  const root = `/services/data/v${ctx.apiVersion}`;
  const api = ctx.tooling ? `${root}/tooling` : root;
  const prefix = `${api}/sobjects/${object.name}/`;
  // Tokens have rows and no ids that anybody could use.
  const hidesId = object.name === 'OauthToken';
  return row => ({ type, url: prefix + (hidesId ? emptyKey : row.Id) });
}
