import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { salesforceTranslationRef } from './translation';

const root = __dirname;
const messages = messagesOf(salesforceTranslationRef).getDefaultMessages();

interface Call {
  where: string;
  key: string;
  /** Unknown where the values are not written out at the call. */
  values?: string[];
}

describe('the words of the plugin', () => {
  const calls = sourceFiles(root).flatMap(callsIn);

  it('are asked for in more than a hundred places', () => {
    expect(calls.length).toBeGreaterThan(100);
  });

  it('get every value that they name, wherever they are asked for', () => {
    const incomplete = calls.flatMap(({ where, key, values }) => {
      if (!values) return [];
      const missing = placeholdersOf(key).filter(
        name => !values.includes(name),
      );
      return missing.map(name => `${where}: ${key} wants ${name}`);
    });
    expect(incomplete).toEqual([]);
  });
});

/** `t('key', { a, b: 1 })` with a literal key, as the syntax tree has them. */
function callsIn(file: string): Call[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TSX,
  );
  const found: Call[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 't') {
      const [key, values] = node.arguments;
      if (key && ts.isStringLiteral(key)) {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart());
        found.push({
          where: `${relative(root, file)}:${line + 1}`,
          key: key.text,
          values: namesIn(values),
        });
      }
    }
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}

function namesIn(values: ts.Expression | undefined): string[] | undefined {
  if (!values) return [];
  if (!ts.isObjectLiteralExpression(values)) return undefined;
  if (values.properties.some(ts.isSpreadAssignment)) return undefined;
  return values.properties.map(property => property.name?.getText() ?? '');
}

/** The names in `{{…}}` of a message, and of its plural forms. */
function placeholdersOf(key: string): string[] {
  const texts = Object.entries(messages)
    .filter(([name]) => name === key || name.startsWith(`${key}_`))
    .map(([, text]) => text);
  const names = texts.flatMap(text =>
    [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name!),
  );
  return [...new Set(names)];
}

function sourceFiles(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap(entry => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return sourceFiles(path);
    return /(?<!\.test)\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

/** Backstage keeps the default messages behind its public type. */
function messagesOf(ref: unknown): {
  getDefaultMessages(): Record<string, string>;
} {
  return ref as { getDefaultMessages(): Record<string, string> };
}
