import { refuseSoql } from './refuseSoql';

const name = /^[A-Za-z]\w*$/;
const path = /^[A-Za-z]\w*(\.[A-Za-z]\w*)*$/;

/** The name of an object or a relationship, or a refusal. */
export function objectName(text: string): string {
  if (!name.test(text)) {
    refuseSoql(`'${shortened(text)}' is not the name of an object`);
  }
  return text;
}

/** A field or a path to one, such as `Owner.Name`, or a refusal. */
export function fieldPath(text: string): string {
  if (!path.test(text)) {
    refuseSoql(`'${shortened(text)}' is not the name of a field`);
  }
  return text;
}

function shortened(text: string): string {
  const line = String(text).replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
