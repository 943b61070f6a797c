import { escapeText } from '../pages/html';
import { isJsonObject } from './RequestBody';

/**
 * An answer as XML, for callers that ask for it: errors, query results and
 * records get the root elements that Salesforce gives them.
 */
export function toXmlDocument(json: unknown): string {
  return `<?xml version="1.0" encoding="UTF-8"?>${rootOf(json)}`;
}

function rootOf(json: unknown): string {
  if (Array.isArray(json)) {
    const isErrors = json.some(
      entry => isJsonObject(entry) && 'errorCode' in entry,
    );
    return isErrors
      ? element(
          'Errors',
          json.map(entry => element('Error', inner(entry))),
        )
      : element(
          'Results',
          json.map(entry => element('Result', inner(entry))),
        );
  }
  if (isJsonObject(json)) {
    if ('records' in json && 'totalSize' in json) {
      return element('QueryResult', inner(json));
    }
    const { attributes } = json;
    if (isJsonObject(attributes)) {
      return element(String(attributes.type), inner(json));
    }
  }
  return element('Result', inner(json));
}

function inner(value: unknown): string {
  if (Array.isArray(value)) {
    return value.map(entry => element('item', inner(entry))).join('');
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .filter(([name]) => name !== 'attributes')
      .map(([name, child]) =>
        Array.isArray(child)
          ? child.map(entry => element(name, inner(entry))).join('')
          : element(name, child === null ? null : inner(child)),
      )
      .join('');
  }
  return escapeText(value === undefined || value === null ? '' : String(value));
}

function element(name: string, content: string | string[] | null): string {
  if (content === null) {
    return `<${name} xsi:nil="true" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>`;
  }
  return `<${name}>${[content].flat().join('')}</${name}>`;
}
