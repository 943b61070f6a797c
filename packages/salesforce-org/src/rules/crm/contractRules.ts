import type { DraftRow, FieldValue, ObjectRules } from '../../core/types';
import { numberOf, textOf } from '../textOf';

/** The last day of a term of so many months. */
function endOf(row: DraftRow): FieldValue {
  const start = textOf(row.StartDate);
  const months = numberOf(row.ContractTerm);
  if (!start || months === undefined) {
    return null;
  }
  const [year, month, day] = start.split('-').map(Number);
  const end = new Date(Date.UTC(year, month - 1 + months, day));
  end.setUTCDate(end.getUTCDate() - 1);
  return end.toISOString().slice(0, 10);
}

const statusCodes: Readonly<Record<string, string>> = {
  Activated: 'Activated',
  'In Approval Process': 'InApproval',
};

/** Contracts end when their term does. */
export const contractRules: ObjectRules = {
  object: 'Contract',
  stored: {
    EndDate: endOf,
    StatusCode: row => statusCodes[textOf(row.Status)] ?? 'Draft',
  },
};

/** Orders are drafts or activated. */
export const orderRules: ObjectRules = {
  object: 'Order',
  stored: {
    StatusCode: row => statusCodes[textOf(row.Status)] ?? 'Draft',
  },
};

/** What a line costs follows from its price, its number and its discount. */
export const lineRules: readonly ObjectRules[] = [
  'OrderItem',
  'QuoteLineItem',
].map(object => ({
  object,
  beforeInsert({ row, tx, given }) {
    const entryId = textOf(row.PricebookEntryId);
    const entry = entryId ? tx.get('PricebookEntry', entryId) : undefined;
    if (!entry) {
      return;
    }
    row.ListPrice = entry.UnitPrice;
    row.Product2Id = entry.Product2Id;
    if (!given.has('UnitPrice')) {
      row.UnitPrice = entry.UnitPrice;
    }
  },
  stored: {
    TotalPrice: row => {
      const price = numberOf(row.UnitPrice);
      const quantity = numberOf(row.Quantity);
      const discount = numberOf(row.Discount) ?? 0;
      return price === undefined || quantity === undefined
        ? null
        : Math.round(price * quantity * (100 - discount)) / 100;
    },
  },
}));

/** Entitlements run from day to day. */
export const entitlementRules: ObjectRules = {
  object: 'Entitlement',
  derived: {
    Status: (row, org) => {
      const today = org.clock.timestamp().slice(0, 10);
      const [start, end] = [row.StartDate, row.EndDate].map(textOf);
      if (end && end < today) {
        return 'Expired';
      }
      return start && start > today ? 'Inactive' : 'Active';
    },
  },
};
