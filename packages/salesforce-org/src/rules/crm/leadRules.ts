import type { ObjectRules } from '../../core/types';
import { refusal } from '../refusals';
import { idOf, textOf } from '../textOf';
import { assignByRule } from './assignmentRules';

/** Leads: converted ones are history, and only convertLead makes them so. */
export const leadRules: ObjectRules = {
  object: 'Lead',

  beforeInsert(event) {
    assignByRule(event, 'LeadAssignment');
    refuseConvertedStatus(event.tx, event.row.Status, event.ctx.systemMode);
  },

  beforeUpdate(event) {
    const { before, ctx, row, tx } = event;
    if (ctx.systemMode) {
      return;
    }
    if (before.IsConverted === true) {
      const mayEdit = event.org.access.hasSystemPermission(
        ctx,
        'AllowViewEditConvertedLeads',
      );
      if (!mayEdit) {
        throw refusal(
          'CANNOT_UPDATE_CONVERTED_LEAD',
          'cannot reference converted lead',
        );
      }
    } else if (event.changed('Status')) {
      refuseConvertedStatus(tx, row.Status, ctx.systemMode);
    }
  },
};

/** A lead becomes converted by conversion, not by setting its status. */
function refuseConvertedStatus(
  tx: Parameters<NonNullable<ObjectRules['beforeInsert']>>[0]['tx'],
  status: unknown,
  systemMode: boolean | undefined,
): void {
  const value = typeof status === 'string' ? idOf(status) : undefined;
  const row = value
    ? tx.findBy('LeadStatus', 'MasterLabel', value)[0]
    : undefined;
  if (row?.IsConverted === true && !systemMode) {
    throw refusal(
      'INVALID_STATUS',
      `invalid status: ${textOf(
        row.MasterLabel,
      )}. A converted status is set by converting the lead`,
      ['Status'],
    );
  }
}
