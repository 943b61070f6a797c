import type { DraftRow, ObjectRules, RecordReader } from '../../core/types';
import { idOf, textOf } from '../textOf';
import { assignByRule } from './assignmentRules';

function isClosedStatus(reader: RecordReader, row: DraftRow): boolean {
  return (
    reader.findBy('CaseStatus', 'MasterLabel', textOf(row.Status))[0]
      ?.IsClosed === true
  );
}

/** Cases: closed by their status, and on the account of their contact. */
export const caseRules: ObjectRules = {
  object: 'Case',

  defaults: () => ({ Status: 'New', Priority: 'Medium' }),

  stored: {
    IsClosed: (row, reader) => isClosedStatus(reader, row),
  },

  derived: {
    ContactPhone: (row, org) => contactField(org.store, row, 'Phone'),
    ContactMobile: (row, org) => contactField(org.store, row, 'MobilePhone'),
    ContactEmail: (row, org) => contactField(org.store, row, 'Email'),
    ContactFax: (row, org) => contactField(org.store, row, 'Fax'),
  },

  beforeInsert(event) {
    const { row, tx, org } = event;
    assignByRule(event, 'CaseAssignment');
    if (!idOf(row.AccountId) && idOf(row.ContactId)) {
      row.AccountId = tx.get('Contact', textOf(row.ContactId))?.AccountId;
    }
    // Whoever brings old cases says when they were closed.
    if (isClosedStatus(tx, row) && !event.given.has('ClosedDate')) {
      row.ClosedDate = org.clock.timestamp();
      row.IsClosedOnCreate = true;
    }
  },

  beforeUpdate(event) {
    const { before, row, tx, org } = event;
    if (!event.changed('Status') || event.given.has('ClosedDate')) {
      return;
    }
    const closed = isClosedStatus(tx, row);
    if (closed !== (before.IsClosed === true)) {
      row.ClosedDate = closed ? org.clock.timestamp() : null;
    }
  },
};

function contactField(reader: RecordReader, row: DraftRow, field: string) {
  const contactId = idOf(row.ContactId);
  return (contactId && reader.get('Contact', contactId)?.[field]) || null;
}
