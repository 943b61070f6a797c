import type {
  BeforeInsertEvent,
  BeforeUpdateEvent,
  ObjectRules,
} from '../../core/types';
import { integrityRefusal, refusal } from '../refusals';
import { idOf, numberOf, textOf } from '../textOf';
import { accountOfActivity } from './taskRules';

const MINUTE = 60 * 1000;

/**
 * Events: a beginning and either an end or a duration, or a whole day. Each
 * way of saying when fills in the other fields.
 */
export const eventRules: ObjectRules = {
  object: 'Event',

  stored: {
    AccountId: accountOfActivity,
    EndDate: row => textOf(row.EndDateTime).slice(0, 10) || null,
  },

  beforeInsert: settleTimes,
  beforeUpdate: settleTimes,
};

function settleTimes(event: BeforeInsertEvent | BeforeUpdateEvent): void {
  const { row } = event;
  if (row.IsAllDayEvent === true) {
    settleWholeDay(event);
    return;
  }
  const start = startOf(event);
  if (start === undefined) {
    throw missing(['ActivityDateTime']);
  }
  const minutes = minutesOf(event, start);
  if (minutes === undefined) {
    throw missing(['DurationInMinutes']);
  }
  if (minutes < 0) {
    throw integrityRefusal('End date/time must be after the start date/time.', [
      'EndDateTime',
    ]);
  }
  row.StartDateTime = timestamp(start);
  row.ActivityDateTime = row.StartDateTime;
  row.ActivityDate = row.StartDateTime.slice(0, 10);
  row.DurationInMinutes = minutes;
  row.EndDateTime = timestamp(start + minutes * MINUTE);
}

function settleWholeDay({ row }: BeforeInsertEvent | BeforeUpdateEvent): void {
  const day = idOf(row.ActivityDate) ?? textOf(row.StartDateTime).slice(0, 10);
  if (!day) {
    throw missing(['ActivityDate']);
  }
  const last = textOf(row.EndDateTime).slice(0, 10);
  row.ActivityDate = day;
  row.ActivityDateTime = `${day}T00:00:00.000+0000`;
  row.StartDateTime = row.ActivityDateTime;
  row.EndDateTime = `${last > day ? last : day}T00:00:00.000+0000`;
  row.DurationInMinutes =
    1440 +
    (Date.parse(textOf(row.EndDateTime)) - Date.parse(row.StartDateTime)) /
      MINUTE;
}

/** What the caller gave wins over what was there before. */
function startOf({
  row,
  given,
}: BeforeInsertEvent | BeforeUpdateEvent): number | undefined {
  const field = ['StartDateTime', 'ActivityDateTime'].sort(
    (left, right) => Number(given.has(right)) - Number(given.has(left)),
  );
  const text = idOf(row[field[0]]) ?? idOf(row[field[1]]);
  return text ? Date.parse(text) : undefined;
}

function minutesOf(
  { row, given }: BeforeInsertEvent | BeforeUpdateEvent,
  start: number,
): number | undefined {
  const end = idOf(row.EndDateTime);
  const duration = numberOf(row.DurationInMinutes);
  if (end && (given.has('EndDateTime') || duration === undefined)) {
    return (Date.parse(end) - start) / MINUTE;
  }
  return duration;
}

function timestamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('Z', '+0000');
}

function missing(fields: string[]) {
  return refusal(
    'REQUIRED_FIELD_MISSING',
    `Required fields are missing: [${fields.join(', ')}]`,
    fields,
  );
}
