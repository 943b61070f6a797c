import { exportFileName } from './exportFileName';

describe('the name of an exported file', () => {
  it.each([
    ['SELECT Id FROM Account', 'Account'],
    ['select Id\nfrom  Subscription__c limit 1', 'Subscription__c'],
    ['SELECT (SELECT Id FROM Contacts), Name FROM Account', 'Account'],
    [
      "SELECT Id FROM Case WHERE Subject = 'from (Lead' AND Id IN (SELECT CaseId FROM EmailMessage WHERE Id IN ('x'))",
      'Case',
    ],
    ["SELECT Name, 'it\\'s from Lead' FROM Contact", 'Contact'],
    ['SELECT (', 'salesforce'],
  ])('of %j is of %s', (query, object) => {
    expect(exportFileName(query, new Date('2026-11-28T23:00:00Z'))).toBe(
      `${object}-2026-11-28.csv`,
    );
  });
});
