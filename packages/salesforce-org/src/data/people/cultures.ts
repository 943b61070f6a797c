/** Where people come from: their names, and the settings of their users. */
export interface Culture {
  readonly country: string;
  readonly timeZones: readonly string[];
  readonly locale: string;
  readonly language: string;
  readonly firstNames: readonly string[];
  readonly lastNames: readonly string[];
}

const list = (words: string): string[] => words.trim().split(/\s*,\s*/);

/**
 * A believable company's mixture. The names avoid those of the people whom
 * the demo tells stories about, so that "Freeze Marco" means one person.
 */
export const cultures: readonly Culture[] = [
  {
    country: 'United States',
    timeZones: ['America/New_York', 'America/Chicago', 'America/Los_Angeles'],
    locale: 'en_US',
    language: 'en_US',
    firstNames: list(
      'Emily, Jordan, Tyler, Megan, Caleb, Brianna, Austin, Rachel, Derek, Naomi, Isaiah, Paige, Wesley, Monica, Trevor, Jasmine',
    ),
    lastNames: list(
      'Carter, Brooks, Sullivan, Hayes, Ramirez, Coleman, Jenkins, Foster, Barnes, Whitaker, Delgado, McAllister, Vaughn, Ellison, Pruitt, Nguyen',
    ),
  },
  {
    country: 'United Kingdom',
    timeZones: ['Europe/London'],
    locale: 'en_GB',
    language: 'en_US',
    firstNames: list('Oliver, Charlotte, Harry, Imogen, Rhys, Poppy, Callum'),
    lastNames: list(
      "Whitfield, Ashworth, Pembroke, MacLeod, Llewellyn, Hargreaves, O'Donnell",
    ),
  },
  {
    country: 'Germany',
    timeZones: ['Europe/Berlin'],
    locale: 'de_DE',
    language: 'de',
    firstNames: list('Jürgen, Anneliese, Matthias, Käthe, Lukas, Friederike'),
    lastNames: list('Schäfer, Großmann, Vogt, Köhler, Bäcker, von Aue, Krüger'),
  },
  {
    country: 'France',
    timeZones: ['Europe/Paris'],
    locale: 'fr_FR',
    language: 'fr',
    firstNames: list('Élodie, Benoît, François, Margaux, Thibault, Hélène'),
    lastNames: list("Lefèvre, Garçon, d'Aubigny, Béranger, Moreau, L'Hermite"),
  },
  {
    country: 'Italy',
    timeZones: ['Europe/Rome'],
    locale: 'it_IT',
    language: 'it',
    firstNames: list('Giulia, Lorenzo, Chiara, Matteo, Francesca, Niccolò'),
    lastNames: list("Ferrari, D'Angelo, Conti, Marchetti, Dell'Orto, Greco"),
  },
  {
    country: 'Spain',
    timeZones: ['Europe/Paris'],
    locale: 'es_ES',
    language: 'es',
    firstNames: list('Álvaro, Lucía, Íñigo, Begoña, Joaquín, Núria'),
    lastNames: list('Muñoz, Ibáñez, de la Fuente, Castaño, Peña, Vázquez'),
  },
  {
    country: 'Poland',
    timeZones: ['Europe/Prague'],
    locale: 'pl_PL',
    language: 'en_US',
    firstNames: list('Łukasz, Małgorzata, Paweł, Agnieszka, Wojciech'),
    lastNames: list('Wiśniewski, Dąbrowska, Wójcik, Kamińska, Żak'),
  },
  {
    country: 'Sweden',
    timeZones: ['Europe/Berlin'],
    locale: 'sv_SE',
    language: 'sv',
    firstNames: list('Björn, Åsa, Linnéa, Göran, Maja'),
    lastNames: list('Lindström, Åkesson, Öberg, Sjögren, Nyström'),
  },
  {
    country: 'Turkey',
    timeZones: ['Europe/Istanbul'],
    locale: 'tr_TR',
    language: 'en_US',
    firstNames: list('Çağla, Emre, Gülşen, İpek, Onur'),
    lastNames: list('Yıldız, Şahin, Öztürk, Çelik, Aydın'),
  },
  {
    country: 'India',
    timeZones: ['Asia/Kolkata'],
    locale: 'en_IN',
    language: 'en_US',
    firstNames: list('Ananya, Rohan, Deepika, Arjun, Meera, Vikram, Kavya'),
    lastNames: list('Iyer, Banerjee, Deshmukh, Krishnan, Chatterjee, Reddy'),
  },
  {
    country: 'Japan',
    timeZones: ['Asia/Tokyo'],
    locale: 'ja_JP',
    language: 'ja',
    firstNames: list('Haruto, Sakura, Kenji, Aiko, Daichi'),
    lastNames: list('Yamamoto, Ōno, Kobayashi, Fujiwara, Shimizu'),
  },
  {
    country: 'Brazil',
    timeZones: ['America/Sao_Paulo'],
    locale: 'pt_BR',
    language: 'pt_BR',
    firstNames: list('João, Conceição, Thiago, Fernanda, Luísa'),
    lastNames: list('Gonçalves, Araújo, Magalhães, dos Santos, Assunção'),
  },
  {
    country: 'Nigeria',
    timeZones: ['Africa/Algiers'],
    locale: 'en_NG',
    language: 'en_US',
    firstNames: list('Chidinma, Olumide, Ngozi, Babatunde, Adaeze'),
    lastNames: list('Adeyemi, Okonkwo, Eze, Balogun, Nwosu'),
  },
];
