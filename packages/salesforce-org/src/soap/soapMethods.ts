import { normalizeId } from '../core/ids';
import type { CallContext } from '../core/types';
import { asSalesforceError } from '../http/errorAnswers';
import { isJsonObject, type JsonObject } from '../http/RequestBody';
import { requirePasswordRights, requireUser } from '../rest/passwordRoutes';
import { resetPassword, setPassword } from '../rest/passwords';
import { convertLead, type LeadConversion } from '../rules/crm/convertLead';
import { soapDataMethods } from './soapDataMethods';
import { requiredText, text, type SoapCall, type SoapCaller } from './SoapCall';
import { SoapFault, type SoapValue } from './SoapFault';
import { userInfo } from './soapUserInfo';

type SoapMethod = (
  call: SoapCall,
  caller: SoapCaller & { ctx: CallContext },
) => SoapValue | undefined;

/** The methods of the partner API that need a session. */
export const soapMethods = new Map<string, SoapMethod>([
  ...soapDataMethods,
  [
    'logout',
    ({ wire }, { session }) => {
      wire.sessions.end(session.token);
      return undefined;
    },
  ],
  [
    'getUserInfo',
    ({ wire }, { session }) =>
      userInfo(wire, requireUser(wire, session.userId)),
  ],
  [
    'getServerTimestamp',
    ({ wire }) => ({
      timestamp: new Date(wire.org.clock.now()).toISOString(),
    }),
  ],
  [
    'setPassword',
    ({ wire, parameters }, { ctx }) => {
      const user = requireUser(wire, requiredText(parameters, 'userId'));
      requirePasswordRights(wire, ctx, user);
      setPassword(wire, ctx, user, requiredText(parameters, 'password'));
      return {};
    },
  ],
  [
    'resetPassword',
    ({ wire, parameters }, { ctx }) => {
      const user = requireUser(wire, requiredText(parameters, 'userId'));
      requirePasswordRights(wire, ctx, user);
      // no EmailHeader here, so nobody gets a mail
      return { password: resetPassword(wire, ctx, user, { mail: false }) };
    },
  ],
  [
    'convertLead',
    (call, { ctx }) =>
      [call.parameters.leadConverts ?? []]
        .flat()
        .map(entry => convertOne(call, ctx, isJsonObject(entry) ? entry : {})),
  ],
]);

/** A lead that cannot be converted is an error in its place, no fault. */
function convertOne(
  { wire }: SoapCall,
  ctx: CallContext,
  parameters: JsonObject,
): SoapValue {
  try {
    const result = convertLead({
      org: wire.org,
      ctx,
      conversion: conversionOf(parameters),
    });
    return { ...result, success: true };
  } catch (error) {
    if (error instanceof SoapFault) {
      throw error;
    }
    return {
      accountId: null,
      contactId: null,
      errors: asSalesforceError(error).entries.map(entry => ({
        fields: entry.fields ?? [],
        message: entry.message,
        statusCode: entry.errorCode,
      })),
      leadId: text(parameters.leadId),
      opportunityId: null,
      success: false,
    };
  }
}

function conversionOf(parameters: JsonObject): LeadConversion {
  const idOf = (name: string) => {
    const value = text(parameters[name]);
    return value === null ? undefined : normalizeId(value) ?? value;
  };
  return {
    leadId: idOf('leadId') ?? requiredText(parameters, 'leadId'),
    convertedStatus: requiredText(parameters, 'convertedStatus'),
    accountId: idOf('accountId'),
    contactId: idOf('contactId'),
    ownerId: idOf('ownerId'),
    doNotCreateOpportunity: parameters.doNotCreateOpportunity === 'true',
    opportunityName: text(parameters.opportunityName) ?? undefined,
    overwriteLeadSource: parameters.overwriteLeadSource === 'true',
    sendNotificationEmail: parameters.sendNotificationEmail === 'true',
  };
}
