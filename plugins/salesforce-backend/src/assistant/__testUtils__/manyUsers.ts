import type { IndexedThing } from '../names/NameIndex';

const first =
  'anna ben chloe david emma felix greta hugo ida jonas klara leo mia noah olga paul quinn rosa simon tara uwe vera walt xenia yann zora amir bao chen diego elif farid giulia hana ivan jun kofi lena mateo nia omar priya ravi sofia tomas uma viktor wei yuki'.split(
    ' ',
  );
const parts =
  'al ber cor dan el fen gar hol in jor kal lin mor nor ol pet quar ros sun tor ul ven wal xan yor zen'.split(
    ' ',
  );

/** So many users with names of many kinds; the same ones every time. */
export function manyUsers(count: number): IndexedThing[] {
  return Array.from({ length: count }, (_, at) => {
    const given = capital(first[at % first.length]);
    const family = capital(
      parts[Math.floor(at / 7) % parts.length] +
        parts[Math.floor(at / 191) % parts.length] +
        parts[Math.floor(at / 3001) % parts.length],
    );
    const username = `${given}.${family}.${at}@example.com`.toLowerCase();
    return {
      kind: 'user',
      id: `005${String(at).padStart(15, '0')}`,
      value: username,
      label: `${given} ${family}`,
      status: 'active',
      otherNames: [username],
    };
  });
}

function capital(word: string): string {
  return word[0].toUpperCase() + word.slice(1);
}
