import type { NameSearch } from '@salesdesk/backstage-plugin-salesforce-node';
import { NearbyWords } from '../names/NearbyWords';
import { grammarWords } from './grammarWords';
import type { Token } from './tokens';

const nearby = new NearbyWords(
  [...grammarWords].filter(word => word.length >= 5),
);

const short: Record<string, string> = {
  pls: 'please',
  plz: 'please',
  pw: 'password',
  pwd: 'password',
  opps: 'opportunities',
  opp: 'opportunity',
  acct: 'account',
  accts: 'accounts',
  perms: 'permissions',
  perm: 'permission',
  permset: 'permission set',
  lic: 'licence',
  hv: 'have',
  u: 'you',
  ur: 'your',
  frm: 'from',
  wk: 'week',
  wks: 'weeks',
  mth: 'month',
  mths: 'months',
  mo: 'months',
};

/**
 * Puts right what was mistyped in words of the grammar. A word that is (a part
 * of) somebody's name is left alone, whatever it looks like.
 */
export function spelled(tokens: readonly Token[], names: NameSearch): Token[] {
  return tokens.map(token => {
    if (token.kind !== 'word') return token;
    if (grammarWords.has(token.plain)) return token;
    const known = short[token.plain];
    if (known) return { ...token, plain: known };
    if (token.plain.length < 5 || /\d/.test(token.plain)) return token;
    const isName = names.find({
      words: token.plain,
      limit: 1,
      quality: 'part',
    });
    if (isName.length > 0) return token;
    const [right] = nearby.find(token.plain);
    return right ? { ...token, plain: right } : token;
  });
}
