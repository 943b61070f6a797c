export interface Config {
  salesforce?: {
    assistant?: {
      /**
       * What may leave to the model's endpoint: the person's words only (`none`), also what objects and fields are called
       * (`schema`, the default), or also the values that were read for the person (`records`).
       */
      dataSharing?: 'none' | 'schema' | 'records';
      /** A model behind any OpenAI-compatible endpoint. Without it the built-in interpreter answers. */
      model?: {
        /** E.g. http://localhost:11434/v1. Default: OpenAI. */
        baseUrl?: string;
        /**
         * Leave it out for servers that want none.
         * @visibility secret
         */
        apiKey?: string;
        /** The model's name at the endpoint. */
        name: string;
        /** Default: chat, which most servers understand. */
        api?: 'chat' | 'responses';
        /** For one answer of the endpoint. Default: 60. */
        timeoutSeconds?: number;
        /** How often an answer that did not come is asked for again. Default: 2. */
        retries?: number;
        /** Answers of the model in one turn. Default: 6. */
        maxSteps?: number;
        /** Tokens of one answer. Default: 2000. */
        maxTokens?: number;
        /** Actions that are offered in one turn. Default: 12. */
        maxTools?: number;
      };
    };
  };
}
