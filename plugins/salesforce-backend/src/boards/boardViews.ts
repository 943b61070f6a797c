import type {
  Board,
  BoardBody,
  Person,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { BoardRow } from '../database/tables';
import type { BuiltInBoard } from './builtInBoards';

/** Objects whose rows have a user. */
const withUser = new Set([
  'User',
  'PermissionSetAssignment',
  'PermissionSetLicenseAssign',
  'UserPackageLicense',
  'GroupMember',
  'OauthToken',
  'AuthSession',
  'LoginHistory',
  'UserLogin',
  'UserTerritory2Association',
]);

/** Who asks, as far as boards go. */
export interface BoardReader {
  ref: string;
  /** The person and the groups they are in. */
  ownershipRefs: string[];
}

export function maySee(row: BoardRow, reader: BoardReader): boolean {
  const sharedWith: string[] = JSON.parse(row.shared_with);
  return (
    row.owner_ref === reader.ref ||
    sharedWith.some(ref => ref === '*' || reader.ownershipRefs.includes(ref))
  );
}

/** What is kept of a board that somebody made. */
export function stored(body: BoardBody) {
  return {
    title: body.title,
    description: body.description ?? null,
    definition: JSON.stringify(body.definition),
    shared_with: JSON.stringify(
      (body.sharedWith ?? []).map(ref => ref.toLocaleLowerCase('en-US')),
    ),
  };
}

/** A kept board, as its reader sees it. */
export function toBoard(
  row: BoardRow,
  owner: Person,
  reader: BoardReader,
): Board {
  const definition: Board['definition'] = JSON.parse(row.definition);
  return {
    id: row.id,
    title: row.title,
    ...(row.description ? { description: row.description } : {}),
    definition,
    builtIn: false,
    editable: row.owner_ref === reader.ref,
    targetsUsers: withUser.has(definition.object),
    owner,
    sharedWith: JSON.parse(row.shared_with),
    revision: row.revision,
    updatedAt: row.updated_at,
  };
}

export function toBuiltIn(board: BuiltInBoard): Board {
  return {
    ...board,
    builtIn: true,
    editable: false,
    targetsUsers: withUser.has(board.definition.object),
    sharedWith: ['*'],
    revision: 1,
  };
}
