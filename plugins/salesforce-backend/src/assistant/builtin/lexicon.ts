/** What a verb wants, whichever word was chosen for it. */
export type VerbClass =
  | 'give'
  | 'take'
  | 'change'
  | 'create'
  | 'delete'
  | 'freeze'
  | 'unfreeze'
  | 'deactivate'
  | 'reactivate'
  | 'offboard'
  | 'reset'
  | 'end'
  | 'transfer'
  | 'undo'
  | 'convert'
  | 'log'
  | 'show'
  | 'approve';

/** Words by which people ask for something to be done; two words are two words. */
export const verbs: Record<VerbClass, string[]> = {
  give: [
    'give',
    'grant',
    'assign',
    'add',
    'provide',
    'provision',
    'hand',
    'need',
    'needs',
    'wants',
    'requires',
    'require',
    'requests',
    'should have',
    'should get',
    'let',
    'want',
    'request',
    'allocate',
    'put',
    'join',
    'include',
    'send',
    'mail',
    'email',
    'sign up',
    'hand out',
    'set up with',
    'have',
    'get',
    'enrol',
    'enroll',
    'hook',
  ],
  take: [
    'remove',
    'take',
    'revoke',
    'unassign',
    'strip',
    'withdraw',
    'drop',
    'take away',
    'pull',
    'kick',
    'rescind',
    'take off',
  ],
  change: [
    'change',
    'set',
    'switch',
    'update',
    'make',
    'promote',
    'edit',
    'modify',
    'rename',
    'correct',
    'adjust',
    'put',
    'bump',
    'turn',
    'amend',
    'move',
    'downgrade',
    'upgrade',
    'demote',
    'swap',
  ],
  create: [
    'create',
    'make',
    'set up',
    'new',
    'open',
    'build',
    'register',
    'onboard',
    'spin up',
    'add',
  ],
  delete: [
    'delete',
    'erase',
    'destroy',
    'purge',
    'get rid of',
    'remove',
    'wipe',
  ],
  freeze: [
    'freeze',
    'suspend',
    'lock',
    'lock out',
    'pause',
    'put on hold',
    'block',
  ],
  unfreeze: ['unfreeze', 'thaw', 'unlock', 'unsuspend', 'unblock', 'defrost'],
  deactivate: [
    'deactivate',
    'disable',
    'inactivate',
    'turn off',
    'switch off',
    'shut down',
    'shut off',
    'deactive',
  ],
  reactivate: [
    'reactivate',
    'activate',
    'enable',
    're enable',
    're activate',
    'turn on',
    'reenable',
    'switch on',
  ],
  offboard: ['offboard', 'off board'],
  reset: ['reset', 're set'],
  end: [
    'end',
    'terminate',
    'kill',
    'close',
    'log',
    'sign',
    'invalidate',
    'expire',
    'cancel',
  ],
  transfer: [
    'transfer',
    'reassign',
    'move',
    'hand over',
    'hand',
    'pass',
    'shift',
  ],
  undo: ['undo', 'revert', 'roll back', 'rollback', 'reverse'],
  convert: ['convert'],
  log: ['log'],
  show: [
    'show',
    'list',
    'find',
    'get',
    'display',
    'see',
    'pull up',
    'look up',
    'tell',
    'fetch',
    'open',
    'describe',
    'count',
    'run',
    'search',
    'view',
    'share',
    'check',
    'bring up',
    'read',
    'report',
  ],
  approve: [
    'approve',
    'reject',
    'decline',
    'authorise',
    'authorize',
    'sign off',
  ],
};

/** Words that say politeness or nothing. */
export const fillers = new Set(
  `please kindly could can would you pls plz hey hi yo hello dear thanks thank thx ty tia cheers the a an just now asap immediately today
   right away effective quickly again so then also i id i'd im i'm like to we we'd need want let's lets let us going go ahead and
   salesforce sfdc sf users user account's accounts employee employees colleague colleagues access rights login logins
   asks us help me with do it's its urgently urgent tomorrow's soon for ok okay yes well actually as is that's
   person people contact's named called name of in on at from by out up their there here some any all both each following
   will my our be been being get got ll ve re s d m t assistant bot team's everybody's someone back too via using thing
   one only's sure possible mind able wondering if' guys friend due first second next after afterwards finally lastly
   mr mrs ms dr prof who's whos which that this these those he she they him her his hers them theirs themselves himself herself mind should must somebody someone considering be`
    .split(/\s+/)
    .filter(Boolean),
);

/** Words that may turn the meaning round: never passed over. */
export const turningWords = new Set(
  `not dont don't doesnt doesn't never no except unless without but excluding besides instead rather if whether when once
   shouldnt shouldn't cannot cant can't wont won't neither nor stop avoid almost before after other than only
   pretend hypothetically suppose imagine maybe perhaps might half most some few`
    .split(/\s+/)
    .filter(Boolean),
);

/** Nouns that say what kind of thing a name is. */
export const typeNouns: Array<{ words: string; kinds: string[] }> = [
  { words: 'permission set groups', kinds: ['permission-set-group'] },
  { words: 'permission set group', kinds: ['permission-set-group'] },
  { words: 'permission group', kinds: ['permission-set-group'] },
  { words: 'psg', kinds: ['permission-set-group'] },
  { words: 'permission set license', kinds: ['permission-set-license'] },
  { words: 'permission set licence', kinds: ['permission-set-license'] },
  { words: 'permission sets', kinds: ['permission-set'] },
  { words: 'permission set', kinds: ['permission-set'] },
  { words: 'permissionset', kinds: ['permission-set'] },
  { words: 'perm set', kinds: ['permission-set'] },
  { words: 'permset', kinds: ['permission-set'] },
  { words: 'perm sets', kinds: ['permission-set'] },
  { words: 'permissions', kinds: ['permission-set', 'permission-set-group'] },
  { words: 'permission', kinds: ['permission-set', 'permission-set-group'] },
  { words: 'profiles', kinds: ['profile'] },
  { words: 'profile', kinds: ['profile'] },
  { words: 'roles', kinds: ['role'] },
  { words: 'role', kinds: ['role'] },
  { words: 'public groups', kinds: ['public-group'] },
  { words: 'public group', kinds: ['public-group'] },
  { words: 'group', kinds: ['public-group', 'catalog-group'] },
  { words: 'groups', kinds: ['public-group', 'catalog-group'] },
  { words: 'team', kinds: ['public-group', 'catalog-group', 'role'] },
  { words: 'teams', kinds: ['public-group', 'catalog-group', 'role'] },
  { words: 'queues', kinds: ['queue'] },
  { words: 'queue', kinds: ['queue'] },
  {
    words: 'licences',
    kinds: ['license', 'permission-set-license', 'package-license'],
  },
  {
    words: 'licenses',
    kinds: ['license', 'permission-set-license', 'package-license'],
  },
  {
    words: 'licence',
    kinds: ['license', 'permission-set-license', 'package-license'],
  },
  {
    words: 'license',
    kinds: ['license', 'permission-set-license', 'package-license'],
  },
];

/** Where a reason begins. */
export const reasonMarkers = [
  'because of',
  'because',
  'since',
  'as he',
  'as she',
  'as they',
  'so that',
  'so he',
  'so she',
  'so they',
  'so i can',
  'so i',
  'due to',
  'given that',
  'given',
  'owing to',
  'reason',
  'in order to',
  'to help with',
  'to be able to',
  'hes',
  "he's",
  'he is',
  'she is',
  'they are',
  "she's",
  'shes',
  "they're",
  'theyre',
  'he has',
  'she has',
  'they have',
  'he left',
  'she left',
  'he was',
  'she was',
  'he will',
  'she will',
  'on behalf of',
  'per ticket',
  'as per',
  'ticket',
  'in connection with',
  'he leaves',
  'she leaves',
  "i'm",
  'we are',
  "we're",
  'i am',
  'he went',
  'she went',
  'he lost',
  'she lost',
  'he forgot',
  'she forgot',
  'i forgot',
  'i lost',
  'he cannot',
  "he can't",
  "she can't",
  "i can't",
  'i cannot',
  'he needs',
  'she needs',
  'they need',
  'as i',
  'as part of',
];
