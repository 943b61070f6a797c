import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inRepository, yarnRelease } from '../repository.mjs';
import { run } from '../run.mjs';

/**
 * Builds and packs every package that is published, as `yarn npm publish`
 * would.
 *
 * @returns the archives, by package name
 */
export async function packPlugins({ into }) {
  mkdirSync(into, { recursive: true });
  // The type declarations that go into the packages are cut from these.
  await run({ command: 'tsc', args: ['--pretty', 'false'] });

  await run({ command: 'backstage-cli', args: ['repo', 'build'] });

  const archives = await Promise.all(
    publishedPackages().map(async ({ name, directory }) => {
      const archive = join(
        into,
        `${name.replaceAll(/[@/]/g, '-').slice(1)}.tgz`,
      );
      await run({
        command: 'node',
        args: [yarnRelease, 'pack', '--out', archive],
        cwd: directory,
      });
      return [name, archive];
    }),
  );
  return Object.fromEntries(archives);
}

function publishedPackages() {
  return ['packages', 'plugins']
    .flatMap(parent =>
      readdirSync(inRepository(parent)).map(name => inRepository(parent, name)),
    )
    .map(directory => ({
      directory,
      manifest: JSON.parse(
        readFileSync(join(directory, 'package.json'), 'utf8'),
      ),
    }))
    .filter(({ manifest }) => !manifest.private)
    .map(({ directory, manifest }) => ({ directory, name: manifest.name }));
}
