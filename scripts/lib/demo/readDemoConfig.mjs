import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inRepository } from '../repository.mjs';

/** What app-config.yaml says. */
export function readDemoConfig() {
  const { parse } = createRequire(inRepository('packages/backend/'))('yaml');
  return parse(readFileSync(inRepository('app-config.yaml'), 'utf8'));
}

/** The people who may sign in to the demo. */
export function readDemoPeople() {
  return readDemoConfig().auth.providers.demo.people;
}
