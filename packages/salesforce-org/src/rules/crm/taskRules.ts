import type { DraftRow, FieldValue, RecordReader } from '../../core/types';
import type { ObjectRules } from '../../core/types';
import { idOf, textOf } from '../textOf';

/** The account of an activity: of what it is about, else of whom. */
export function accountOfActivity(
  row: DraftRow,
  reader: RecordReader,
): FieldValue {
  const whatId = idOf(row.WhatId);
  const whoId = idOf(row.WhoId);
  if (whatId && reader.get('Account', whatId)) {
    return whatId;
  }
  for (const [object, id] of [
    ['Opportunity', whatId],
    ['Case', whatId],
    ['Asset', whatId],
    ['Contract', whatId],
    ['Contact', whoId],
  ] as const) {
    const account = id && reader.get(object, id)?.AccountId;
    if (account) {
      return account;
    }
  }
  return null;
}

function isClosed(reader: RecordReader, row: DraftRow): boolean {
  return (
    reader.findBy('TaskStatus', 'MasterLabel', textOf(row.Status))[0]
      ?.IsClosed === true
  );
}

/** Tasks: done or not by their status. */
export const taskRules: ObjectRules = {
  object: 'Task',

  defaults: () => ({ Status: 'Not Started', Priority: 'Normal' }),

  stored: {
    IsClosed: (row, reader) => isClosed(reader, row),
    IsHighPriority: (row, reader) =>
      reader.findBy('TaskPriority', 'MasterLabel', textOf(row.Priority))[0]
        ?.IsHighPriority === true,
    AccountId: accountOfActivity,
  },

  beforeInsert({ row, tx, org }) {
    row.CompletedDateTime = isClosed(tx, row) ? org.clock.timestamp() : null;
  },

  beforeUpdate(event) {
    if (event.changed('Status')) {
      event.row.CompletedDateTime = isClosed(event.tx, event.row)
        ? event.org.clock.timestamp()
        : null;
    }
  },
};
