import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** The top directory of the repository. */
export const repositoryRoot = fileURLToPath(new URL('../..', import.meta.url));

/** A path inside the repository. */
export const inRepository = (...parts) => join(repositoryRoot, ...parts);

/** Yarn as it is committed: everybody installs with the same one. */
export const yarnRelease = inRepository('.yarn/releases/yarn-4.13.0.cjs');
