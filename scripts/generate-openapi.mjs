// Writes what is generated from the OpenAPI document: the types both sides
// share (in -common) and the document as a value for the server's validation.
// Run by `yarn generate:openapi`; `--check` fails when the result is not committed.
import fs from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import YAML from 'yaml';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const source = path.join(
  root,
  'plugins/salesforce-backend/src/schema/openapi.yaml',
);
const header =
  '// Generated from plugins/salesforce-backend/src/schema/openapi.yaml by\n' +
  '// scripts/generate-openapi.mjs. Do not edit.\n';

const spec = YAML.parse(await fs.readFile(source, 'utf8'));
const types = astToString(
  await openapiTS(spec, { alphabetize: false, emptyObjectsUnknown: true }),
);

const outputs = {
  'plugins/salesforce-common/src/generated/openapi.generated.ts':
    header + types,
  'plugins/salesforce-backend/src/schema/openapi.generated.ts': `${header}export const spec = ${JSON.stringify(
    spec,
    null,
    2,
  )} as const;\n`,
};

let stale = false;
for (const [file, text] of Object.entries(outputs)) {
  const target = path.join(root, file);
  const current = await fs.readFile(target, 'utf8').catch(() => '');
  if (current === text) continue;
  if (process.argv.includes('--check')) {
    console.error(`${file} is not what openapi.yaml generates`);
    stale = true;
  } else {
    await fs.mkdir(path.dirname(target), { recursive: true });
    await fs.writeFile(target, text);
    console.log(`wrote ${file}`);
  }
}
process.exitCode = stale ? 1 : 0;
