import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRepository } from '../repository.mjs';

/**
 * Writes what differs from one demo to the next: addresses, ports, the
 * database, and whatever else `more` says.
 *
 * @returns the arguments with which a server takes it on top of app-config.yaml
 */
export function writeDemoConfig({
  directory,
  appUrl,
  backendUrl,
  orgUrl,
  host,
  database,
  more,
}) {
  mkdirSync(directory, { recursive: true });
  const layers = {
    demo: {
      app: { baseUrl: appUrl, listen: { host } },
      backend: {
        baseUrl: backendUrl,
        listen: { host, port: Number(new URL(backendUrl).port) },
        cors: { origin: appUrl },
        database,
      },
      salesforce: { orgs: { acme: { credentials: { loginUrl: orgUrl } } } },
    },
    more,
  };

  const files = Object.entries(layers).map(([name, content]) => {
    const file = join(directory, `app-config.${name}.yaml`);
    // JSON is YAML, and needs no library to write.
    writeFileSync(file, JSON.stringify(content, undefined, 2));
    return file;
  });
  return [inRepository('app-config.yaml'), ...files].flatMap(file => [
    '--config',
    file,
  ]);
}
