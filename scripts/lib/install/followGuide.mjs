import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRepository } from '../repository.mjs';
import { run } from '../run.mjs';

// What the guide lets people add with yarn, and where.
const ADDED = {
  'packages/backend': ['@salesdesk/backstage-plugin-salesforce-backend'],
  'packages/app': ['@salesdesk/backstage-plugin-salesforce'],
};

/**
 * Does to a new app what docs/install.md says: adds the packages, and puts each
 * code block that names a file into that file. The guide is checked with it.
 */
export async function followGuide({ app, packed }) {
  for (const [workspace, names] of Object.entries(ADDED)) {
    editJson(join(app.directory, workspace, 'package.json'), manifest => {
      for (const name of names) {
        manifest.dependencies[name] = `file:${packed[name]}`;
      }
    });
  }
  // Ours are on no registry yet: whoever asks for them gets the archives.
  editJson(join(app.directory, 'package.json'), manifest => {
    for (const [name, archive] of Object.entries(packed)) {
      manifest.resolutions[name] = `file:${archive}`;
    }
  });

  const blocks = codeBlocksOf(
    readFileSync(inRepository('docs/install.md'), 'utf8'),
  );
  if (blocks.length === 0) {
    throw new Error('docs/install.md has no code block that names a file');
  }
  for (const { file, code } of blocks) {
    put({ path: join(app.directory, file), code });
  }

  await run({
    command: 'yarn',
    args: ['install'],
    cwd: app.directory,
    env: app.env,
  });
}

/** The blocks that begin with ```language title=path/of/file */
function codeBlocksOf(markdown) {
  return [...markdown.matchAll(/^```\w+ title=(\S+)\n(.*?)^```$/gms)].map(
    ([, file, code]) => ({ file, code }),
  );
}

function put({ path, code }) {
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const start = 'backend.start();';
  writeFileSync(
    path,
    before.includes(start)
      ? before.replace(start, `${code}\n${start}`)
      : `${before}${code}`,
  );
}

function editJson(file, edit) {
  const content = JSON.parse(readFileSync(file, 'utf8'));
  edit(content);
  writeFileSync(file, JSON.stringify(content, undefined, 2));
}
