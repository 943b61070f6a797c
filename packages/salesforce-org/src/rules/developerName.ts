/**
 * The API name that Salesforce derives from a label: letters, digits and
 * single underscores, beginning with a letter.
 */
export function developerNameFrom(label: string): string {
  const name = label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 80);
  return /^[A-Za-z]/.test(name) ? name : `X${name}`;
}

const DEVELOPER_NAME = /^[A-Za-z](?:[A-Za-z0-9]|_(?!_))*$/;

/** Whether a text may be an API name of a setup record. */
export function isDeveloperName(text: string): boolean {
  return text.length <= 80 && DEVELOPER_NAME.test(text) && !text.endsWith('_');
}
