import type { Request } from 'express';
import { RequestBody } from './RequestBody';

/** What an express request says, without express. */
export interface WireRequest {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly query: URLSearchParams;
  readonly body: RequestBody;
  /** Scheme and host as the caller knows this org, no slash at the end. */
  readonly instanceUrl: string;
  readonly sourceIp: string;
}

/** Headers by lower-case name; repeated ones joined. */
function headersOf(request: Request): Record<string, string | undefined> {
  const headers: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return headers;
}

/** The path without doubled slashes, which production accepts as well. */
export function collapseSlashes(url: string): string {
  const [path, ...query] = url.split('?');
  const collapsed = path.replace(/\/{2,}/g, '/');
  return [collapsed, ...query].join('?');
}

/** Everything after the first question mark. */
function queryOf(request: Request): URLSearchParams {
  const index = request.url.indexOf('?');
  return new URLSearchParams(index === -1 ? '' : request.url.slice(index + 1));
}

/** Reads a request whose body `readBody` has collected. */
export function wireRequest(
  request: Request,
  options: { publicUrl?: string },
): WireRequest {
  const headers = headersOf(request);
  return {
    headers,
    query: queryOf(request),
    body: Buffer.isBuffer(request.body)
      ? RequestBody.ofBuffer({
          buffer: request.body,
          contentType: headers['content-type'],
          contentEncoding: headers['content-encoding'],
        })
      : RequestBody.empty,
    instanceUrl: options.publicUrl ?? `http://${headers.host ?? 'localhost'}`,
    sourceIp: sourceIpOf(request),
  };
}

/** A proxy's word counts: tests play callers from elsewhere with it. */
function sourceIpOf(request: Request): string {
  const forwarded = request.headers['x-forwarded-for'];
  const first = [forwarded ?? []].flat().join(',').split(',')[0].trim();
  return first || (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
}
