// Writes what is generated from the OpenAPI document: the types both sides
// share (in -common) and the document as a value for the server's validation.
// The document is written in parts, one per concern, in
// plugins/salesforce-backend/src/schema/openapi/; this puts them together.
// `--check` fails when the result is not committed.
import fs from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import YAML from 'yaml';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const parts = 'plugins/salesforce-backend/src/schema/openapi';
const header =
  `// Generated from ${parts}/*.yaml by\n` +
  '// scripts/generate-openapi.mjs. Do not edit.\n';

const spec = await readParts();
const types = astToString(
  await openapiTS(spec, { alphabetize: false, emptyObjectsUnknown: true }),
);

const outputs = {
  'plugins/salesforce-common/src/generated/openapi.generated.ts':
    header + types,
  // Deliberately not `as const`: nothing derives types from the literal, and
  // comparing it with a type takes the compiler minutes.
  'plugins/salesforce-backend/src/schema/openapi.generated.ts': `${header}import type { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';

type Document = Parameters<typeof createValidatedOpenApiRouter>[0];

const document: unknown = ${JSON.stringify(spec, null, 2)};

export const spec = document as Document;
`,
};

let stale = false;
for (const [file, text] of Object.entries(outputs)) {
  const target = path.join(root, file);
  const current = await fs.readFile(target, 'utf8').catch(() => '');
  if (current === text) continue;
  if (process.argv.includes('--check')) {
    console.error(`${file} is not what ${parts} generates`);
    stale = true;
  } else {
    await fs.mkdir(path.dirname(target), { recursive: true });
    await fs.writeFile(target, text);
    console.log(`wrote ${file}`);
  }
}
process.exitCode = stale ? 1 : 0;

/** The whole document: `common.yaml` first, then the others by name. */
async function readParts() {
  const names = (await fs.readdir(path.join(root, parts)))
    .filter(name => name.endsWith('.yaml'))
    .sort((a, b) => {
      if (a === 'common.yaml') return -1;
      if (b === 'common.yaml') return 1;
      return a < b ? -1 : 1;
    });
  const whole = { paths: {}, components: {} };
  for (const name of names) {
    const { paths, components, ...rest } = YAML.parse(
      await fs.readFile(path.join(root, parts, name), 'utf8'),
    );
    Object.assign(whole, rest);
    addAll({ into: whole.paths, from: paths, name });
    for (const [kind, members] of Object.entries(components ?? {})) {
      whole.components[kind] ??= {};
      addAll({ into: whole.components[kind], from: members, name });
    }
  }
  const { openapi, info, servers, paths, components } = whole;
  return { openapi, info, servers, paths, components };
}

function addAll({ into, from, name }) {
  for (const [key, value] of Object.entries(from ?? {})) {
    if (key in into) throw new Error(`${name} says again what ${key} is`);
    into[key] = value;
  }
}
