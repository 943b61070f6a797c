import * as chrono from 'chrono-node';
import { DateTime } from 'luxon';
import { Unclear } from '../Reading';
import { momentIn } from '../moments';
import type { NewThing } from './createCommand';
import { companyWords } from './personValues';

const when =
  /(?:\b(?:due|by|on|for|in)\s+)?\b((?:today|tonight|tomorrow|day after tomorrow|(?:this|next|coming)\s+(?:week|month|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|monday|tuesday|wednesday|thursday|friday|saturday|sunday|in\s+(?:an?|\d+|one|two|three|four|five)\s+(?:days?|weeks?|months?)|\d{4}-\d{2}-\d{2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?(?:,?\s+\d{4})?|\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:\s+\d{4})?))\b/i;

const hour =
  /\b(?:at|from)\s+(\d{1,2}(?::\d{2})?\s*(?:am|pm)?|noon)\b(?:\s*(?:-|–|to|until)\s*(\d{1,2}(?::\d{2})?\s*(?:am|pm)?))?/i;

const minutesPer: Record<string, number> = {
  minute: 1,
  min: 1,
  hour: 60,
  hr: 60,
  h: 60,
};

/** Tasks, calls and meetings: what, when, and about whom. */
export function activityValues(
  thing: NewThing,
  object: 'Task' | 'Event',
  text: string,
): void {
  const { rest, values } = thing;
  const isCall =
    object === 'Task' &&
    /\bcall\b/i.test(text.slice(0, 40)) &&
    /^\s*(?:please\s+)?(?:log|add|create|record)\s+(?:an?\s+|the\s+|my\s+)?(?:new\s+)?(?:phone\s+)?call\b/i.test(
      text,
    );
  const quoted = rest.takeName(
    /\b(?:called|titled|subject|named)\s+("[^"]+")/i,
    /^\s*("[^"]+")/,
  );
  const time = object === 'Event' ? rest.take(hour) : undefined;
  const length =
    object === 'Event'
      ? rest.take(/\bfor\s+(?:an?\s+)?(\d+)?\s*-?(minute|min|hour|hr|h)s?\b/i)
      : undefined;
  const said = rest.take(when);
  const day = said
    ? momentIn(said[1].replace(/^in /i, ''), thing.now)
    : undefined;
  if (said && !day) throw new Unclear(`Which day is “${said[1]}”?`);
  link(thing);
  if (object === 'Event') {
    times({ thing, day, time, length });
    values.Subject =
      quoted ?? what(thing) ?? (/\bcall\b/i.test(text) ? 'Call' : 'Meeting');
    return;
  }
  if (isCall) {
    values.Subject = quoted ?? 'Call';
    const about = what(thing);
    if (about) values.Description = about;
    values.Status = 'Completed';
    values.ActivityDate = day ?? thing.now.toISOString().slice(0, 10);
    return;
  }
  const subject = quoted ?? what(thing);
  if (subject) values.Subject = subject;
  if (day) values.ActivityDate = day;
}

/** "about pricing", "to call Bob back": what it is about. */
function what({ rest }: NewThing): string | undefined {
  const found = rest.takeName(
    /\b(?:about|regarding|re|to discuss|discussing|saying|notes?:?|titled)[:\s]+"?([^"]+?)"?\s*(?=,?\s*\b(?:with\s+)?(?:priority|status|high priority|due)\b|$)/i,
    /^\s*(?:to|for|that i should|:)\s+"?([^",]+?)"?\s*(?=,|\b(?:with\s+)?(?:priority|status)\b|$)/i,
  );
  return found ? found[0].toUpperCase() + found.slice(1) : undefined;
}

/** "with Jane Doe", "for the Acme account", "on this opportunity". */
function link({ rest, values, here }: NewThing): void {
  const nouns: Array<[string, string]> = [
    ['accounts?|company|customer', 'Account'],
    ['opportunity|opp|deal', 'Opportunity'],
    ['case|ticket', 'Case'],
    ['campaign', 'Campaign'],
    ['contact', 'Contact'],
    ['lead', 'Lead'],
  ];
  for (const [noun, object] of nouns) {
    const isPerson = object === 'Contact' || object === 'Lead';
    const key = isPerson ? 'WhoId' : 'WhatId';
    if (here?.object === object) {
      const isThis = rest.take(
        new RegExp(
          `\\b(?:for|on|about|with|to)?\\s*\\b(?:this|the)\\s+(?:${noun})\\b(?!\\s+\\p{Lu})`,
          'iu',
        ),
      );
      if (isThis) values[key] = here.id;
    }
    const name = rest.takeName(
      new RegExp(
        `\\b(?:for|on|about|with|to|at)\\s+(?:the\\s+|my\\s+)?(?:${noun})\\s+(?:named\\s+|called\\s+|#)?"?([^",]+?)"?\\s*(?=,|$|\\b(?:about|regarding|re|with|on|to|saying|due|priority|today|tomorrow|next)\\b)`,
        'i',
      ),
      new RegExp(
        `\\b(?:for|on|about|with|to|at)\\s+(?:the\\s+|my\\s+)?"?([^",]{2,60}?)"?\\s+(?:${noun})\\b`,
        'i',
      ),
    );
    if (name && !/^(?:this|that|the)$/i.test(name)) {
      values[key] = `${object}: ${name}`;
    }
  }
  if (!values.WhoId) {
    const who = rest.takeName(
      /\bwith\s+(?!priority\b|high\b|low\b|status\b|subject\b|a\b|the\b)(\S+@\S+\.\w+|\p{Lu}[\p{L}.'-]*(?:\s+\p{Lu}[\p{L}.'-]*)+)(?:\s+(?:at|from|of)\s+\p{Lu}[\p{L}.'&-]*(?:\s+\p{Lu}[\p{L}.'&-]*)*)?/u,
    );
    // "with Acme Industries" is a company, "with Jane Doe" is somebody
    if (who) values[companyWords.test(who) ? 'WhatId' : 'WhoId'] = who;
  }
  const doer = rest.take(
    /\bfor\s+(me|\S+@\S+\.\w+|\p{Lu}[\p{L}.'-]*(?:\s+\p{Lu}[\p{L}.'-]*)*)\s+(?=to\s+\p{Ll})/u,
  )?.[1];
  // what is for oneself is one's own without a word
  if (doer && doer !== 'me') values.OwnerId = doer;
  if (!values.WhatId) {
    const about = rest.takeName(
      /\b(?:for|with|on)\s+(\p{Lu}[\p{L}\p{N}.'&-]*(?:\s+[\p{Lu}\p{N}&-][\p{L}\p{N}.'&-]*)*)(?=\s*(?:,|$)|\s+(?:about|regarding|to|with|re|saying|priority|status)\b)/u,
    );
    if (about) values.WhatId = about;
  }
  if (!values.WhoId && !values.WhatId && here) {
    if (here.object === 'Contact' || here.object === 'Lead') {
      values.WhoId = here.id;
    } else {
      values.WhatId = here.id;
    }
    rest.take(
      /\b(?:for|on|about|with|to)\s+(?:this|it|that)\b(?:\s+(?:record|one))?/i,
    );
  }
  rest.take(/\bfor this (?:meeting|call)\b/i);
}

/** Beginning and end, said in the person's time zone. */
function times(options: {
  thing: NewThing;
  day: string | undefined;
  time: RegExpExecArray | undefined;
  length: RegExpExecArray | undefined;
}): void {
  const { thing, day, time, length } = options;
  const { values, context } = thing;
  const zone = context.timeZone;
  const duration = length
    ? Number(length[1] ?? 1) * (minutesPer[length[2].toLowerCase()] ?? 60)
    : 60;
  let start = DateTime.fromJSDate(context.now).startOf('minute');
  if (time || day) {
    if (!time) {
      throw new Unclear('At what time?', undefined, [], 'at {}');
    }
    const at = chrono.parseDate(time[1] === 'noon' ? '12:00' : time[1], {
      instant: new Date('2020-01-01T00:00:00Z'),
      timezone: 0,
    });
    if (!at) throw new Unclear(`I cannot read “${time[1]}” as a time.`);
    start = DateTime.fromISO(day ?? thing.now.toISOString().slice(0, 10), {
      zone,
    }).set({ hour: at.getUTCHours(), minute: at.getUTCMinutes() });
  }
  const to =
    time?.[2] &&
    chrono.parseDate(time[2], {
      instant: new Date('2020-01-01T00:00:00Z'),
      timezone: 0,
    });
  const end = to
    ? start.set({ hour: to.getUTCHours(), minute: to.getUTCMinutes() })
    : start.plus({ minutes: duration });
  values.StartDateTime = start.toUTC().toISO();
  values.EndDateTime = end.toUTC().toISO();
}
