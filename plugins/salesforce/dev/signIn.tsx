import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';
import { useEffect } from 'react';
import { people } from '../src/__testUtils__/people';

const { erin } = people;

/** Signs in as a person of the sample data, without asking. */
export const signIn = createFrontendModule({
  pluginId: 'app',
  extensions: [
    SignInPageBlueprint.make({
      params: {
        loader: async () =>
          function SignIn({ onSignInSuccess }) {
            useEffect(() => {
              onSignInSuccess({
                getProfileInfo: async () => erin,
                getBackstageIdentity: async () => ({
                  type: 'user',
                  userEntityRef: erin.ref,
                  ownershipEntityRefs: [erin.ref],
                }),
                getCredentials: async () => ({}),
                signOut: async () => {},
              });
            }, [onSignInSuccess]);
            return null;
          },
      },
    }),
  ],
});
