import { convertLead as declaration } from '@salesdesk/backstage-plugin-salesforce-common';
import {
  createSalesforceAction,
  type PlannedField,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { NamedRecord } from './findRecord';
import { field } from './planParts';
import { findVisibleRecord } from './records/findVisibleRecord';
import {
  accountOf,
  contactOf,
  convertedStatus,
  readLead,
  requireCreatable,
  requireOwner,
  sameNamed,
} from './records/leadConversion';
import { personalRights } from './records/personalRights';

/** Converts a lead into an account, a contact and an opportunity. */
export const convertLead = createSalesforceAction(declaration, {
  async preview({ input, context }) {
    const { resolver, reader } = context;
    const rights = await personalRights(context, 'lead');
    const object = await reader.describe('Lead');
    const found = await findVisibleRecord({
      context,
      rights,
      object,
      record: input.lead,
      path: 'lead',
    });
    const lead = await readLead({ context, rights, found });
    if (input.withoutOpportunity && input.opportunity !== undefined) {
      resolver.refuse([
        {
          path: 'opportunity',
          code: 'invalid_input',
          message: 'An opportunity that is not created has no name',
        },
      ]);
    }
    const target = {
      object: 'Lead',
      id: found.id,
      label: found.label,
      detail: lead.company,
      url: context.recordUrl('Lead', found.id),
      ...(lead.ownerId === rights.userId
        ? { ownerRef: context.requester.ref }
        : {}),
    };
    if (lead.isConverted) {
      return {
        title: `Convert ${found.label}`,
        changes: [],
        leftOut: [{ target, reason: 'Is converted already' }],
        targets: [target],
      };
    }
    const [status, account, owner] = await Promise.all([
      convertedStatus(context, input.status),
      accountOf({ context, rights, company: lead.company, input }),
      input.owner === undefined
        ? undefined
        : resolver.user({ path: 'owner', reference: input.owner }),
    ]);
    const contact = await contactOf({ context, rights, account, input });
    requireOwner({ context, lead, owner });
    await requireCreatable({
      context,
      rights,
      objects: [
        ...(account ? [] : ['Account']),
        ...(contact ? [] : ['Contact']),
        ...(input.withoutOpportunity ? [] : ['Opportunity']),
      ],
    });
    const opportunity = input.withoutOpportunity
      ? null
      : input.opportunity ?? lead.company;
    const becomes = (
      name: string,
      label: string,
      record: NamedRecord | undefined,
      otherwise: string,
    ): PlannedField =>
      field({
        name,
        label,
        before: null,
        after: record?.id ?? null,
        beforeLabel: 'none',
        afterLabel: record ? record.label : `new: ${otherwise}`,
      });
    const isGivenAway = owner !== undefined && owner.id !== lead.ownerId;
    return {
      title: `Convert the lead ${found.label} (${lead.company})`,
      changes: [
        {
          object: 'Lead',
          recordId: found.id,
          operation: 'invoke',
          method: 'convert_lead',
          fields: [
            field({
              name: 'Status',
              label: 'Lead Status',
              before: lead.status,
              after: status,
            }),
            becomes('ConvertedAccountId', 'Account', account, lead.company),
            becomes('ConvertedContactId', 'Contact', contact, found.label),
            field({
              name: 'OpportunityName',
              label: 'Opportunity',
              before: null,
              after: opportunity,
              beforeLabel: 'none',
              afterLabel: opportunity === null ? 'none' : `new: ${opportunity}`,
            }),
            ...(isGivenAway
              ? [
                  field({
                    name: 'OwnerId',
                    label: 'Owner',
                    before: lead.ownerId,
                    after: owner.id,
                    beforeLabel: lead.ownerName,
                    afterLabel: owner.name,
                  }),
                ]
              : []),
          ],
          summary: `Convert the lead ${found.label}`,
          target: isGivenAway ? { ...target, ownerRef: undefined } : target,
        },
      ],
      // whose records come of it counts as well
      targets: [isGivenAway ? { ...target, ownerRef: undefined } : target],
      warnings: [
        ...(input.matchAccount && !account
          ? [`There is no account "${lead.company}" yet; a new one is created`]
          : []),
        ...(!input.matchAccount && !account
          ? await sameNamed({ context, rights, company: lead.company })
          : []),
      ],
    };
  },
  undo: {
    kind: 'none',
    note: 'Salesforce takes no conversion back: the lead stays converted, and what was created stays',
  },
  examples: [
    {
      words: 'Convert the lead Frank Knight',
      input: { lead: 'Frank Knight' },
    },
    {
      words: 'Convert Frank Knight’s lead without an opportunity',
      input: { lead: 'Frank Knight', withoutOpportunity: true },
    },
  ],
});
