import type { Row } from '../core/types';
import type { ObjectDefinition } from '../schema/definitions';
import { bindCondition } from './bindCondition';
import { withAliases } from './bindFrom';
import { bindOrder } from './bindOrder';
import { bindSelect, type SelectOptions } from './bindSelect';
import { checkWindow } from './checkWindow';
import type { Column } from './columns';
import { isAggregateQuery } from './aggregateFunctions';

/** `(SELECT LastName FROM Contacts)`, bound. */
export interface ChildQuery {
  readonly relationshipName: string;
  readonly object: ObjectDefinition;
  readonly columns: readonly Column[];
  /** The children of one row, in order, after LIMIT and OFFSET. */
  rowsOf(parent: Row): readonly Row[];
}

/** Levels of sub-queries below the query itself, since version 58. */
const maximumDepth = 4;

/** Binds a sub-query in a select list. */
export function bindChildQuery(options: SelectOptions): ChildQuery {
  const { session, scope: outer, query, depth } = options;
  const refuse = (errorCode: string, message: string) =>
    session.errorAt(query.from[0].path[0].offset, errorCode, message);
  const allowed = Number(session.ctx.apiVersion) >= 58 ? maximumDepth : 1;
  if (depth + 1 > allowed) {
    throw refuse(
      'MALFORMED_QUERY',
      `Nesting of parent to child sub-queries is limited to ${allowed} levels`,
    );
  }
  const word = query.from[0].path.at(-1)!;
  const relationship = outer.object.childRelationship(word.text);
  const object =
    relationship && session.visibleObject(relationship.childSObject);
  if (!relationship?.relationshipName || !object) {
    throw refuse(
      'INVALID_TYPE',
      `Didn't understand relationship '${word.text}' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.`,
    );
  }
  if (isAggregateQuery(query)) {
    throw refuse(
      'MALFORMED_QUERY',
      'only root queries support aggregate expressions',
    );
  }
  const scope = withAliases(session, object, query.from);
  const columns = bindSelect({ ...options, scope, depth: depth + 1 });
  const where = query.where && bindCondition(session, scope, query.where);
  const sort = bindOrder(session, scope, query.orderBy);
  const { skip, limit } = checkWindow(query);
  const readable = session.rowFilter(object);
  const { field, relationshipName } = relationship;
  const { store } = session.org;
  const deleted = session.includeDeleted;
  return {
    relationshipName,
    object,
    columns,
    rowsOf: parent => {
      const children = store
        .findBy(object.name, field, parent.Id, { deleted })
        .filter(
          row => (!where || where.test(row)) && (!readable || readable(row)),
        );
      const sorted = sort ? sort(children) : children;
      const end = limit === undefined ? undefined : skip + limit;
      return skip === 0 && end === undefined ? sorted : sorted.slice(skip, end);
    },
  };
}
