import type {
  AuthService,
  BackstageCredentials,
  BackstageUserPrincipal,
  PermissionsRegistryService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type BasicPermission,
} from '@backstage/plugin-permission-common';
import {
  SalesdeskError,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { Delegations } from '../approvals/Delegations';
import { personRefOf } from '../approvals/personRefOf';
import type { PeopleDirectory } from '../requests/PeopleDirectory';
import type { Caller } from './Caller';
import { RequestDecisions } from './RequestDecisions';
import { SignInClaims } from './SignInClaims';

/** What {@link Callers} needs. */
export interface CallersOptions {
  auth: AuthService;
  userInfo: UserInfoService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  people: Pick<PeopleDirectory, 'groupsOf'>;
  delegations: Pick<Delegations, 'principalsOf'>;
}

/** Finds out who calls and what the host's roles let them do. */
export class Callers {
  readonly #auth: AuthService;
  readonly #claims: SignInClaims;
  readonly #permissions: PermissionsService;
  readonly #permissionsRegistry: PermissionsRegistryService;
  readonly #people: Pick<PeopleDirectory, 'groupsOf'>;
  readonly #delegations: Pick<Delegations, 'principalsOf'>;

  static create(options: CallersOptions): Callers {
    return new Callers(options);
  }

  private constructor(options: CallersOptions) {
    this.#auth = options.auth;
    this.#claims = new SignInClaims(options);
    this.#permissions = options.permissions;
    this.#permissionsRegistry = options.permissionsRegistry;
    this.#people = options.people;
    this.#delegations = options.delegations;
  }

  /**
   * The person who calls. Services are refused (`not_a_person`), also those
   * that hold an external access token: the permission framework lets them do
   * anything, and nobody could be held to what they did.
   */
  async person(credentials: BackstageCredentials): Promise<Caller> {
    const ref = this.personRef(credentials);
    const [ownershipRefs, groups, principals, decisions] = await Promise.all([
      this.#claims.ownershipRefs(ref, credentials),
      this.#people.groupsOf([ref]),
      this.#delegations.principalsOf(ref),
      RequestDecisions.fetch({
        permissions: this.#permissions,
        permissionsRegistry: this.#permissionsRegistry,
        credentials,
      }),
    ]);
    return {
      credentials,
      ref,
      // What the sign-in says, and the groups above those groups.
      ownershipRefs: [
        ...new Set([
          ref,
          ...ownershipRefs.map(normalize),
          ...(groups.get(ref) ?? []),
        ]),
      ],
      principals,
      decisions,
      managesOrgs: async () => decisions.managesOrgs,
    };
  }

  /** The entity ref of the person who calls; refuses services. */
  personRef(credentials: BackstageCredentials): string {
    if (!this.#auth.isPrincipal(credentials, 'user')) {
      throw new SalesdeskError(
        'NotAllowedError',
        'Only a person who is signed in can do this; services cannot',
        { code: 'not_a_person' },
      );
    }
    const { userEntityRef }: BackstageUserPrincipal = credentials.principal;
    return personRefOf(userEntityRef) ?? normalize(userEntityRef);
  }

  /** Whether a permission that is about no request is granted. */
  async may(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const [decision] = await this.#permissions.authorize([{ permission }], {
      credentials,
    });
    return decision?.result === AuthorizeResult.ALLOW;
  }

  /** Throws `not_permitted` unless the permission is granted. */
  async demand(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<void> {
    if (!(await this.may(permission, credentials))) {
      throw new SalesdeskError(
        'NotAllowedError',
        `Your role does not include '${permission.name}'`,
        { code: 'not_permitted' },
      );
    }
  }
}

// Entity refs are compared without regard to case, like the catalog does, and
// a person's always complete.
function normalize(entityRef: string): string {
  return entityRef.toLocaleLowerCase('en-US');
}
