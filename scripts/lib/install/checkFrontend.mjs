import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../run.mjs';

/** Builds the frontend of the new app and looks for our plugin in the result. */
export async function checkFrontend({ app }) {
  const directory = join(app.directory, 'packages/app');
  await run({
    command: 'yarn',
    args: ['build'],
    cwd: directory,
    env: app.env,
  });
  const built = join(directory, 'dist/static');
  const found = readdirSync(built)
    .filter(name => name.endsWith('.js'))
    .some(name =>
      readFileSync(join(built, name), 'utf8').includes('page:salesforce'),
    );
  if (!found) {
    throw new Error('The built frontend does not contain the Salesforce pages');
  }
}
