export interface Config {
  auth?: {
    providers?: {
      demo?: {
        /**
         * The people whom the sign-in page offers.
         * @deepVisibility frontend
         */
        people: Array<{
          /** For example `user:default/erin.walsh`. */
          userEntityRef: string;
          /** The name to show. */
          name: string;
          /** The role in a word or two. */
          role: string;
          /** What this person may do, in a sentence. */
          description: string;
        }>;
      };
    };
  };
}
