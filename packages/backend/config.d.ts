export interface Config {
  auth?: {
    providers?: {
      /**
       * Lets a visitor be one of the listed people with a click. For demos and
       * development only: it refuses to work outside development.
       */
      demo?: {
        /** The people to choose from. Each must be a User of the catalog. */
        people: Array<{
          /** For example `user:default/erin.walsh`. */
          userEntityRef: string;
          /** The name to show. */
          name: string;
        }>;
        /** Accepts, outside development too, that anybody may be anybody. */
        dangerouslyAllowOutsideDevelopment?: boolean;
      };
    };
  };
}
