import { SalesforceError } from '../core/SalesforceError';
import type {
  FieldDefinition,
  ObjectDefinition,
  QueryRecord,
} from '../core/types';
import { jsonAnswer, type ApiAnswer, type ApiCall } from '../http/ApiCall';
import { isJsonObject } from '../http/RequestBody';
import type { Route } from '../http/RouteTable';
import type { WireServices } from '../http/WireServices';
import { parseSosl, type SearchScope, type SearchTarget } from './parseSosl';
import { parseSearchTerm, type SearchTerm } from './searchTerm';

const MAXIMUM_RESULTS = 2000;
const DEFAULT_OBJECTS = ['Account', 'Contact', 'Lead', 'Opportunity', 'User'];

/**
 * `/search` and `/parameterizedSearch`, in a simple form: the words of the
 * term occur in the fields of the scope. There is no index that lags behind
 * and no ranking.
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
      order: null,
      offset: null,
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
          order: null,
          limit: null,
          offset: null,
        }));
  const records = targets.flatMap(target => {
    const definition = searchedObject(wire, call, target.object);
    const condition = searchCondition(definition, search);
    if (condition === null) {
      return [];
    }
    const { fields, where, order, limit, offset } = target;
    const soql = [
      `SELECT ${fields.length > 0 ? fields.join(', ') : 'Id'}`,
      `FROM ${definition.name}`,
      `WHERE (${condition})`,
      where === null ? '' : `AND (${where})`,
      order === null ? '' : `ORDER BY ${order}`,
      `LIMIT ${limit ?? MAXIMUM_RESULTS}`,
      offset === null ? '' : `OFFSET ${offset}`,
    ].join(' ');
    return wire.org.query(call.ctx, soql).records();
  });
  return records.slice(0, search.limit ?? MAXIMUM_RESULTS);
}

/** @throws 400 INVALID_TYPE */
function searchedObject(
  wire: WireServices,
  call: ApiCall,
  name: string,
): ObjectDefinition {
  const definition = wire.org.schema.get(name);
  if (!definition || !wire.org.access.canSeeObject(call.ctx, definition)) {
    throw new SalesforceError({
      errorCode: 'INVALID_TYPE',
      message: `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.`,
    });
  }
  return definition;
}

function searchCondition(
  definition: ObjectDefinition,
  search: { term: string; scope: SearchScope },
): string | null {
  const fields = definition.fields.filter(
    field => field.filterable && isInScope(field, search.scope),
  );
  return fields.length === 0
    ? null
    : conditionOf(
        parseSearchTerm(search.term),
        fields.map(field => field.name),
      );
}

const SEARCHED_TYPES = ['string', 'textarea', 'email', 'phone', 'url'];

function isInScope(field: FieldDefinition, scope: SearchScope): boolean {
  switch (scope) {
    case 'NAME':
      return field.nameField && field.type === 'string';
    case 'EMAIL':
      return field.type === 'email';
    case 'PHONE':
      return field.type === 'phone';
    default:
      return SEARCHED_TYPES.includes(field.type);
  }
}

function conditionOf(term: SearchTerm, fields: readonly string[]): string {
  switch (term.kind) {
    case 'text': {
      const pattern = `'%${escapeLike(term.text)}%'`;
      return `(${fields
        .map(field => `${field} LIKE ${pattern}`)
        .join(' OR ')})`;
    }
    case 'not':
      return `(NOT ${conditionOf(term.term, fields)})`;
    default:
      return `(${term.terms
        .map(part => conditionOf(part, fields))
        .join(term.kind === 'and' ? ' AND ' : ' OR ')})`;
  }
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
