import { SmallOrg } from '../__testUtils__/smallOrg';

/*
 * [18] An emulator that takes more than the real API lets queries pass that
 * fail in production. Each row is a query, its error code, and what the
 * message says after the place.
 */

const small = new SmallOrg();

function refused(soql: string) {
  const { errorCode, message } = small.refusedQuery(soql);
  return { errorCode, message: message.split('\n').at(-1) };
}

describe('queries that the real API refuses', () => {
  it('with the excerpt, the caret and the place, to the letter', () => {
    expect(
      small.refusedQuery('SELECT Id,Invalid__x FROM Contact LIMIT 1'),
    ).toEqual({
      errorCode: 'INVALID_FIELD',
      message:
        "\nSELECT Id,Invalid__x FROM Contact LIMIT 1\n          ^\nERROR at Row:1:Column:11\nNo such column 'Invalid__x' on entity 'Contact'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.",
    });
    expect(small.refusedQuery('SELECT Id FROM Foo')).toEqual({
      errorCode: 'INVALID_TYPE',
      message:
        "\nSELECT Id FROM Foo\n               ^\nERROR at Row:1:Column:16\nsObject type 'Foo' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.",
    });
  });

  it.each([
    [
      'SELECT Accont.Name FROM Contact',
      'INVALID_FIELD',
      "Didn't understand relationship 'Accont' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.",
    ],
    [
      'SELECT User.Email FROM GroupMember',
      'INVALID_FIELD',
      "Didn't understand relationship 'User' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.",
    ],
    [
      'SELECT (SELECT Id FROM Foos) FROM Account',
      'INVALID_TYPE',
      "Didn't understand relationship 'Foos' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.",
    ],
    [
      'SELECT Id FROM Opportunity WHERE CloseDate > 2026-02-30',
      'MALFORMED_QUERY',
      "unexpected token: '2026-02-30'",
    ],
    [
      'SELECT Id, Name, Id FROM Account',
      'INVALID_FIELD',
      'duplicate field selected: Id',
    ],
    [
      'SELECT Owner.Name, owner.name FROM Account',
      'INVALID_FIELD',
      'duplicate field selected: Owner.Name',
    ],
    [
      'SELECT FIELDS(STANDARD), Name FROM Account',
      'INVALID_FIELD',
      'duplicate field selected: Name',
    ],
    [
      'SELECT Owner FROM Account',
      'INVALID_FIELD',
      expect.stringContaining("No such column 'Owner' on entity 'Account'"),
    ],
    [
      'SELECT Name n FROM Account',
      'MALFORMED_QUERY',
      'only aggregate expressions use field aliasing',
    ],
    [
      'SELECT DISTINCT Name FROM Account',
      'MALFORMED_QUERY',
      'only aggregate expressions use field aliasing',
    ],
    [
      'SELECT Id FROM Name',
      'INVALID_TYPE',
      expect.stringContaining("sObject type 'Name' is not supported"),
    ],
    [
      'SELECT Id FROM InstalledSubscriberPackage',
      'INVALID_TYPE',
      expect.stringContaining('is not supported'),
    ],
    // Filters
    [
      "SELECT Id FROM Account WHERE CreatedDate > '2026-01-01'",
      'INVALID_FIELD',
      "value of filter criterion for field 'CreatedDate' must be of type dateTime and should not be enclosed in quotes",
    ],
    [
      'SELECT Id FROM Account WHERE CreatedDate > 2026-01-01',
      'INVALID_FIELD',
      "value of filter criterion for field 'CreatedDate' must be of type dateTime",
    ],
    [
      "SELECT Id FROM Opportunity WHERE CloseDate = '2026-01-01'",
      'INVALID_FIELD',
      "value of filter criterion for field 'CloseDate' must be of type date and should not be enclosed in quotes",
    ],
    [
      'SELECT Id FROM Opportunity WHERE CloseDate = 2026-01-01T00:00:00Z',
      'INVALID_FIELD',
      "value of filter criterion for field 'CloseDate' must be of type date",
    ],
    [
      'SELECT Id FROM Account WHERE Name = 5',
      'INVALID_FIELD',
      "value of filter criterion for field 'Name' must be of type string and should be enclosed in quotes",
    ],
    [
      'SELECT Id FROM Account WHERE Name = TODAY',
      'INVALID_FIELD',
      "value of filter criterion for field 'Name' must be of type string and should be enclosed in quotes",
    ],
    [
      "SELECT Id FROM Account WHERE AnnualRevenue = '5'",
      'INVALID_FIELD',
      "value of filter criterion for field 'AnnualRevenue' must be of type double and should not be enclosed in quotes",
    ],
    [
      "SELECT Id FROM User WHERE IsActive = 'true'",
      'INVALID_FIELD',
      "value of filter criterion for field 'IsActive' must be of type boolean and should not be enclosed in quotes",
    ],
    [
      "SELECT Id FROM Account WHERE Id = 'xyz'",
      'INVALID_QUERY_FILTER_OPERATOR',
      'invalid ID field: xyz',
    ],
    [
      "SELECT Id FROM Account WHERE OwnerId IN ('005', 'x')",
      'INVALID_QUERY_FILTER_OPERATOR',
      'invalid ID field: 005',
    ],
    [
      "SELECT Id FROM Account WHERE Id LIKE '001%'",
      'INVALID_QUERY_FILTER_OPERATOR',
      'invalid operator on id field',
    ],
    [
      "SELECT Id FROM Account WHERE AnnualRevenue LIKE '1%'",
      'INVALID_QUERY_FILTER_OPERATOR',
      'invalid operator on double field',
    ],
    [
      'SELECT Id FROM User WHERE IsActive > true',
      'INVALID_QUERY_FILTER_OPERATOR',
      'invalid operator on boolean field',
    ],
    [
      "SELECT Id FROM Account WHERE Name INCLUDES ('x')",
      'INVALID_QUERY_FILTER_OPERATOR',
      'invalid operator on string field',
    ],
    [
      "SELECT Id FROM Account WHERE Description = 'x'",
      'INVALID_FIELD',
      "field 'Description' can not be filtered in a query call",
    ],
    [
      "SELECT Id FROM Contact WHERE Account.Description LIKE 'x%'",
      'INVALID_FIELD',
      "field 'Description' can not be filtered in a query call",
    ],
    [
      "SELECT Id FROM Account WHERE BillingAddress = 'x'",
      'INVALID_FIELD',
      'Address fields can only be filtered using Distance expressions',
    ],
    [
      'SELECT Id FROM Account WHERE COUNT(Id) > 1',
      'MALFORMED_QUERY',
      "unexpected token: 'COUNT'",
    ],
    [
      "SELECT Id FROM Account WHERE LOWER(Name) = 'x'",
      'MALFORMED_QUERY',
      "unexpected token: 'LOWER'",
    ],
    [
      'SELECT Id FROM Account ORDER BY Description',
      'MALFORMED_QUERY',
      "field 'Description' can not be sorted in a query call",
    ],
    // Semi-joins
    [
      "SELECT Id FROM Account WHERE Name = 'x' OR Id IN (SELECT AccountId FROM Contact)",
      'MALFORMED_QUERY',
      "Semi join sub-selects are not allowed with the 'OR' operator",
    ],
    [
      "SELECT Id FROM Account WHERE Name = 'x' AND (Phone = 'y' OR Id IN (SELECT AccountId FROM Contact))",
      'MALFORMED_QUERY',
      'Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions.',
    ],
    [
      'SELECT Id FROM Account WHERE NOT Id IN (SELECT AccountId FROM Contact)',
      'MALFORMED_QUERY',
      'Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions.',
    ],
    [
      'SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact) AND Id IN (SELECT AccountId FROM Case) AND Id NOT IN (SELECT AccountId FROM Asset)',
      'MALFORMED_QUERY',
      'Maximum 2 semi join sub-selects are allowed',
    ],
    [
      'SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE Id IN (SELECT ContactId FROM Case))',
      'MALFORMED_QUERY',
      'Nesting of semi join sub-selects is not supported',
    ],
    [
      'SELECT Id FROM Case WHERE Contact.AccountId IN (SELECT Id FROM Account)',
      'MALFORMED_QUERY',
      "The left operand 'Contact.AccountId' cannot have more than one level of relationships",
    ],
    [
      'SELECT Id FROM Account WHERE Id IN (SELECT Id FROM Contact)',
      'MALFORMED_QUERY',
      "The selected field 'Id' in the subquery and the left operand field in the where expression in the outer query 'Id' should point to the same object type",
    ],
    [
      'SELECT Id FROM Account WHERE Name IN (SELECT LastName FROM Contact)',
      'MALFORMED_QUERY',
      "The left operand field in the where expression for outer query should be an id field, cannot use: 'Name'",
    ],
    [
      'SELECT Id FROM Account WHERE Id IN (SELECT ParentId FROM Account)',
      'MALFORMED_QUERY',
      'The inner and outer selects should not be on the same object type',
    ],
    [
      'SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact LIMIT 5)',
      'MALFORMED_QUERY',
      'Semi join sub-selects do not support the LIMIT clause',
    ],
    [
      'SELECT Id FROM Account WHERE Id IN (SELECT AccountId, Id FROM Contact)',
      'MALFORMED_QUERY',
      'The sub-select of a semi join must select exactly one field',
    ],
    // Aggregates
    [
      'SELECT Name, COUNT(Id) FROM Account',
      'MALFORMED_QUERY',
      'Field must be grouped or aggregated: Name',
    ],
    [
      'SELECT Id FROM Account GROUP BY Name',
      'MALFORMED_QUERY',
      'Field must be grouped or aggregated: Id',
    ],
    [
      'SELECT Name FROM Account GROUP BY Name ORDER BY Phone',
      'MALFORMED_QUERY',
      'Ordered field must be grouped or aggregated: Phone',
    ],
    [
      'SELECT Name, COUNT(Name) FROM Account GROUP BY Name',
      'MALFORMED_QUERY',
      'Grouped field should not be aggregated: Name',
    ],
    [
      'SELECT COUNT(Id) FROM Account LIMIT 1',
      'MALFORMED_QUERY',
      'Non-grouped query that uses overall aggregate functions cannot also use LIMIT',
    ],
    [
      'SELECT SUM(Name) FROM Account',
      'MALFORMED_QUERY',
      'field Name does not support aggregate operator SUM',
    ],
    [
      'SELECT AnnualRevenue FROM Account GROUP BY AnnualRevenue',
      'MALFORMED_QUERY',
      "field 'AnnualRevenue' can not be grouped in a query call",
    ],
    [
      'SELECT Account.Name, Owner.Name FROM Contact GROUP BY Account.Name, Owner.Name',
      'MALFORMED_QUERY',
      'duplicate alias: Name',
    ],
    [
      'SELECT CALENDAR_YEAR(Name) FROM Account GROUP BY CALENDAR_YEAR(Name)',
      'INVALID_FIELD',
      'field Name does not support operator CALENDAR_YEAR',
    ],
    [
      'SELECT CALENDAR_YEAR(CreatedDate) FROM Account',
      'MALFORMED_QUERY',
      "unexpected token: 'CALENDAR_YEAR'",
    ],
    [
      'SELECT COUNT(), Name FROM Account',
      'MALFORMED_QUERY',
      'COUNT() must be the only element of the SELECT list and cannot be used with GROUP BY',
    ],
    [
      'SELECT COUNT() FROM Account ORDER BY Name',
      'MALFORMED_QUERY',
      'Count query cannot use ORDER BY or HAVING',
    ],
    [
      'SELECT Name, (SELECT Id FROM Contacts) FROM Account GROUP BY Name',
      'MALFORMED_QUERY',
      'Grouped query cannot use child relationships in the SELECT list',
    ],
    [
      'SELECT (SELECT COUNT(Id) FROM Contacts) FROM Account',
      'MALFORMED_QUERY',
      'only root queries support aggregate expressions',
    ],
    // FIELDS, limits, scopes
    [
      'SELECT FIELDS(ALL) FROM Account',
      'MALFORMED_QUERY',
      'The SOQL FIELDS function must have a LIMIT of at most 200',
    ],
    [
      'SELECT FIELDS(CUSTOM) FROM Account LIMIT 201',
      'MALFORMED_QUERY',
      'The SOQL FIELDS function must have a LIMIT of at most 200',
    ],
    [
      'SELECT FIELDS(SOME) FROM Account',
      'MALFORMED_QUERY',
      "unexpected token: 'FIELDS'",
    ],
    [
      'SELECT Id FROM Account LIMIT 1 OFFSET 2001',
      'NUMBER_OUTSIDE_VALID_RANGE',
      'Maximum SOQL offset allowed is 2000',
    ],
    [
      'SELECT Id FROM Account FOR UPDATE',
      'MALFORMED_QUERY',
      "unexpected token: 'UPDATE'",
    ],
    [
      'SELECT Id FROM Account ALL ROWS',
      'MALFORMED_QUERY',
      'ALL ROWS not allowed in this context',
    ],
    [
      'SELECT Id FROM Profile USING SCOPE mine',
      'MALFORMED_QUERY',
      "Filter scope 'mine' is not supported for Profile",
    ],
    [
      'SELECT TYPEOF Owner WHEN User THEN Name END FROM Account',
      'MALFORMED_QUERY',
      'TYPEOF is only supported on polymorphic relationships: Owner',
    ],
    [
      'SELECT Parent.Parent.Parent.Parent.Parent.Parent.Name FROM Account',
      'MALFORMED_QUERY',
      'SOQL relationship paths are limited to 5 levels',
    ],
  ])('%s', (soql, errorCode, message) => {
    expect(refused(soql)).toEqual({ errorCode, message });
  });

  it.each([
    ['parentheses', `${'('.repeat(201)}Name = 'x'${')'.repeat(201)}`],
    ['NOTs', `${'NOT '.repeat(201)}Name = 'x'`],
  ])('%s without end are too complicated', (_, where) => {
    expect(
      small.refusedQuery(`SELECT Id FROM Account WHERE ${where}`),
    ).toMatchObject({ errorCode: 'QUERY_TOO_COMPLICATED' });
  });

  it('five levels of parents are allowed', () => {
    expect(
      small.records(
        'SELECT Parent.Parent.Parent.Parent.Parent.Name FROM Account',
      ),
    ).toEqual([]);
  });

  it('sub-queries nest since version 58', () => {
    const soql =
      'SELECT (SELECT (SELECT Id FROM Cases) FROM Contacts) FROM Account';
    expect(small.records(soql)).toEqual([]);
    expect(
      small.refusal(() =>
        small.org.query({ ...small.ctx, apiVersion: '57.0' }, soql),
      ).message,
    ).toContain('limited to 1 levels');
  });
});
