import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inRepository } from '../repository.mjs';

/** The people of app-config.yaml who may sign in to the demo. */
export function readDemoPeople() {
  const { parse } = createRequire(inRepository('packages/backend/'))('yaml');
  const config = parse(readFileSync(inRepository('app-config.yaml'), 'utf8'));
  return config.auth.providers.demo.people;
}
