import { SalesforceError } from '../core/SalesforceError';
import type { ObjectDefinition, QueryRecord } from '../core/types';
import { jsonAnswer, type ApiAnswer, type ApiCall } from '../http/ApiCall';
import { isJsonObject } from '../http/RequestBody';
import type { Route } from '../http/RouteTable';
import type { WireServices } from '../http/WireServices';
import { parseSosl, type SearchScope, type SearchTarget } from './parseSosl';

const MAXIMUM_RESULTS = 2000;
const DEFAULT_OBJECTS = ['Account', 'Contact', 'Lead', 'Opportunity', 'User'];

/**
 * `/search` and `/parameterizedSearch`, in a simple form: every word must
 * occur in one of the name, e-mail or phone fields. There is no index that
 * lags behind and no ranking.
 */
export function searchRoutes(wire: WireServices): Route[] {
  return [
    {
      method: 'GET',
      pattern: '/search',
      handle: call => {
        const search = parseSosl(call.query.get('q') ?? '');
        return answer(call, find(wire, call, search));
      },
    },
    {
      method: 'GET',
      pattern: '/parameterizedSearch',
      handle: call => {
        const objects = call.query.getAll('sobject');
        return parameterized(wire, call, {
          q: call.query.get('q') ?? '',
          sobjects: objects.map(name => ({ name })),
        });
      },
    },
    {
      method: 'POST',
      pattern: '/parameterizedSearch',
      handle: call => parameterized(wire, call, call.body.object()),
    },
  ];
}

function parameterized(
  wire: WireServices,
  call: ApiCall,
  body: Record<string, unknown>,
): ApiAnswer {
  const sobjects = Array.isArray(body.sobjects) ? body.sobjects : [];
  const targets = sobjects.filter(isJsonObject).map(
    (entry): SearchTarget => ({
      object: String(entry.name ?? ''),
      fields: namesOf(entry.fields ?? body.fields),
      where: typeof entry.where === 'string' ? entry.where : null,
      limit: typeof entry.limit === 'number' ? entry.limit : null,
    }),
  );
  const term = String(body.q ?? '');
  if (term.length < 2) {
    throw new SalesforceError({
      errorCode: 'MALFORMED_SEARCH',
      message: 'search term must be longer than one character',
    });
  }
  const records = find(wire, call, {
    term,
    scope: scopeOf(body.in),
    targets,
    limit: typeof body.overallLimit === 'number' ? body.overallLimit : null,
  });
  return jsonAnswer({ searchRecords: records });
}

function find(
  wire: WireServices,
  call: ApiCall,
  search: ReturnType<typeof parseSosl>,
): QueryRecord[] {
  const targets: readonly SearchTarget[] =
    search.targets.length > 0
      ? search.targets
      : DEFAULT_OBJECTS.map(object => ({
          object,
          fields: [],
          where: null,
          limit: null,
        }));
  const records = targets.flatMap(target => {
    const definition = wire.org.requireVisibleObject(call.ctx, target.object);
    const condition = searchCondition(definition, search);
    if (condition === null) {
      return [];
    }
    const soql = [
      `SELECT ${[...new Set(['Id', ...target.fields])].join(', ')}`,
      `FROM ${definition.name}`,
      `WHERE ${condition}`,
      target.where === null ? '' : `AND (${target.where})`,
      `LIMIT ${target.limit ?? MAXIMUM_RESULTS}`,
    ].join(' ');
    return wire.org.query(call.ctx, soql).records();
  });
  return records.slice(0, search.limit ?? MAXIMUM_RESULTS);
}

function searchCondition(
  definition: ObjectDefinition,
  search: { term: string; scope: SearchScope },
): string | null {
  const fields = definition.fields.filter(
    field =>
      field.filterable &&
      ((field.nameField && field.type === 'string') ||
        (field.type === 'email' && search.scope !== 'NAME') ||
        (field.type === 'phone' && ['ALL', 'PHONE'].includes(search.scope))),
  );
  const words = search.term.split(/\s+/).filter(word => word !== '');
  if (fields.length === 0 || words.length === 0) {
    return null;
  }
  const conditions = words.map(word => {
    const pattern = `'%${escapeLike(word)}%'`;
    return `(${fields
      .map(field => `${field.name} LIKE ${pattern}`)
      .join(' OR ')})`;
  });
  return conditions.join(' AND ');
}

function escapeLike(word: string): string {
  return word
    .replace(/\\(.)/g, '$1')
    .replace(/[\\'%_]/g, character => `\\${character}`)
    .replace(/\*/g, '%')
    .replace(/\?/g, '_');
}

function answer(call: ApiCall, records: readonly QueryRecord[]): ApiAnswer {
  return Number(call.ctx.apiVersion) < 37
    ? jsonAnswer(records)
    : jsonAnswer({ searchRecords: records });
}

function namesOf(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter((name): name is string => typeof name === 'string')
    : [];
}

function scopeOf(value: unknown): SearchScope {
  const scopes: readonly SearchScope[] = ['ALL', 'NAME', 'EMAIL', 'PHONE'];
  return scopes.find(scope => scope === value) ?? 'ALL';
}
