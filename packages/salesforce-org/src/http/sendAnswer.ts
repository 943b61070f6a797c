import { gzipSync } from 'node:zlib';
import type { Response } from 'express';
import type { ApiAnswer } from './ApiCall';
import { toXmlDocument } from './toXmlDocument';

/** How the caller wants an answer to look. */
export interface AnswerFormat {
  readonly pretty: boolean;
  readonly xml: boolean;
  readonly gzip: boolean;
}

/** Below this many bytes compression costs more than it saves. */
const WORTH_COMPRESSING = 1024;

/** Puts an answer into bytes. */
export function encodeAnswer(
  answer: ApiAnswer,
  format: AnswerFormat,
): { body: Buffer; headers: Record<string, string> } {
  const headers: Record<string, string> = { ...answer.headers };
  let content = '';
  if (answer.json !== undefined) {
    headers['Content-Type'] = format.xml
      ? 'application/xml;charset=UTF-8'
      : 'application/json;charset=UTF-8';
    content = format.xml
      ? toXmlDocument(answer.json)
      : JSON.stringify(answer.json, null, format.pretty ? 2 : undefined);
  } else if (answer.text) {
    headers['Content-Type'] = answer.text.type;
    content = answer.text.content;
  }
  if (!format.gzip || content.length < WORTH_COMPRESSING) {
    return { body: Buffer.from(content), headers };
  }
  headers['Content-Encoding'] = 'gzip';
  return { body: gzipSync(content, { level: 1 }), headers };
}

/** Sends an answer; nothing is added that Salesforce would not send. */
export function sendAnswer(
  response: Response,
  answer: ApiAnswer,
  format: AnswerFormat,
): void {
  const { body, headers } = encodeAnswer(answer, format);
  // a 204 has no length at all, other empty answers say 0
  const length =
    answer.status === 204 || answer.status === 304
      ? {}
      : { 'Content-Length': String(body.length) };
  response.writeHead(answer.status, { ...headers, ...length });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}
