import { isPurpose, isStatement } from './isStatement';
import type { Reading, SaidBefore, Spoken } from './Reading';

/** What asks for something to be done, whatever stands behind it. */
const command =
  /^(?:(?:please|can|could|would|will|you|kindly|also|then|and|now|first|so|someone|somebody|we|i|need|want|to|just|go|ahead)\s)*(?:take|remove|revoke|give|grant|assign|add|freeze|unfreeze|deactivate|reactivate|reset|transfer|offboard|delete|create|change|set|switch|move|put|kill|convert|unassign|suspend|disable|chuck|throw|kick|log|sign|drop|lift|pull|strip|withdraw|make|update|promote|lock|block|unlock|thaw|provision|provide|enable|activate|cancel|swap|replace|exchange|include|terminate|rescind|restore|enrol|enroll)\b/;

/** Whether a step only says why, or whom the next one is about. */
export function comesFirst(reading: Reading): boolean {
  if (command.test(reading.plain)) return false;
  return isStatement(reading.plain) || isSubject(reading);
}

/** What the next step may go by. */
export function saidBefore(
  reading: Reading,
  text: string,
  people: Spoken[],
): SaidBefore {
  return {
    text,
    people: isAboutPeople(reading) ? people : [],
    mentions: reading.mentions,
  };
}

/** "Dan Novak and Ann Lee:", "My password expired,": whom or what the next step is about. */
function isSubject(reading: Reading): boolean {
  const people = reading.named('user', 'person');
  if (isPurpose(reading.plain)) return reading.mentions.length === 0;
  if (people.length === 0 || reading.verb()) return false;
  for (const mention of people) reading.takeMention(mention);
  return reading.leftOver().words.length === 0;
}

/** Whether a statement begins with whom it is about, and not with a greeting or with "I". */
function isAboutPeople(reading: Reading): boolean {
  const [first] = reading.mentions;
  return (
    first !== undefined &&
    reading.tokens
      .slice(0, first.from)
      .every(({ plain }) =>
        /^(?:it|its|it's|our|the|user|users|colleague|today|is|ok|so|please)$/.test(
          plain,
        ),
      )
  );
}
