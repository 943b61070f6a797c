import { createApp } from '@backstage/frontend-defaults';
import { navModule } from './nav';
import { signInModule } from './signIn';

/**
 * The demo host's app. The plugins need no line here: `app.packages: all` in
 * app-config.yaml finds them among the dependencies of this package.
 */
export const app = createApp({ features: [navModule, signInModule] });
