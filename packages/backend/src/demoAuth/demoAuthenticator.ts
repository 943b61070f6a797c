import { AuthenticationError, NotAllowedError } from '@backstage/errors';
import { createProxyAuthenticator } from '@backstage/plugin-auth-node';
import { DemoPerson, readDemoPeople } from './readDemoPeople';

/** The header that names the person who signs in. */
export const DEMO_USER_HEADER = 'x-demo-user';

/**
 * Believes the header, as long as it names one of the configured people.
 *
 * This is no authentication at all, so it refuses to work anywhere but in
 * development, unless the configuration says in so many words that the danger
 * is accepted.
 */
export const demoAuthenticator = createProxyAuthenticator({
  async defaultProfileTransform(person: DemoPerson) {
    return { profile: { displayName: person.name } };
  },

  initialize({ config }) {
    const accepted = config.getOptionalBoolean(
      'dangerouslyAllowOutsideDevelopment',
    );
    if (process.env.NODE_ENV !== 'development' && accepted !== true) {
      throw new NotAllowedError(
        'The demo sign-in lets anybody be anybody, so it works in development only. Remove auth.providers.demo from the configuration and use a real sign-in provider',
      );
    }
    return readDemoPeople(config);
  },

  async authenticate({ req }, people: Map<string, DemoPerson>) {
    const userEntityRef = req.header(DEMO_USER_HEADER);
    if (!userEntityRef) {
      throw new AuthenticationError(
        `Nobody has been chosen: the header "${DEMO_USER_HEADER}" is missing`,
      );
    }
    const person = people.get(userEntityRef);
    if (!person) {
      throw new AuthenticationError(
        `"${userEntityRef}" is not one of the people who may sign in to this demo`,
      );
    }
    return { result: person };
  },
});
