/** Messages about delegates, under the key `delegates`. */
export const delegatesMessages = {
  title: 'Delegates',
  intro:
    'A delegate reviews in your name while you are away: what waits for you or for a group of yours. They need the role to review themselves, never decide what you asked for or what is about you, and cannot pass it on.',
  given: 'Who reviews in your name',
  givenNone: 'Nobody.',
  received: 'In whose name you review',
  now: 'now',
  begins: 'begins',
  ends: 'ends',
  takeBack: 'Take back',
  add: 'Name a delegate',
  who: 'Who reviews for you',
  from: 'From',
  fromHint: 'Empty: from now on',
  until: 'Until the end of',
  note: 'Note for the delegate',
  incomplete: 'Say who, and until when.',
  submit: 'Name delegate',
  close: 'Close',
} as const;
