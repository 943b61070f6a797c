import {
  auditFields,
  checkbox,
  createOnly,
  date,
  datetime,
  defaulted,
  deletedField,
  integer,
  picklist,
  readOnly,
  reference,
  restrictedPicklist,
  text,
  textArea,
} from '../fields';
import type { FieldSpecification, ObjectSpecification } from '../specification';
import { taskPriorities, taskStatuses } from './picklists';
import { statusObject } from './sales';

/** What an activity may be about. */
const related = [
  'Account',
  'Asset',
  'Campaign',
  'Case',
  'Contract',
  'Entitlement',
  'Opportunity',
  'Order',
  'Product2',
];

const subjects = ['Call', 'Email', 'Send Letter', 'Send Quote', 'Other'];

/** Who and what an activity concerns. */
function relations(childName: string): FieldSpecification[] {
  return [
    reference('WhoId', ['Contact', 'Lead'], {
      label: 'Name ID',
      childRelationshipName: childName,
    }),
    reference('WhatId', related, {
      label: 'Related To ID',
      childRelationshipName: childName,
    }),
  ];
}

function recurrence(start: FieldSpecification): FieldSpecification[] {
  return [
    checkbox('IsRecurrence', createOnly),
    start,
    date('RecurrenceEndDateOnly', { label: 'Recurrence End' }),
    text('RecurrenceTimeZoneSidKey', 40, { label: 'Recurrence Time Zone' }),
    restrictedPicklist('RecurrenceType', [
      'RecursDaily',
      'RecursEveryWeekday',
      'RecursWeekly',
      'RecursMonthly',
      'RecursMonthlyNth',
      'RecursYearly',
      'RecursYearlyNth',
    ]),
    integer('RecurrenceInterval', 9),
    integer('RecurrenceDayOfWeekMask', 9),
    integer('RecurrenceDayOfMonth', 9),
    restrictedPicklist('RecurrenceInstance', [
      'First',
      'Second',
      'Third',
      'Fourth',
      'Last',
    ]),
    restrictedPicklist('RecurrenceMonthOfYear', [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ]),
  ];
}

const task: ObjectSpecification = {
  name: 'Task',
  keyPrefix: '00T',
  sharingModel: 'private',
  fields: [
    ...relations('Tasks'),
    {
      name: 'Subject',
      type: 'combobox',
      length: 255,
      picklistValues: subjects,
      nameField: true,
    },
    date('ActivityDate', { label: 'Due Date Only' }),
    picklist('Status', taskStatuses, defaulted),
    picklist('Priority', taskPriorities, defaulted),
    checkbox('IsHighPriority', { ...readOnly, label: 'High Priority' }),
    reference('OwnerId', ['Group', 'User'], {
      ...defaulted,
      label: 'Assigned To ID',
    }),
    textArea('Description', 32000),
    deletedField(),
    reference('AccountId', 'Account', readOnly),
    checkbox('IsClosed', { ...readOnly, label: 'Closed' }),
    ...auditFields(),
    checkbox('IsArchived', { ...readOnly, label: 'Archived' }),
    integer('CallDurationInSeconds', 8, { label: 'Call Duration' }),
    picklist('CallType', ['Internal', 'Inbound', 'Outbound'], { length: 40 }),
    text('CallDisposition', 255, { label: 'Call Result' }),
    text('CallObject', 255, { label: 'Call Object Identifier' }),
    datetime('ReminderDateTime'),
    checkbox('IsReminderSet', { label: 'Reminder Set' }),
    reference('RecurrenceActivityId', 'Task', {
      ...readOnly,
      relationshipName: null,
    }),
    ...recurrence(date('RecurrenceStartDateOnly')),
    restrictedPicklist('RecurrenceRegeneratedType', [
      'RecurrenceRegenerateAfterDueDate',
      'RecurrenceRegenerateAfterToday',
      'RecurrenceRegenerated',
    ]),
    restrictedPicklist(
      'TaskSubtype',
      [
        { value: 'Task', default: true },
        'Email',
        'ListEmail',
        'Cadence',
        'Call',
        'LinkedIn',
      ],
      { ...createOnly, defaultedOnCreate: true },
    ),
    datetime('CompletedDateTime', { ...readOnly, label: 'Completed Date' }),
  ],
};

const event: ObjectSpecification = {
  name: 'Event',
  keyPrefix: '00U',
  sharingModel: 'private',
  fields: [
    ...relations('Events'),
    {
      name: 'Subject',
      type: 'combobox',
      length: 255,
      picklistValues: [...subjects.slice(0, 2), 'Meeting', 'Other'],
      nameField: true,
    },
    text('Location', 255),
    checkbox('IsAllDayEvent', { label: 'All-Day Event' }),
    datetime('ActivityDateTime', {
      label: 'Due Date Time',
      defaultedOnCreate: true,
    }),
    date('ActivityDate', { label: 'Due Date Only', defaultedOnCreate: true }),
    integer('DurationInMinutes', 8, {
      label: 'Duration',
      defaultedOnCreate: true,
    }),
    datetime('StartDateTime', { defaultedOnCreate: true }),
    datetime('EndDateTime', { defaultedOnCreate: true }),
    date('EndDate', { ...readOnly, minimumApiVersion: 46 }),
    textArea('Description', 32000),
    reference('AccountId', 'Account', readOnly),
    reference('OwnerId', ['User'], { ...defaulted, label: 'Assigned To ID' }),
    checkbox('IsPrivate', { label: 'Private' }),
    restrictedPicklist('ShowAs', [
      { value: 'Busy', default: true },
      { value: 'OutOfOffice', label: 'Out of Office' },
      'Free',
    ]),
    deletedField(),
    checkbox('IsChild', { ...readOnly, label: 'Is Child' }),
    checkbox('IsGroupEvent', { ...readOnly, label: 'Is Group Event' }),
    restrictedPicklist(
      'GroupEventType',
      [
        { value: '0', label: 'Non-group Event' },
        { value: '1', label: 'Group Event' },
        { value: '2', label: 'Proposed Event' },
      ],
      readOnly,
    ),
    ...auditFields(),
    checkbox('IsArchived', { ...readOnly, label: 'Archived' }),
    reference('RecurrenceActivityId', 'Event', {
      ...readOnly,
      relationshipName: null,
    }),
    ...recurrence(datetime('RecurrenceStartDateTime')),
    datetime('ReminderDateTime'),
    checkbox('IsReminderSet', { label: 'Reminder Set' }),
    restrictedPicklist('EventSubtype', [{ value: 'Event', default: true }], {
      ...createOnly,
      defaultedOnCreate: true,
    }),
  ],
};

export const activityObjects: readonly ObjectSpecification[] = [
  task,
  event,
  statusObject('TaskStatus', 'IsClosed'),
  statusObject('TaskPriority', 'IsHighPriority'),
];
