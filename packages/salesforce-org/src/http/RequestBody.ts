import { gunzipSync } from 'node:zlib';
import { SalesforceError } from '../core/SalesforceError';
import type { JsonValue } from '../core/types';

/** JSON objects as they arrive. */
export type JsonObject = { [key: string]: JsonValue };

/** Whether a JSON value is an object and not an array. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The body of a call. Parsing waits until a handler asks, so that a call that
 * is refused for another reason is refused for that reason.
 */
export class RequestBody {
  readonly #buffer: Buffer;
  readonly #contentType: string | undefined;
  readonly #value: JsonValue | undefined;

  static readonly empty = new RequestBody(Buffer.alloc(0), undefined);

  /** Unzips what came as gzip. */
  static ofBuffer(options: {
    buffer: Buffer;
    contentType?: string;
    contentEncoding?: string;
  }): RequestBody {
    const { buffer, contentType, contentEncoding } = options;
    if (contentEncoding !== 'gzip' || buffer.length === 0) {
      return new RequestBody(buffer, contentType);
    }
    try {
      return new RequestBody(gunzipSync(buffer), contentType);
    } catch {
      // what is no gzip is no JSON either, and is refused as such
      return new RequestBody(buffer, contentType);
    }
  }

  /** The body of a subrequest, which is JSON already. */
  static ofJson(value: JsonValue | undefined): RequestBody {
    return value === undefined
      ? RequestBody.empty
      : new RequestBody(Buffer.alloc(0), 'application/json', value);
  }

  private constructor(
    buffer: Buffer,
    contentType: string | undefined,
    value?: JsonValue,
  ) {
    this.#buffer = buffer;
    this.#contentType = contentType;
    this.#value = value;
  }

  /** Lower case, without parameters; empty when the caller named none. */
  get mediaType(): string {
    return (this.#contentType ?? '').split(';')[0].trim().toLowerCase();
  }

  get size(): number {
    return this.#buffer.length;
  }

  text(): string {
    return this.#buffer.toString('utf8');
  }

  /** A form, as OAuth wants it. */
  form(): URLSearchParams {
    return new URLSearchParams(this.text());
  }

  /** @throws 415 and 400 JSON_PARSER_ERROR in Salesforce's words */
  json(): JsonValue {
    if (this.#value !== undefined) {
      return this.#value;
    }
    const text = this.text();
    if (text.trim() === '') {
      throw parserError(
        'The HTTP entity body is required, but this request has no entity body.',
      );
    }
    if (!/^application\/(json|[\w.-]+\+json)$/.test(this.mediaType)) {
      throw new SalesforceError({
        httpStatus: 415,
        errorCode: 'UNSUPPORTED_MEDIA_TYPE',
        message: `Content type ${
          this.mediaType || 'application/octet-stream'
        } not supported`,
      });
    }
    try {
      return JSON.parse(text);
    } catch (error) {
      throw parserError(describeSyntaxError(text, error));
    }
  }

  /** Like `json`, for resources whose body is an object. */
  object(): JsonObject {
    const value = this.json();
    if (!isJsonObject(value)) {
      throw parserError(
        `Cannot deserialize instance of object from ${tokenOf(
          value,
        )} value or request may be missing a required field at [line:1, column:1]`,
      );
    }
    return value;
  }
}

/** 400 JSON_PARSER_ERROR. */
export function parserError(message: string): SalesforceError {
  return new SalesforceError({ errorCode: 'JSON_PARSER_ERROR', message });
}

function tokenOf(value: JsonValue): string {
  if (Array.isArray(value)) {
    return 'START_ARRAY';
  }
  return value === null ? 'VALUE_NULL' : `VALUE_${typeof value}`.toUpperCase();
}

/** Says it as Salesforce's parser would: character, code, line and column. */
function describeSyntaxError(text: string, error: unknown): string {
  const position = positionOf(text, error);
  if (position >= text.length) {
    return `Unexpected end-of-input at ${lineAndColumn(text, text.length)}`;
  }
  const character = String.fromCodePoint(text.codePointAt(position) ?? 32);
  return `Unexpected character ('${character}' (code ${character.codePointAt(
    0,
  )})): expected a valid value at ${lineAndColumn(text, position)}`;
}

function positionOf(text: string, error: unknown): number {
  const message = error instanceof Error ? error.message : '';
  const position = /at position (\d+)/.exec(message);
  if (position) {
    return Number(position[1]);
  }
  const token = /Unexpected token '?(.)/u.exec(message);
  const index = token ? text.indexOf(token[1]) : -1;
  return index === -1 ? text.length : index;
}

function lineAndColumn(text: string, position: number): string {
  const lines = text.slice(0, position).split('\n');
  return `[line:${lines.length}, column:${lines[lines.length - 1].length + 1}]`;
}
