import type { ObjectSpecification } from '../../schema/specification';

/**
 * Settings of an org that no API shows: an admin sees them in Setup alone.
 * They are rows of objects which only the org itself may see (the access
 * model hides them), so that they take part in transactions and in `reset`,
 * and so that the control API can change them like anything else.
 */
export const settingObjects: readonly ObjectSpecification[] = [
  {
    name: 'SetupReference',
    label: 'Setup Reference',
    keyPrefix: '0xR',
    setup: true,
    permissionable: false,
    sharingModel: 'not_shared',
    fields: [
      {
        name: 'Kind',
        type: 'picklist',
        length: 40,
        required: true,
        restrictedPicklist: true,
        picklistValues: [
          'DefaultLeadOwner',
          'DefaultCaseOwner',
          'AutomatedCaseUser',
          'DefaultWorkflowUser',
          'WebToLeadCreator',
          'ApprovalApprover',
          'EmailAlertRecipient',
          'CaseAssignment',
          'LeadAssignment',
        ],
      },
      /** The user, or for assignment rules also the queue. */
      {
        name: 'ReferenceId',
        type: 'reference',
        referenceTo: ['User', 'Group'],
        required: true,
        relationshipName: null,
        childRelationshipName: null,
      },
      /** Of the approval process or the e-mail alert. */
      { name: 'Name', type: 'string', length: 255 },
    ],
  },
  {
    name: 'UsernameElsewhere',
    label: 'Username Elsewhere',
    keyPrefix: '0xU',
    setup: true,
    permissionable: false,
    sharingModel: 'not_shared',
    fields: [
      /** Taken by a user of some other org on earth. */
      {
        name: 'Username',
        type: 'string',
        length: 80,
        required: true,
        unique: true,
      },
    ],
  },
  {
    name: 'PendingEmailChange',
    label: 'Pending Email Change',
    keyPrefix: '0xE',
    setup: true,
    permissionable: false,
    sharingModel: 'not_shared',
    fields: [
      {
        name: 'UserId',
        type: 'reference',
        referenceTo: 'User',
        required: true,
        relationshipName: null,
        childRelationshipName: null,
      },
      { name: 'Email', type: 'email', length: 128, required: true },
    ],
  },
];

/** Names of the objects that nobody but the org itself may see. */
export const settingObjectNames: ReadonlySet<string> = new Set(
  settingObjects.map(({ name }) => name),
);

/** What a user or queue can be referred to as, by the settings of an org. */
export type SetupReferenceKind =
  | 'DefaultLeadOwner'
  | 'DefaultCaseOwner'
  | 'AutomatedCaseUser'
  | 'DefaultWorkflowUser'
  | 'WebToLeadCreator'
  | 'ApprovalApprover'
  | 'EmailAlertRecipient'
  | 'CaseAssignment'
  | 'LeadAssignment';
