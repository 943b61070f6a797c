import { join } from 'node:path';
import { run } from '../run.mjs';

/** Builds the frontend of the new app, which its backend then serves. */
export async function buildFrontend({ app }) {
  await run({
    command: 'yarn',
    args: ['build'],
    cwd: join(app.directory, 'packages/app'),
    env: app.env,
  });
}
