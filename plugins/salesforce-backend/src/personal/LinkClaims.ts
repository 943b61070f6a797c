import { SalesdeskError } from '@salesdesk/backstage-plugin-salesforce-common';
import { soql } from '@salesdesk/backstage-plugin-salesforce-node';
import type { Knex } from 'knex';
import type { AuditLog } from '../audit/AuditLog';
import { listConflicts } from '../database/operations/linkConflicts/listConflicts';
import { putConflict } from '../database/operations/linkConflicts/putConflict';
import { listLinks } from '../database/operations/userLinks/listLinks';
import { putLink } from '../database/operations/userLinks/putLink';
import type { OrgRow } from '../database/tables';
import type { IssuedToken } from '../gateway';
import type { DefaultGatewayProvider } from '../orgs/DefaultGatewayProvider';
import type { PersonService } from '../people/PersonService';
import { judgeOwnership, type OwnershipConflict } from './judgeOwnership';
import { ownershipWords } from './ownershipWords';
import { personalRefused } from './personalEntries';

/** A Salesforce user who may become the person's. */
export interface LinkClaim {
  userId: string;
  username: string;
  isNewLink: boolean;
}

/** @see LinkClaims */
export interface LinkClaimsOptions {
  knex: Knex;
  auditLog: AuditLog;
  gateways: Pick<DefaultGatewayProvider, 'forOrg'>;
  people: Pick<PersonService, 'personsOfUsers'>;
  /** By annotation, federation id or username; `undefined` for nobody. */
  userIdOf(options: {
    personRef: string;
    orgId: string;
  }): Promise<string | undefined>;
  now: () => Date;
}

/** Decides whose the Salesforce user is who just logged in. */
export class LinkClaims {
  readonly #options: LinkClaimsOptions;

  constructor(options: LinkClaimsOptions) {
    this.#options = options;
  }

  /**
   * Throws ConflictError `link_conflict` when the user is somebody else's; the
   * claim is kept then for an admin to settle.
   */
  async demand(options: {
    personRef: string;
    org: OrgRow;
    token: Pick<IssuedToken, 'userId' | 'organizationId'>;
  }): Promise<LinkClaim> {
    const { personRef, org, token } = options;
    const { knex, gateways, people, userIdOf } = this.#options;
    const orgId = org.id;
    const gateway = await gateways.forOrg(orgId);
    const { organizationId } = await gateway.identity();
    if (token.organizationId.slice(0, 15) !== organizationId.slice(0, 15)) {
      throw new SalesdeskError(
        'InputError',
        `You logged in to another Salesforce org than ${org.title}. Log out of Salesforce in this browser, and try again`,
        { code: 'login_refused' },
      );
    }
    const { records } = await gateway.query(
      soql.select({
        from: 'User',
        fields: ['Id', 'Username', 'Email', 'FederationIdentifier'],
        where: soql.eq('Id', token.userId),
      }),
    );
    const [record] = records;
    if (!record) {
      throw new SalesdeskError(
        'InputError',
        'Salesdesk cannot see the Salesforce user that you logged in with',
        { code: 'login_refused' },
      );
    }
    const user = {
      id: String(record.Id),
      username: String(record.Username),
      email: String(record.Email ?? ''),
      federationId: record.FederationIdentifier
        ? String(record.FederationIdentifier)
        : null,
    };
    const [links, conflicts, persons, matchedUserId] = await Promise.all([
      listLinks({ knex, orgId, personRefs: [personRef], userIds: [user.id] }),
      listConflicts({ knex, orgId }),
      people.personsOfUsers({ orgId, users: [user] }),
      userIdOf({ personRef, orgId }),
    ]);
    const linkedPerson = links.find(row => row.user_id === user.id)?.person_ref;
    const verdict = judgeOwnership({
      personRef,
      userId: user.id,
      linkedPerson,
      linkedUserId: links.find(row => row.person_ref === personRef)?.user_id,
      matchedPerson: persons.get(user.id),
      matchedUserId,
      refused: conflicts.some(
        row =>
          row.state === 'refused' &&
          row.person_ref === personRef &&
          row.user_id === user.id,
      ),
    });
    if (verdict !== 'theirs') {
      throw await this.#refuse({ ...options, user, ...verdict });
    }
    return {
      userId: user.id,
      username: user.username,
      isNewLink: linkedPerson === undefined,
    };
  }

  /** Links person and user, in the transaction that stores the connection. */
  async settle(options: {
    transaction: Knex.Transaction;
    personRef: string;
    org: OrgRow;
    claim: LinkClaim;
  }): Promise<void> {
    const { transaction, personRef, org, claim } = options;
    const orgId = org.id;
    const { userId } = claim;
    const links = await listLinks({
      knex: transaction,
      orgId,
      personRefs: [personRef],
      userIds: [userId],
    });
    if (links.some(l => l.person_ref === personRef && l.user_id === userId)) {
      return;
    }
    if (links.length > 0) {
      throw new SalesdeskError(
        'ConflictError',
        'Somebody settled meanwhile whose Salesforce user this is. Begin again',
        { code: 'link_conflict' },
      );
    }
    await putLink({
      knex: transaction,
      row: {
        org_id: orgId,
        person_ref: personRef,
        user_id: userId,
        username: claim.username,
        source: 'login',
        settled_by: personRef,
        settled_at: this.#options.now().toISOString(),
      },
    });
  }

  async #refuse(options: {
    personRef: string;
    org: OrgRow;
    user: { id: string; username: string };
    conflict: OwnershipConflict;
  }): Promise<SalesdeskError> {
    const { personRef, org, user, conflict } = options;
    const { knex, auditLog, now } = this.#options;
    const { username } = user;
    const message = ownershipWords({ conflict, username, orgTitle: org.title });
    await knex.transaction(async transaction => {
      // a "no" stays a "no", however often it is tried
      if (conflict !== 'refused_before') {
        await putConflict({
          knex: transaction,
          row: {
            org_id: org.id,
            person_ref: personRef,
            user_id: user.id,
            username,
            kind: conflict,
            message,
            state: 'open',
            noticed_at: now().toISOString(),
            settled_by: null,
            settled_at: null,
          },
        });
      }
      await auditLog.append(transaction, [
        personalRefused({
          orgId: org.id,
          orgTitle: org.title,
          personRef,
          userId: user.id,
          username,
          conflict,
          message,
        }),
      ]);
    });
    return new SalesdeskError(
      'ConflictError',
      `Nothing was connected: ${message}. Whoever looks after the org can settle whose Salesforce user it is`,
      { code: 'link_conflict' },
    );
  }
}
