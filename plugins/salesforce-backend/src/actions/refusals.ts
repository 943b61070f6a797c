import type {
  Blocker,
  Problem,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { PlannedChange } from '@salesdesk/backstage-plugin-salesforce-node';
import type {
  ExplainRefusal,
  RefusalExplanation,
} from '../executor/ExecutorSeams';

/** A refusal as Salesforce worded it. */
interface Refusal {
  change: PlannedChange;
  code: string;
  message: string;
}

/** What a code means: what is wrong, and what would clear it. */
interface Meaning {
  /** Without an end; the person or record is named before. */
  message: string;
  remedy: string;
}

/*
 * By Salesforce's code alone: messages come in the language of the integration
 * user. What a code does not tell is said as Salesforce says it.
 */
const meanings: Record<string, Meaning> = {
  LICENSE_LIMIT_EXCEEDED: {
    message: 'no licence is free',
    remedy:
      'Deactivate users who no longer need this licence, or buy more; then retry',
  },
  DUPLICATE_USERNAME: {
    message:
      'the username is taken, in this org or in another Salesforce org somewhere in the world',
    remedy:
      'Ask again with another username; it need not be an e-mail address that exists',
  },
  DUPLICATE_COMM_NICKNAME: {
    message: 'somebody else has this nickname',
    remedy: 'Ask again; another nickname is chosen then',
  },
  DUPLICATE_VALUE: {
    message: 'another record has this value already',
    remedy: 'Choose another value, or change the other record',
  },
  INVALID_EMAIL_ADDRESS: {
    message: 'Salesforce does not take this as an e-mail address or username',
    remedy: 'Ask again with another address',
  },
  INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: {
    message: 'the org does not allow one of the values',
    remedy: 'Ask again with a value that the org allows',
  },
  REQUIRED_FIELD_MISSING: {
    message: 'the org requires a field that was not given',
    remedy: 'Give the field a default in Salesforce, or make it optional',
  },
  STRING_TOO_LONG: {
    message: 'one of the values is too long',
    remedy: 'Ask again with a shorter value',
  },
  FIELD_CUSTOM_VALIDATION_EXCEPTION: {
    message: 'a validation rule of the org refuses it',
    remedy:
      'Look at Setup > Object Manager > Validation Rules; change the rule or the request',
  },
  FIELD_INTEGRITY_EXCEPTION: {
    message: 'it does not fit what else the record has',
    remedy: 'Read Salesforce’s words below, correct what they name, then retry',
  },
  INSUFFICIENT_ACCESS: {
    message: 'the integration user may not do this',
    remedy:
      'Give the integration user the permission; Admin > Orgs > Check shows which are missing',
  },
  INVALID_FIELD_FOR_INSERT_UPDATE: {
    message: 'the integration user may not write one of the fields',
    remedy:
      'Give the integration user edit access to the field (Setup > Object Manager > Field-Level Security)',
  },
  ENTITY_IS_DELETED: {
    message: 'the record was deleted meanwhile',
    remedy: 'Cancel this request, or restore the record from the recycle bin',
  },
  NOT_FOUND: {
    message:
      'the record is not there any more, or the integration user cannot see it',
    remedy: 'Check the record in Salesforce; then retry or cancel the request',
  },
  MIXED_DML_OPERATION: {
    message:
      'an automation of the org changes other records in the same step, which Salesforce does not allow for users',
    remedy:
      'Make the automation on User asynchronous (Setup > Flows, Apex Triggers)',
  },
  INACTIVE_OWNER_OR_USER: {
    message: 'an inactive user cannot be given this',
    remedy: 'Activate the user first, or choose another',
  },
  TRANSFER_REQUIRES_READ: {
    message: 'the new owner may not see such records',
    remedy:
      'Give the new owner read access to the object, then retry; or ask again with another owner',
  },
  CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: {
    message: 'an automation or a rule of the org refuses it',
    remedy: 'Read Salesforce’s words below, correct what they name, then retry',
  },
};

const sameAs: Record<string, string> = {
  INSUFFICIENT_ACCESS_OR_READONLY: 'INSUFFICIENT_ACCESS',
  INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: 'INSUFFICIENT_ACCESS',
  INVALID_CROSS_REFERENCE_KEY: 'NOT_FOUND',
  DUPLICATES_DETECTED: 'DUPLICATE_VALUE',
  DUPLICATE_DEVELOPER_NAME: 'DUPLICATE_VALUE',
};

/** These pass by themselves: somebody else is writing the same record. */
const passing = new Set([
  'UNABLE_TO_LOCK_ROW',
  'SERVER_UNAVAILABLE',
  'REQUEST_RUNNING_TOO_LONG',
  'QUERY_TIMEOUT',
]);

/**
 * Where Salesforce refuses to deactivate somebody, only its words say why. The
 * places to clear it are known for the English ones; in any other language the
 * words themselves have to do.
 */
const deactivationPlaces: Array<[RegExp, string]> = [
  [
    /default owner of leads|default lead owner/i,
    'Setup > Marketing > Lead Settings > Default Lead Owner: choose somebody else',
  ],
  [
    /default owner of cases|default case owner/i,
    'Setup > Service > Support Settings > Default Case Owner: choose somebody else',
  ],
  [
    /automated case user/i,
    'Setup > Service > Support Settings > Automated Case User: choose somebody else',
  ],
  [
    /default workflow user/i,
    'Setup > Process Automation > Process Automation Settings > Default Workflow User: choose somebody else',
  ],
  [
    /web.to.lead/i,
    'Setup > Marketing > Web-to-Lead > Default Lead Creator: choose somebody else',
  ],
  [
    /approv/i,
    'Setup > Process Automation > Approval Processes: put somebody else into the steps that name this user',
  ],
  [
    /email alert|recipient/i,
    'Setup > Process Automation > Email Alerts: add another recipient',
  ],
  [
    /hierarchy field/i,
    'Put somebody else into this field of the users who name this user',
  ],
  [/administrator/i, 'Make somebody else an administrator first'],
  [/own user/i, 'Have an admin deactivate this user in Salesforce itself'],
];

function isDeactivation(change: PlannedChange): boolean {
  return (
    change.method === 'rehearse_deactivation' ||
    (change.object === 'User' &&
      change.operation === 'update' &&
      change.fields.some(
        ({ name, after }) => name === 'IsActive' && after === false,
      ))
  );
}

function isLicenseRefusal({ change, code }: Refusal): boolean {
  return (
    change.object === 'PermissionSetAssignment' &&
    change.operation === 'create' &&
    code === 'FIELD_INTEGRITY_EXCEPTION'
  );
}

function isProfileRefusal({ change, code }: Refusal): boolean {
  return (
    change.object === 'User' &&
    change.operation === 'update' &&
    change.fields.some(({ name }) => name === 'ProfileId') &&
    // the code for a profile that does not fit is not documented
    !(code in { LICENSE_LIMIT_EXCEEDED: 1 })
  );
}

function meaningOf(refusal: Refusal): Meaning | undefined {
  const { change, code, message } = refusal;
  if (isDeactivation(change)) {
    return {
      message: 'Salesforce refuses to deactivate this user',
      remedy:
        deactivationPlaces.find(([words]) => words.test(message))?.[1] ??
        'Clear what Salesforce’s words name, then retry. Freezing is possible meanwhile',
    };
  }
  if (isLicenseRefusal(refusal)) {
    return {
      message:
        'the user’s licence does not allow what the permission set gives',
      remedy:
        'Give the user the licence or the permission set licence that the set needs, then retry',
    };
  }
  const known = meanings[sameAs[code] ?? code];
  if (isProfileRefusal(refusal)) {
    return {
      message: known?.message ?? 'the profile cannot be given to this user',
      remedy:
        'Take permission sets and permission set licences away that the new licence does not allow, then retry',
    };
  }
  return known;
}

/**
 * What a refusal of one record means in plain words. Every refusal has a
 * remedy: whatever Salesforce refuses goes to an admin and is never dropped.
 */
export const explainRefusal: ExplainRefusal = (
  refusal: Refusal,
): RefusalExplanation => {
  const { change, code, message } = refusal;
  const meaning = meaningOf(refusal) ?? {
    message: 'Salesforce refused it',
    remedy: 'Correct what Salesforce’s words name, then retry',
  };
  const problem: Problem = {
    code,
    message: `${change.summary}: ${meaning.message}`,
    ...(message ? { details: message } : {}),
  };
  if (passing.has(code)) {
    return {
      problem: {
        ...problem,
        message: `${change.summary}: Salesforce is busy with this record`,
      },
      isTransient: true,
    };
  }
  const blocker: Blocker = {
    code: isDeactivation(change) ? 'cannot_deactivate' : code.toLowerCase(),
    message: problem.message,
    remedy: meaning.remedy,
    target: change.target,
    ...(message ? { details: message } : {}),
    ...(change.target.url ? { url: change.target.url } : {}),
  };
  return { problem, blocker };
};
