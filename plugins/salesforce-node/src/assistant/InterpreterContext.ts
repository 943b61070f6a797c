import type {
  ActionAnswer,
  ActionDescription,
  AuditPage,
  Draft,
  PageContext,
  RequestDetail,
  RequestPage,
  RequestState,
  SalesforceUser,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { ActionPhrases } from '../actions/ActionPhrases';
import type { ObjectDescription } from '../gateway/SalesforceGateway';
import type { NameSearch } from './NameSearch';

/** An action as an interpreter sees it. @public */
export interface InterpretableAction extends ActionDescription {
  /** How people ask for it, beyond its examples. */
  phrases?: ActionPhrases;
}

/** An object of the org as it is listed. @public */
export interface ListedObject {
  name: string;
  label: string;
  labelPlural: string;
  custom: boolean;
  queryable: boolean;
  keyPrefix: string | null;
}

/** What a catalog entity is called, for "this". @public */
export interface PageEntity {
  ref: string;
  kind: string;
  name: string;
  title: string;
  /** `spec.type`, e.g. `salesforce-org`. */
  type?: string;
  email?: string;
}

/**
 * What an interpreter may know and do: all of it as the person who asks. There
 * is nothing here that writes.
 *
 * @public
 */
export interface InterpreterContext {
  now: Date;
  /** IANA name; dates without a time are days there. */
  timeZone: string;
  person: { ref: string; displayName: string; email?: string };
  org: { id: string; title: string; instanceUrl: string };
  page?: PageContext;
  /** The entity of the page, where it is one that the person may see. */
  pageEntity?: PageEntity;
  /**
   * The actions that are switched on. `permitted: 'no'` are those that this
   * person may not ask for: to refuse in words, never to propose.
   */
  actions: InterpretableAction[];
  names: NameSearch;
  may: {
    /** Run reads beyond one's own data. */
    readEverything: boolean;
    /** Look through users, profiles, permission sets. */
    lookThrough: boolean;
    readAudit: boolean;
  };
  /** The person's own Salesforce user in this org; undefined where they have none. */
  ownUser(): Promise<SalesforceUser | undefined>;
  /** Throws NotFoundError for people whom the person may not look at. */
  usersOfPerson(personRef: string): Promise<SalesforceUser[]>;
  objects(): Promise<ListedObject[]>;
  /** Throws where there is no such object. */
  describe(object: string): Promise<ObjectDescription>;
  /** The page of a record in Salesforce. */
  recordUrl(object: string, id: string): string;
  /** Runs a read action. Throws NotAllowedError, InputError, GatewayError. */
  read(options: {
    action: string;
    input: Record<string, unknown>;
    cursor?: string;
  }): Promise<ActionAnswer>;
  /** What a draft would change and need: to see mistakes before proposing it. */
  preview(options: {
    action: string;
    input: Record<string, unknown>;
    reason?: string;
  }): Promise<Draft>;
  /** Requests that the person may see. */
  requests(options: {
    view: 'mine' | 'to_review' | 'all';
    states?: RequestState[];
    actions?: string[];
    /** Record id of a target, or entity ref of the person who is the target. */
    target?: string;
    search?: string;
    limit: number;
  }): Promise<RequestPage>;
  request(requestId: string): Promise<RequestDetail>;
  timeline(requestId: string): Promise<AuditPage>;
  /** Throws NotAllowedError unless the person reads the audit log. */
  audit(options: {
    person?: string;
    target?: string;
    action?: string;
    types?: string[];
    requestId?: string;
    /** ISO 8601. */
    from?: string;
    to?: string;
    limit: number;
  }): Promise<AuditPage>;
}
