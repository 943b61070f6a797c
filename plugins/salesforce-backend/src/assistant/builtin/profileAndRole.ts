import { takeAccessNouns } from './accessNouns';
import type { Mention } from './Mentions';
import { proposal, type Proposal } from './Proposal';
import { Refused, Unclear, type Reading } from './Reading';

/** Another profile, and with it perhaps another role. */
export function profileChange(
  reading: Reading,
  mentions: Mention[],
  takes: boolean,
): Proposal {
  if (takes) {
    throw new Refused(
      'Every Salesforce user has a profile; it can be changed, not removed.',
      [],
    );
  }
  const people = reading.people({ except: mentions });
  const roles = reading.named('role').filter(
    mention =>
      !mentions.includes(mention) &&
      (mention.hinted?.includes('role') ||
        // "and his role to RevOps"
        /\brole (?:to|as|is|should be)(?: the)?$/.test(
          before(reading, mention),
        )),
  );
  const role = roles[0] && reading.one(roles[0], 'role', 'role');
  const isFrom = (mention: Mention) =>
    /\b(?:from|of|currently)(?: the)?$/.test(before(reading, mention));
  const from = mentions.find(isFrom);
  const to = mentions.filter(mention => mention !== from);
  if (to.length > 1)
    throw new Unclear('To which profile? I read more than one.');
  const wanted = to[0];
  if (!wanted) {
    throw new Unclear(
      `To which profile should ${people
        .map(({ label }) => label)
        .join(' and ')} be changed?`,
      undefined,
      [],
      'to the "{}" profile',
    );
  }
  const source = from && reading.one(from, 'profile', 'profile');
  const target = reading.one(wanted, 'profile', 'profile');
  takeAccessNouns(reading);
  return proposal({
    reading,
    action: 'salesforce_change_profile',
    people,
    input: {
      profile: target.value,
      ...(source ? { from: source.value } : {}),
      ...(role ? { role: role.value } : {}),
    },
  });
}

function before(reading: Reading, mention: Mention): string {
  return reading.tokens
    .slice(0, mention.from)
    .map(({ plain }) => plain)
    .join(' ');
}

/** Another role, or none. */
export function roleChange(
  reading: Reading,
  mentions: Mention[],
  takes: boolean,
): Proposal {
  const people = reading.people({ except: mentions });
  const isFrom = (mention: Mention) =>
    /\bfrom(?: the)?$/.test(before(reading, mention));
  const from = takes ? mentions[0] : mentions.find(isFrom);
  const to = mentions.filter(mention => mention !== from);
  if (takes) {
    const role = from && reading.one(from, 'role', 'role');
    takeAccessNouns(reading);
    return proposal({
      reading,
      action: 'salesforce_remove_role',
      people,
      input: role ? { role: role.value } : {},
    });
  }
  if (to.length !== 1)
    throw new Unclear('Which role?', undefined, [], 'to the "{}" role');
  if (from) reading.takeMention(from);
  const wanted = reading.one(to[0], 'role', 'role');
  takeAccessNouns(reading);
  return proposal({
    reading,
    action: 'salesforce_assign_role',
    people,
    input: { role: wanted.value },
  });
}
