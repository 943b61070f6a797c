import type { Answerer } from './answerQuestion';
import { blocksPart, isPart, query, tableOf } from './blocks';

const lists: Array<{ words: RegExp; title: string; query: string }> = [
  {
    words: /\bpermission set groups\b/,
    title: 'Permission set groups',
    query:
      'SELECT Id, MasterLabel, DeveloperName, Status FROM PermissionSetGroup ORDER BY MasterLabel',
  },
  {
    words: /\bpermission sets\b/,
    title: 'Permission sets',
    query:
      "SELECT Id, Label, Name, License.Name, Description FROM PermissionSet WHERE IsOwnedByProfile = false AND Type != 'Group' ORDER BY Label",
  },
  {
    words: /\bprofiles\b/,
    title: 'Profiles',
    query: 'SELECT Id, Name, UserLicense.Name FROM Profile ORDER BY Name',
  },
  {
    words: /\broles\b/,
    title: 'Roles',
    query: 'SELECT Id, Name, ParentRole.Name FROM UserRole ORDER BY Name',
  },
  {
    words: /\bqueues\b/,
    title: 'Queues',
    query:
      "SELECT Id, Name, DeveloperName FROM Group WHERE Type = 'Queue' ORDER BY Name",
  },
  {
    words: /\bgroups\b/,
    title: 'Public groups',
    query:
      "SELECT Id, Name, DeveloperName FROM Group WHERE Type = 'Regular' ORDER BY Name",
  },
];

const plainList =
  /^(?:(?:please|can|could|you|show|list|give|get|tell|me|us|what|which|all|the|of|names?|exist|exists|are|there|do|we|have|available|display|see|in|salesforce|our|every|permission|sets?|groups?|profiles|roles|queues|public)\s*)+$/;

/** "List all permission sets", "What roles exist?" */
export const setupListAnswer: Answerer = async ({ plain, input, reading }) => {
  const list = lists.find(({ words }) => words.test(plain));
  if (!list || !plainList.test(plain)) return undefined;
  if (reading.mentions.some(({ quality }) => quality === 'exact')) {
    return undefined;
  }
  const answer = await query(input.context, list.query);
  return isPart(answer)
    ? [answer]
    : [blocksPart(tableOf(answer, { title: list.title }))];
};
