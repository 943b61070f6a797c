import type { Caller } from '../permissions/Caller';

/** Sentences to begin with, for what this person may do. */
export function exampleSentences(caller: Caller): string[] {
  const own = [
    'What permission sets am I assigned?',
    'Send me a Salesforce password reset link',
    'Show my top 10 open opportunities by amount',
    'Where is my request?',
  ];
  if (caller.decisions.inGeneral('create') !== 'yes') return own;
  return [
    'Which users still have the "System Administrator" profile?',
    'How many Salesforce licences are free, and who has not logged in for 90 days?',
    'Who can delete Accounts, and through which permission set or profile?',
    ...own,
  ];
}
