import { HumanDuration } from '@backstage/types';

/** How an org is reached. Secrets belong into environment variables. */
interface SalesforceCredentials {
  kind: 'username_password' | 'client_credentials' | 'jwt_bearer';
  /** E.g. https://login.salesforce.com, or the org's My Domain. */
  loginUrl: string;
  username?: string;
  /** @visibility secret */
  password?: string;
  /** @visibility secret */
  securityToken?: string;
  clientId?: string;
  /** @visibility secret */
  clientSecret?: string;
  /**
   * PEM
   * @visibility secret
   */
  privateKey?: string;
}

/** A part of a policy; what is left out comes from the layer below. */
interface SalesforcePolicy {
  enabled?: boolean;
  /** Entity refs of people and groups who may ask; empty: everyone whose role allows it. */
  audience?: string[];
  selfService?: 'off' | 'allowed' | 'only';
  /** Empty: one review by anyone whose role allows it. */
  stages?: Array<{
    name: string;
    /** All of these. */
    requirements: Array<{
      count: number;
      /** Members of any of these. */
      from: Array<{
        kind: 'permission' | 'group' | 'user' | 'manager' | 'org_owner';
        /** Entity ref, for group and user. */
        ref?: string;
      }>;
    }>;
  }>;
  reason?: 'required' | 'optional';
  limits?: {
    maxTargets?: number;
    /** ISO 8601 duration, e.g. P90D: the longest time-bound grant. */
    maxDuration?: string;
  };
  /** ISO 8601 duration, e.g. P14D: pending requests expire after it. */
  expiresAfter?: string;
  /** One person counts in one stage only. */
  distinctReviewers?: boolean;
  /** ISO 8601 duration after which reviewers are reminded, again and again. */
  remindAfter?: string;
  /** Who may review as well once a stage has been open for so long. */
  escalation?: {
    /** ISO 8601 duration. */
    after: string;
    to: Array<{
      kind: 'permission' | 'group' | 'user' | 'manager' | 'org_owner';
      ref?: string;
    }>;
  };
}

export interface Config {
  salesforce?: {
    /** Orgs by id. Others are connected in the portal. */
    orgs?: {
      [id: string]: {
        /** What people call it. Default: the id. */
        title?: string;
        /** The Resource of type salesforce-org in the catalog. */
        entityRef?: string;
        /** Entity refs of the people and groups who look after it. */
        owners?: string[];
        /** The org that is meant when a request names none. */
        isDefault?: boolean;
        /** E.g. "63.0". */
        apiVersion?: string;
        credentials: SalesforceCredentials;
        /**
         * The app through which people connect their own Salesforce user, with
         * the authorization code flow. Left out: nobody can.
         */
        personalLogin?: {
          /** Default: where the credentials log in. */
          loginUrl?: string;
          clientId: string;
          /** @visibility secret */
          clientSecret?: string;
        };
      };
    };
    oauth?: {
      /**
       * The page of the portal to which Salesforce sends browsers back, as it
       * is registered in the app in Salesforce. Default:
       * /salesforce/oauth/callback below app.baseUrl.
       */
      callbackUrl?: string;
    };
    /** How people of the catalog are recognised in Salesforce. */
    matching?: {
      /**
       * Whether a shared e-mail address proposes a match. It never decides one:
       * whoever looks after the org confirms it. Default: false.
       */
      byEmail?: boolean;
    };
    /** Seals credentials that are stored in the database. */
    encryption?: {
      /** The first key seals, all of them open: to rotate, add one in front. */
      keys?: Array<{
        id: string;
        /**
         * 32 characters or more.
         * @visibility secret
         */
        secret: string;
      }>;
    };
    /** Who must approve what; `default` is laid over every action. */
    policies?: {
      default?: SalesforcePolicy;
      [action: string]: SalesforcePolicy | undefined;
    };
    /** The local copy of users and access that boards and searches read. */
    inventory?: {
      /** Whether syncs run by themselves. Default: true. */
      scheduled?: boolean;
      /** How often everything is read. Default: 24 hours. */
      fullEvery?: HumanDuration | string;
      /** How often what changed is read. Default: 1 hour. */
      incrementalEvery?: HumanDuration | string;
      /**
       * How long after the last sync what changed is read, where a request has
       * changed something since. Default: 5 minutes.
       */
      afterRequestsEvery?: HumanDuration | string;
      /** API calls that one sync may make in a row. Default: 2000. */
      apiCallBudget?: number;
      /** What a seat costs, for boards that say what is wasted. */
      licenseCosts?: {
        /** Default: USD. */
        currency?: string;
        licenses?: Array<{
          /** Name of the user licence, e.g. Salesforce. */
          name: string;
          perMonth: number;
        }>;
      };
    };
    audit?: {
      /**
       * Signs checkpoints: an Ed25519 private key, PEM (PKCS#8) or its 32-byte
       * seed in base64.
       * @visibility secret
       */
      signingKey?: string;
      retention?: {
        /** Entries older than this move into sealed segments. Default: never. */
        archiveAfter?: HumanDuration | string;
        /** Sealed segments older than this lose their content. Default: never. */
        removeAfter?: HumanDuration | string;
      };
    };
  };
}
