import type { components } from '../generated/openapi.generated';

type Schemas = components['schemas'];

/** @public */
export type ErrorCode = Schemas['ErrorCode'];
/** @public */
export type FieldError = Schemas['FieldError'];
/** @public */
export type Person = Schemas['Person'];
/** @public */
export type Me = Schemas['Me'];
/** @public */
export type SalesforceUser = Schemas['SalesforceUser'];
/** @public */
export type SalesforceUserStatus = Schemas['SalesforceUserStatus'];
/** @public */
export type SalesforceUserList = Schemas['SalesforceUserList'];
/** @public */
export type AssignedAccess = Schemas['AssignedAccess'];
/** @public */
export type Risk = Schemas['Risk'];
/** @public */
export type ActionDescription = Schemas['ActionDescription'];
/** @public */
export type ActionExample = Schemas['ActionExample'];
/** @public */
export type ActionAnswer = Schemas['ActionAnswer'];
/** @public */
export type FieldValue = Schemas['FieldValue'];
/** @public */
export type FieldChange = Schemas['FieldChange'];
/** @public */
export type Change = Schemas['Change'];
/** @public */
export type ChangeOutcome = Schemas['ChangeOutcome'];
/** @public */
export type ChangePage = Schemas['ChangePage'];
/** @public */
export type Target = Schemas['Target'];
/** @public */
export type Problem = Schemas['Problem'];
/** @public */
export type Blocker = Schemas['Blocker'];
/** @public */
export type FollowUp = Schemas['FollowUp'];
/** @public */
export type LeftOut = Schemas['LeftOut'];
/** @public */
export type Plan = Schemas['Plan'];
/** @public */
export type Draft = Schemas['Draft'];
/** @public */
export type DraftBody = Schemas['DraftBody'];
/** @public */
export type SubmitBody = Schemas['SubmitBody'];
/** @public */
export type ReviewBody = Schemas['ReviewBody'];
/** @public */
export type BulkReviewAnswer = Schemas['BulkReviewAnswer'];
/** @public */
export type Verdict = Schemas['Verdict'];
/** @public */
export type Decision = Schemas['Decision'];
/** @public */
export type RequestState = Schemas['RequestState'];
/** @public */
export type AllowedAction = Schemas['AllowedAction'];
/** @public */
export type RequestSummary = Schemas['RequestSummary'];
/** @public */
export type RequestPage = Schemas['RequestPage'];
/** @public */
export type RequestDetail = Schemas['RequestDetail'];
/** @public */
export type Review = Schemas['Review'];
/** @public */
export type StageView = Schemas['StageView'];
/** @public */
export type OrgStatus = Schemas['OrgStatus'];
/** @public */
export type OrgSummary = Schemas['OrgSummary'];
/** @public */
export type OrgDetail = Schemas['OrgDetail'];
/** @public */
export type OrgValidation = Schemas['OrgValidation'];
/** @public */
export type OrgLogPage = Schemas['OrgLogPage'];
/** @public */
export type Credentials = Schemas['Credentials'];
/** @public */
export type CredentialsKind = Schemas['CredentialsKind'];
/** @public */
export type CredentialsView = Schemas['CredentialsView'];
/** @public */
export type CreateOrgBody = Schemas['CreateOrgBody'];
/** @public */
export type UpdateOrgBody = Schemas['UpdateOrgBody'];
/** @public */
export type Picker = Schemas['Picker'];
/** @public */
export type Option = Schemas['Option'];
/** @public */
export type OptionList = Schemas['OptionList'];
/** @public */
export type ReviewerSource = Schemas['ReviewerSource'];
/** @public */
export type StageRequirement = Schemas['StageRequirement'];
/** @public */
export type PolicyStage = Schemas['PolicyStage'];
/** @public */
export type Policy = Schemas['Policy'];
/** @public */
export type PolicyRecord = Schemas['PolicyRecord'];
/** @public */
export type PolicyVersionPage = Schemas['PolicyVersionPage'];
/** @public */
export type AuditEntry = Schemas['AuditEntry'];
/** @public */
export type AuditPage = Schemas['AuditPage'];
/** @public */
export type AuditStatus = Schemas['AuditStatus'];
/** @public */
export type AuditCheckpoint = Schemas['AuditCheckpoint'];
/** @public */
export type InterpreterKind = Schemas['InterpreterKind'];
/** @public */
export type AssistantInfo = Schemas['AssistantInfo'];
/** @public */
export type PageContext = Schemas['PageContext'];
/** @public */
export type TurnBody = Schemas['TurnBody'];
/** @public */
export type Turn = Schemas['Turn'];
/** @public */
export type Conversation = Schemas['Conversation'];
/** @public */
export type ConversationSummary = Schemas['ConversationSummary'];
/** @public */
export type ConversationPage = Schemas['ConversationPage'];
/** One part of an answer, told apart by `kind`. @public */
export type AssistantBlock = Schemas['AssistantBlock'];
/** @public */
export type TableBlock = Schemas['TableBlock'];
/** @public */
export type RecordBlock = Schemas['RecordBlock'];
/** @public */
export type DraftsBlock = Schemas['DraftsBlock'];
/** @public */
export type AssistantDraft = Schemas['AssistantDraft'];
/** @public */
export type QuestionBlock = Schemas['QuestionBlock'];
/** @public */
export type RefusalBlock = Schemas['RefusalBlock'];
/** One's own connection to an org. @public */
export type PersonalConnection = Schemas['PersonalConnection'];
/** What a login through a browser came to. @public */
export type CompletedLogin = Schemas['CompletedLogin'];
/** @public */
export type Certificate = Schemas['Certificate'];
/** An app for logins with a browser. @public */
export type LoginAppBody = Schemas['LoginAppBody'];
/** Where a login with a browser goes on. @public */
export type StartedLogin = Schemas['StartedLogin'];
/** @public */
export type LoginKind = Schemas['LoginKind'];
/** @public */
export type PermissionSetDescription = Schemas['PermissionSetDescription'];
/** A person and their Salesforce user in an org. @public */
export type OrgPerson = Schemas['OrgPerson'];
/** @public */
export type OrgPeoplePage = Schemas['OrgPeoplePage'];
/** A claim that somebody has to settle. @public */
export type LinkConflict = Schemas['LinkConflict'];
/** @public */
export type DataObjectSummary = Schemas['DataObjectSummary'];
/** @public */
export type DataObject = Schemas['DataObject'];
/** @public */
export type DataField = Schemas['DataField'];
/** @public */
export type DataRecord = Schemas['DataRecord'];
/** @public */
export type DataRecordField = Schemas['DataRecordField'];
/** @public */
export type RelatedList = Schemas['RelatedList'];
/** @public */
export type SavedQuery = Schemas['SavedQuery'];
/** @public */
export type SavedQueryBody = Schemas['SavedQueryBody'];
/** @public */
export type QueryStart = Schemas['QueryStart'];
/** @public */
export type QueryRows = Schemas['QueryRows'];
/** @public */
export type QueryEnd = Schemas['QueryEnd'];
/** @public */
export type InventoryField = Schemas['InventoryField'];
/** @public */
export type InventoryObjectList = Schemas['InventoryObjectList'];
/** @public */
export type InventoryStatus = Schemas['InventoryStatus'];
/** @public */
export type InventorySync = Schemas['InventorySync'];
/** @public */
export type InventorySyncPage = Schemas['InventorySyncPage'];
/** @public */
export type InventoryChange = Schemas['InventoryChange'];
/** @public */
export type InventoryChangePage = Schemas['InventoryChangePage'];
/** @public */
export type InventoryCondition = Schemas['InventoryCondition'];
/** @public */
export type InventoryQueryBody = Schemas['InventoryQueryBody'];
/** @public */
export type InventoryPage = Schemas['InventoryPage'];
/** @public */
export type InventoryExportBody = Schemas['InventoryExportBody'];
/** @public */
export type InventoryGroupBody = Schemas['InventoryGroupBody'];
/** @public */
export type InventoryGroupList = Schemas['InventoryGroupList'];
/** @public */
export type InventoryRecord = Schemas['InventoryRecord'];
/** @public */
export type InventoryUser = Schemas['InventoryUser'];
/** @public */
export type AccessSource = Schemas['AccessSource'];
/** @public */
export type ObjectOperation = Schemas['ObjectOperation'];
/** @public */
export type EffectiveAccess = Schemas['EffectiveAccess'];
/** @public */
export type WhoCanPage = Schemas['WhoCanPage'];
/** @public */
export type UserComparison = Schemas['UserComparison'];
/** @public */
export type Board = Schemas['Board'];
/** @public */
export type BoardBody = Schemas['BoardBody'];
/** @public */
export type BoardDefinition = Schemas['BoardDefinition'];
/** @public */
export type BoardList = Schemas['BoardList'];
/** @public */
export type BoardCounts = Schemas['BoardCounts'];
/** @public */
export type BoardCharts = Schemas['BoardCharts'];
/** @public */
export type BoardTargets = Schemas['BoardTargets'];
/** @public */
export type BoardTargetsBody = Schemas['BoardTargetsBody'];
