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
import { parseSearchTerm } from './searchTerm';
import { digitsOf, matcherOf, wordsOf, type IndexedTexts } from './searchText';

const MAXIMUM_RESULTS = 2000;
const DEFAULT_OBJECTS = ['Account', 'Contact', 'Lead', 'Opportunity', 'User'];

/**
 * `/search` and `/parameterizedSearch`, in a simple form: the words of the
 * term occur in the fields of the scope, long texts included. There is no
 * index that lags behind and no ranking.
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
        const { query } = call;
        return parameterized(wire, call, {
          q: query.get('q') ?? '',
          in: query.get('in') ?? undefined,
          fields: listOf(query.get('fields')),
          overallLimit: numberOf(query.get('overallLimit')),
          sobjects: query.getAll('sobject').map(name => ({
            name,
            fields: listOf(query.get(`${name}.fields`)),
            where: query.get(`${name}.where`),
            limit: numberOf(query.get(`${name}.limit`)),
          })),
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
  const matches = matcherOf(parseSearchTerm(search.term));
  const records = targets.flatMap(target => {
    const definition = searchedObject(wire, call, target.object);
    const ids = idsOfMatches({
      wire,
      call,
      definition,
      scope: search.scope,
      matches,
    });
    const { fields, where, order, limit, offset } = target;
    const soql = [
      `SELECT ${fields.length > 0 ? fields.join(', ') : 'Id'}`,
      `FROM ${definition.name}`,
      `WHERE Id IN (${ids.map(id => `'${id}'`).join(', ')})`,
      where === null ? '' : `AND (${where})`,
      order === null ? '' : `ORDER BY ${order}`,
      `LIMIT ${limit ?? MAXIMUM_RESULTS}`,
      offset === null ? '' : `OFFSET ${offset}`,
    ].join(' ');
    return ofSearch(() => wire.org.query(call.ctx, soql).records());
  });
  return records.slice(0, search.limit ?? MAXIMUM_RESULTS);
}

/** Nobody wrote the query that a refusal would quote. */
function ofSearch<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof SalesforceError)) {
      throw error;
    }
    throw new SalesforceError({
      errorCode: error.errorCode,
      message: error.message.replace(
        /^\n[\s\S]*?\nERROR at Row:\d+:Column:\d+\n/,
        '',
      ),
    });
  }
}

/** Stands for none, so that mistakes in RETURNING are found all the same. */
const NO_ID = '000000000000000AAA';

/** Records of an object in which the term occurs, as far as the caller sees. */
function idsOfMatches(options: {
  wire: WireServices;
  call: ApiCall;
  definition: ObjectDefinition;
  scope: SearchScope;
  matches: (texts: IndexedTexts) => boolean;
}): string[] {
  const { definition, matches } = options;
  const { ctx } = options.call;
  const { access, store } = options.wire.org;
  const fields = definition.fields.filter(
    field =>
      isInScope(field, options.scope) &&
      (ctx.systemMode || access.canReadField(ctx, definition, field)),
  );
  const mayRead = ctx.systemMode
    ? undefined
    : access.rowFilter(ctx, definition);
  const ids: string[] = [];
  for (const row of store.all(definition.name)) {
    if (ids.length >= MAXIMUM_RESULTS) {
      break;
    }
    const texts = fields.flatMap(({ name, type }) => {
      const value = row[name];
      if (typeof value !== 'string' || value === '') {
        return [];
      }
      return type === 'phone'
        ? [wordsOf(value), digitsOf(value)]
        : [wordsOf(value)];
    });
    if (matches(texts) && (!mayRead || mayRead(row))) {
      ids.push(row.Id);
    }
  }
  return ids.length > 0 ? ids : [NO_ID];
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

function answer(call: ApiCall, records: readonly QueryRecord[]): ApiAnswer {
  return Number(call.ctx.apiVersion) < 37
    ? jsonAnswer(records)
    : jsonAnswer({ searchRecords: records });
}

function listOf(text: string | null): string[] | undefined {
  return text === null ? undefined : text.split(',').map(name => name.trim());
}

function numberOf(text: string | null): number | undefined {
  return text !== null && /^\d+$/.test(text) ? Number(text) : undefined;
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
