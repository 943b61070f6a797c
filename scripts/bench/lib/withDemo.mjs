import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDemo } from '../../lib/demo/startDemo.mjs';
import { freePort } from '../../lib/ports.mjs';
import { PortalClient } from './PortalClient.mjs';

/**
 * Runs a measurement against a demo of its own, without frontend and on a fresh
 * database, and ends it.
 */
export async function withDemo({ database, data, config = {} }, measure) {
  const directory = mkdtempSync(join(tmpdir(), 'salesdesk-bench-'));
  const demo = await startDemo({
    ports: { org: await freePort(), backend: await freePort(), frontend: 0 },
    frontend: 'none',
    database,
    data,
    config: {
      ...config,
      salesforce: {
        ...config.salesforce,
        // nothing but what is measured reads the org, and the catalog, which
        // lives in the same process, does not take in hundreds of permission
        // sets meanwhile
        inventory: { scheduled: false, ...config.salesforce?.inventory },
        catalog: { permissionSets: false },
      },
    },
    directory,
  });
  try {
    const as = async person =>
      PortalClient.create({
        backendUrl: demo.backendUrl,
        token: await demo.tokenOf(`user:default/${person}`),
      });
    return await measure({ ...demo, as });
  } finally {
    await demo.end({ signal: 'SIGKILL' });
    rmSync(directory, { recursive: true, force: true });
  }
}
