import { plainWord } from '../names/words';
import { fillers, turningWords, typeNouns, verbs } from './lexicon';

const questionWords =
  `what which who whom whose when where why how many much has have had did does do is are was were will show list find get open describe
   select run soql count top bottom most least last latest recent oldest newest biggest largest highest lowest smallest`.split(
    /\s+/,
  );

const nouns =
  `account accounts opportunity opportunities lead leads contact contacts case cases task tasks event events asset assets campaign campaigns
   user users record records object objects field fields value values picklist name names email mail emails phone number address password passwords link
   reset session sessions token tokens oauth sign login log logged license licence licenses licences seat seats profile profiles role roles group
   groups queue queues team teams set sets permission permissions member members everyone everybody anyone anybody people person manager title department
   until till through by for with from to and or plus minus since before after between during next this coming past month months week weeks day days
   year years quarter quarters today tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday january february march april may june
   july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec end beginning request requests approval
   approved approve change changed changes history free available used active inactive frozen open closed won lost stage amount date owner owned
   mine me my myself i you reason because leave leaving out back time zone zones existing instead forever permanently temporarily effective
   child parent under below above over more less than at least equal sorted order ordered grouped per each sum total average count number hq
   new old other another same job called named details detail info information status help app apps api id ids url description website call meeting
   follow following priority high medium low subject industry country city state type source rating one two three four five six seven eight
   nine ten couple fortnight hold ice freeze frozen yes no ok pending waiting review reviews company companies business customer customers deal
   deals forecast project projects region territory vacation holiday holidays parental maternity paternity sick sabbatical everything anything`.split(
    /\s+/,
  );

/** Words of the grammar: never taken for a part of somebody's name alone. */
export const grammarWords: ReadonlySet<string> = new Set(
  [
    ...fillers,
    ...turningWords,
    ...Object.values(verbs).flatMap(list =>
      list.flatMap(words => words.split(' ')),
    ),
    ...typeNouns.flatMap(({ words }) => words.split(' ')),
    ...questionWords,
    ...nouns,
  ].map(plainWord),
);
