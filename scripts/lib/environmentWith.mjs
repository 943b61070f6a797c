import { delimiter } from 'node:path';
import { inRepository } from './repository.mjs';

/** Our environment, with the right Node and the workspace's programs first. */
export function environmentWith(nodeBin) {
  const environment = { ...process.env };
  // What npm puts there describes the package that npm runs for, and confuses
  // the programs that we start.
  for (const name of Object.keys(environment)) {
    if (name.startsWith('npm_') || name === 'INIT_CWD') {
      delete environment[name];
    }
  }
  environment.PATH = [
    nodeBin,
    inRepository('node_modules/.bin'),
    process.env.PATH,
  ].join(delimiter);
  return environment;
}
