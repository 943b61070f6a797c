/** Where companies are: enough to make addresses that look right. */
export interface Place {
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
}

export interface Country {
  readonly name: string;
  readonly phonePrefix: string;
  readonly legalForms: readonly string[];
  readonly streets: readonly string[];
  readonly places: readonly Place[];
}

const place = (city: string, state: string, postalCode: string): Place => ({
  city,
  state,
  postalCode,
});

export const germany: Country = {
  name: 'Germany',
  phonePrefix: '+49 ',
  legalForms: ['GmbH', 'AG', 'KG', 'SE'],
  streets: ['Hauptstraße', 'Königsallee', 'Lindenweg', 'Am Hafen'],
  places: [
    place('Berlin', 'Berlin', '10117'),
    place('München', 'Bayern', '80331'),
    place('Hamburg', 'Hamburg', '20095'),
    place('Köln', 'Nordrhein-Westfalen', '50667'),
    place('Stuttgart', 'Baden-Württemberg', '70173'),
    place('Leipzig', 'Sachsen', '04109'),
  ],
};

/** All countries but Germany, of which the demo wants a certain number. */
export const otherCountries: readonly Country[] = [
  {
    name: 'United States',
    phonePrefix: '+1 ',
    legalForms: ['Inc.', 'LLC', 'Corp.', 'Group'],
    streets: ['Market Street', 'Main Street', 'Elm Avenue', 'Harbor Blvd'],
    places: [
      place('San Francisco', 'CA', '94105'),
      place('New York', 'NY', '10001'),
      place('Austin', 'TX', '78701'),
      place('Chicago', 'IL', '60601'),
      place('Denver', 'CO', '80202'),
      place('Boston', 'MA', '02110'),
    ],
  },
  {
    name: 'Canada',
    phonePrefix: '+1 ',
    legalForms: ['Ltd.', 'Inc.'],
    streets: ['King Street', 'Rue Sherbrooke', 'Granville Street'],
    places: [
      place('Toronto', 'ON', 'M5H 2N2'),
      place('Montréal', 'QC', 'H3A 1G1'),
    ],
  },
  {
    name: 'United Kingdom',
    phonePrefix: '+44 ',
    legalForms: ['Ltd', 'plc', '& Sons'],
    streets: ['High Street', 'Kingsway', 'Victoria Road'],
    places: [
      place('London', 'England', 'EC2A 4NE'),
      place('Manchester', 'England', 'M1 1AE'),
      place('Edinburgh', 'Scotland', 'EH1 1YZ'),
    ],
  },
  {
    name: 'France',
    phonePrefix: '+33 ',
    legalForms: ['SA', 'SARL', 'SAS'],
    streets: ['Rue de Rivoli', "Quai d'Orsay", 'Avenue Foch'],
    places: [
      place('Paris', 'Île-de-France', '75001'),
      place('Lyon', '', '69001'),
    ],
  },
  {
    name: 'Italy',
    phonePrefix: '+39 ',
    legalForms: ['S.p.A.', 'S.r.l.'],
    streets: ['Via Roma', 'Corso Italia'],
    places: [place('Milano', 'MI', '20121'), place('Torino', 'TO', '10121')],
  },
  {
    name: 'Spain',
    phonePrefix: '+34 ',
    legalForms: ['S.A.', 'S.L.'],
    streets: ['Gran Vía', 'Calle Mayor'],
    places: [
      place('Madrid', 'Madrid', '28013'),
      place('Barcelona', 'Barcelona', '08002'),
    ],
  },
  {
    name: 'Japan',
    phonePrefix: '+81 ',
    legalForms: ['K.K.', 'Holdings'],
    streets: ['Marunouchi', 'Minami-Aoyama'],
    places: [
      place('Tokyo', 'Tokyo', '100-0005'),
      place('Osaka', 'Osaka', '530-0001'),
    ],
  },
  {
    name: 'Brazil',
    phonePrefix: '+55 ',
    legalForms: ['S.A.', 'Ltda.'],
    streets: ['Avenida Paulista', 'Rua Augusta'],
    places: [place('São Paulo', 'SP', '01310-100')],
  },
];
