import type {
  InvokeMethod,
  PlannedChange,
  SalesforceWriter,
  WriteResult,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { PlannedWork } from './PlannedWork';

/** What a method is called with. */
interface Invocation {
  writer: SalesforceWriter;
  recordId: string;
  change: PlannedChange;
  /** What was planned, by API name. */
  values: Record<string, unknown>;
}

const text = (value: unknown) =>
  typeof value === 'string' ? value : undefined;

const methods: Record<
  InvokeMethod,
  (invocation: Invocation) => Promise<WriteResult>
> = {
  reset_password: ({ writer, recordId }) =>
    writer.resetPassword({ userId: recordId }),
  revoke_oauth_tokens: ({ writer, recordId, values }) => {
    const appName = text(values.AppName);
    return writer.revokeOauthTokens({
      userId: recordId,
      ...(appName ? { appName } : {}),
    });
  },
  end_sessions: ({ writer, recordId }) =>
    writer.endSessions({ userId: recordId }),
  rehearse_deactivation: ({ writer, recordId }) =>
    writer.rehearseDeactivation({ userId: recordId }),
  convert_lead: ({ writer, recordId, values }) =>
    writer.convertLead({
      leadId: recordId,
      convertedStatus: String(values.Status),
      accountId: text(values.ConvertedAccountId),
      contactId: text(values.ConvertedContactId),
      ownerId: text(values.OwnerId),
      opportunityName: text(values.OpportunityName),
      withoutOpportunity: text(values.OpportunityName) === undefined,
    }),
  transfer_records: ({ writer, change }) =>
    writer.transferRecords(transferOf(change)),
};

/** What is handed over, from whom to whom, as a planned change says it. */
export function transferOf(change: PlannedChange): {
  object: string;
  field: string;
  from: string;
  to: string;
  ids: string[];
} {
  const { object, fields, recordIds = [] } = change;
  const [owner] = fields;
  const from = text(owner?.before);
  const to = text(owner?.after);
  if (!from || !to || recordIds.length === 0) {
    throw new Error(`'${change.summary}' does not say what to hand over`);
  }
  return { object, field: owner.name, from, to, ids: recordIds };
}

/** Whether a stored word names something that can be called. */
export function isInvokeMethod(
  method: string | null | undefined,
): method is InvokeMethod {
  return typeof method === 'string' && Object.hasOwn(methods, method);
}

/** Makes the call that one planned change stands for. */
export async function invokeSalesforce(options: {
  writer: SalesforceWriter;
  work: PlannedWork;
  recordId: string;
}): Promise<WriteResult> {
  const { writer, work, recordId } = options;
  const { change } = work;
  const { method, fields } = change;
  if (!isInvokeMethod(method)) {
    throw new Error(`There is no call '${method}'`);
  }
  return methods[method]({
    writer,
    recordId,
    change,
    // what such a change ends or sets stands in its fields
    values: Object.fromEntries(
      fields.map(({ name, before, after }) => [name, after ?? before]),
    ),
  });
}
