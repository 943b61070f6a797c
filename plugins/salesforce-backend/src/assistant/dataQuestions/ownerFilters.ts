import {
  soql,
  type ObjectDescription,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { DataSchema } from './DataSchema';
import type { FiltersRead } from './Filter';
import { accountPath } from './placeFilter';
import type { Said } from './Said';

const mine =
  /\b(?:my own|mine|my|do i have|do i own|have i got|i have|i own|that are mine|(?:did|do|have) i(?= (?:close|closed|win|won|lose|lost)\b)|owned by me|(?:that |which )?i(?:'ve| have)?(?= (?:won|lost|closed)\b)|that i own|assigned to me|belonging to me)\b/;

const name =
  '("?[\\p{L}\'.@ -]+?"?)(?=\\s+(?:closing|with|in|that|which|who|by|and|sorted|created|over|above|this|last|next)\\b|[,.?]|$)';

const owners = [
  new RegExp(
    `\\b(?:owned by|owner is|belonging to|that belong to|assigned to|of owner)\\s+${name}`,
    'u',
  ),
  /\b(?:that|which)\s+(\p{Lu}[\p{L}'-]+(?:\s\p{Lu}[\p{L}'-]+)?)\s+(?=(?:won|lost|closed|owns)\b)/u,
  /\b(?:does|do|did)\s+(\p{Lu}[\p{L}'-]+(?:\s\p{Lu}[\p{L}'-]+)?)\s+(?:own|have)\b/u,
  /\b(?!(?:What|Who|Where|When|How|That|There|Here|It|Let|Which|Today|Yesterday|Tomorrow)'s)(\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}'-]+)?)'s\b/u,
];

/** "except those of Erin Walsh", "not owned by Marco Bianchi". */
const byOthers =
  /\b(?:except(?: for)?|excluding|other than|without|not)\s+(?:the\s+)?(?:those\s+|ones\s+)?(?:of|from|owned by)\s+(\p{Lu}[\p{L}'.-]*(?:\s\p{Lu}[\p{L}'.-]*)*)/u;

/** "created by Erin Walsh", "last modified by Marco Bianchi". */
const byAuthor =
  /\b(created|opened|entered|added|(?:last )?(?:modified|changed|edited|updated|touched)) by (?!me\b)("?\p{Lu}[\p{L}'.-]*(?:\s\p{Lu}[\p{L}'.-]*)*"?)/u;

/** "my", "owned by Erin Walsh", "Erin's", "does Erin own". */
export function ownerFilters(options: {
  said: Said;
  object: ObjectDescription;
  schema: DataSchema;
}): FiltersRead {
  const { said, object, schema } = options;
  const { ownUserId } = schema;
  const isOwned = object.fields.some(field => field.name === 'OwnerId');
  if (said.takePattern(mine)) {
    if (!ownUserId) {
      return {
        kind: 'unclear',
        text: 'You have no Salesforce user in this org, so no records are yours.',
        options: [],
      };
    }
    return {
      kind: 'filters',
      filters: isOwned
        ? [
            {
              about: ['OwnerId'],
              words: 'owned by you',
              condition: at => soql.eq(at('OwnerId'), ownUserId),
            },
          ]
        : [],
    };
  }
  const created = said.matchPattern(
    /\b(?:that |which )?i(?:'ve| have)? (?:created|opened|added|entered)\b|\bcreated by me\b/,
  );
  if (created && ownUserId) {
    said.takeText(created[0].replace(/\w+$/, ''));
    return {
      kind: 'filters',
      filters: [
        {
          about: ['CreatedById'],
          words: 'created by you',
          condition: at => soql.eq(at('CreatedById'), ownUserId),
        },
      ],
    };
  }
  const author = said.matchPattern(byAuthor);
  if (author) {
    const [whole, act, called] = author;
    const authors = schema.findUsers(called.replace(/"/g, '').trim());
    const field = /^(?:created|opened|entered|added|logged)/i.test(act)
      ? 'CreatedById'
      : 'LastModifiedById';
    if (
      authors.length === 1 &&
      object.fields.some(({ name: each }) => each === field)
    ) {
      said.takeText(whole);
      const [{ id, label }] = authors;
      return {
        kind: 'filters',
        filters: [
          {
            about: [field],
            words: `${act} by ${label}`,
            condition: at => soql.eq(at(field), id),
          },
        ],
      };
    }
    return {
      kind: 'unclear',
      text: `I know no user “${called.trim()}”, or more than one. Give the whole name.`,
      options: [],
    };
  }
  const others = said.matchPattern(byOthers);
  const [other, ...more] = others ? schema.findUsers(others[1]) : [];
  if (others && other && more.length === 0 && isOwned) {
    said.takeText(others[0]);
    return {
      kind: 'filters',
      filters: [
        {
          about: ['OwnerId'],
          words: `not owned by ${other.label}`,
          condition: at => soql.notEq(at('OwnerId'), other.id),
        },
      ],
    };
  }
  const found = owners.map(pattern => said.matchPattern(pattern)).find(Boolean);
  if (!found || !isOwned) return { kind: 'filters', filters: [] };
  const words = found[1].replace(/"/g, '').trim();
  const users = schema.findUsers(words);
  // what belongs to a company is looked for there
  if (
    users.length === 0 &&
    /^(?:belonging|that belong)/.test(found[0]) &&
    accountPath(object)
  ) {
    return { kind: 'filters', filters: [] };
  }
  if (users.length !== 1) {
    return {
      kind: 'unclear',
      text:
        users.length === 0
          ? `I know no user “${words}”.`
          : `“${words}” could be more than one user. Which one?`,
      options: users.map(({ label }) => ({
        label,
        said: words,
        words: label,
      })),
    };
  }
  said.takeText(found[0]);
  const [{ id, label }] = users;
  return {
    kind: 'filters',
    filters: [
      {
        about: ['OwnerId'],
        words: `owned by ${label}`,
        condition: at => soql.eq(at('OwnerId'), id),
      },
    ],
  };
}
