import type {
  LeadConversion,
  WriteResult,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { checkedIds } from './callChecks';
import type { OrgCalls } from './OrgCalls';
import { isObject, toRefusal, unexpectedAnswer } from './recordAnswers';

/**
 * Converts a lead. REST has no such call; the partner API has. The id of the
 * answer is the lead's, which stays and remembers what it became.
 */
export async function convertLead(options: {
  calls: OrgCalls;
  conversion: LeadConversion;
}): Promise<WriteResult> {
  const { calls, conversion } = options;
  const { leadId, accountId, contactId, ownerId, opportunityName } = conversion;
  const [id] = checkedIds([leadId]);
  const idOf = (value: string | undefined) =>
    value === undefined ? undefined : checkedIds([value])[0];
  // the elements have a fixed order: that of the alphabet
  const elements = {
    accountId: idOf(accountId),
    contactId: idOf(contactId),
    convertedStatus: conversion.convertedStatus,
    doNotCreateOpportunity: conversion.withoutOpportunity,
    leadId: id,
    opportunityName: conversion.withoutOpportunity
      ? undefined
      : opportunityName,
    overwriteLeadSource: false,
    ownerId: idOf(ownerId),
    sendNotificationEmail: false,
  };
  const answer = await calls.send({
    kind: 'write',
    method: 'POST',
    path: '',
    soap: {
      method: 'convertLead',
      parameters: {
        leadConverts: Object.fromEntries(
          Object.entries(elements).filter(([, value]) => value !== undefined),
        ),
      },
    },
  });
  const result: unknown = isObject(answer) ? answer.result : undefined;
  if (!isObject(result)) return unexpectedAnswer('unknown');
  return String(result.success) === 'true'
    ? { outcome: 'applied', id }
    : toRefusal(result.errors);
}
