import { DateTime } from 'luxon';
import { dayAt } from '../moments';
import { Unclear } from '../Reading';
import type { Answerer } from './answerQuestion';
import { blocksPart, isPart, reading as read, tableOf } from './blocks';
import { wallClock } from '../wallClock';

/** "Which users still have the System Administrator profile?" and other lists of users. */
export const usersAnswer: Answerer = async ({
  plain,
  text,
  reading,
  input,
}) => {
  const { context } = input;
  const speaks =
    /\busers?\b|\bpeople\b|\blog(?:ged)? ?in\b|\blogins?\b|\bwho (?:is|are|has|have|still|hasn't|hasnt|haven't|never|didn't)\b|\beveryone\b/.test(
      plain,
    );
  if (
    !speaks ||
    /\b(?:opportunit|accounts?\b(?! executive)|leads?\b|contacts?\b|cases?\b|tasks?\b)/.test(
      plain.replace(/\bsalesforce accounts?\b/g, 'users'),
    )
  )
    return undefined;
  if (
    /\b(?:created|department|title|modified|country|city|manager|reports?|named|phone)\b/.test(
      reading.outside,
    ) ||
    /\bcreated\b/.test(plain)
  ) {
    return undefined;
  }
  if (
    /\b(?:not|aren['’]?t|isn['’]?t|never) (?:\w+ )?(?:frozen|inactive|active|deactivated)\b/.test(
      plain,
    )
  ) {
    throw new Unclear(
      'Which users do you mean: active, inactive or frozen ones?',
    );
  }
  const profileMention = reading.named('profile')[0];
  const roleMention = reading
    .named('role')
    .find(({ hinted }) => hinted?.includes('role') ?? true);
  const profile =
    profileMention && reading.one(profileMention, 'profile', 'profile');
  const role =
    roleMention &&
    roleMention !== profileMention &&
    (roleMention.hinted || roleMention.quality === 'exact')
      ? reading.one(roleMention, 'role', 'role')
      : undefined;
  const status =
    [
      { words: /\binactive|deactivated\b/, status: 'inactive' },
      { words: /\bfrozen\b/, status: 'frozen' },
      { words: /\ball users\b/, status: 'all' },
    ].find(({ words }) => words.test(plain))?.status ?? 'active';
  const never =
    /\bnever (?:have |has )?logged\b|\bnever log\b|\bnot (?:ever )?logged in ever\b/.test(
      plain,
    );
  const said = text.replace(/[?!]/g, '');
  const before =
    /\b(?:before|prior to|earlier than)\s+(.+)$/i.exec(said) ??
    // whoever has not logged in since a day did so before it
    /\b(?:not|n['’]?t|never)\b.*\blog.*\bsince\s+(.+)$/i.exec(said);
  const idle =
    /\b(?:hasn't|hasnt|haven't|havent|not|no|didn't|without|inactive for|idle for)\b.*?(\d{1,3}) (day|week|month)s?\b/.exec(
      plain,
    );
  const asks =
    profile ||
    role ||
    never ||
    before ||
    idle ||
    /\b(?:inactive|frozen|deactivated|all users|active users|list (?:of )?users)\b/.test(
      plain,
    );
  if (!asks) return undefined;
  const moment = before && dayAt(before[1], wallClock(context));
  const day =
    moment?.day ??
    (idle
      ? DateTime.fromJSDate(wallClock(context), { zone: 'utc' })
          .minus({ [`${idle[2]}s`]: Number(idle[1]) })
          .toISODate()
      : undefined);
  if (before && !day && /\blog/.test(plain)) return undefined;
  const queryInput = {
    status,
    ...(profile ? { profile: profile.value } : {}),
    ...(role ? { role: role.value } : {}),
    ...(day ? { lastLoginBefore: day } : {}),
    ...(never ? { neverLoggedIn: true } : {}),
  };
  input.progress('Reading users');
  const action = 'salesforce_query_users';
  const answer = await read(context, action, queryInput);
  if (isPart(answer)) return [answer];
  const isAboutLicences =
    status === 'inactive' && /\blicen[cs]es?\b/.test(plain);
  if (/\bhow many\b/.test(plain)) {
    return [
      blocksPart(
        {
          kind: 'number',
          label: answer.title ?? 'Users',
          value: answer.total ?? answer.rows?.length ?? 0,
          ...(answer.query ? { query: answer.query } : {}),
        },
        tableOf(answer, { more: { action, input: queryInput } }),
      ),
    ];
  }
  return [
    blocksPart(
      ...(isAboutLicences
        ? [
            {
              kind: 'text' as const,
              text: 'Inactive users hold no user licence: deactivating freed it. What they may still hold are permission set licences and package licences; taking those away frees seats. Users themselves cannot be deleted.',
            },
          ]
        : []),
      tableOf(answer, { more: { action, input: queryInput } }),
    ),
  ];
};
