// `npm run pack:plugins -- --into DIRECTORY`: archives of all packages that are
// published, for installing them without a registry.

import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { packPlugins } from '../lib/install/packPlugins.mjs';

const { values } = parseArgs({
  options: { into: { type: 'string', default: 'artifacts/packages' } },
});
const archives = await packPlugins({
  into: resolve(values.into),
});
for (const [name, archive] of Object.entries(archives)) {
  console.log(`"${name}": "file:${archive}"`);
}
