import { csvLine } from './csvOf';

describe('a line of CSV', () => {
  it.each([
    ['=1+1', `'=1+1`],
    // spreadsheets leave leading blanks out, and see the formula behind them
    [
      '  =HYPERLINK("http://evil.example")',
      `"'=HYPERLINK(""http://evil.example"")"`,
    ],
    ['\t@SUM(A1)', `'@SUM(A1)`],
    ['\u00A0-2+3', `'-2+3`],
    ['＝1+1', `'＝1+1`],
    // some spreadsheets part cells at semicolons
    ['a;=1+1', '"a;=1+1"'],
    ['Zoë "Z" Müller, 李 伟', '"Zoë ""Z"" Müller, 李 伟"'],
    ['one\r\ntwo', '"one\r\ntwo"'],
  ])('writes %j as text', (value, cell) => {
    expect(csvLine([value])).toBe(`${cell}\r\n`);
  });

  it('leaves numbers and nothing as they are', () => {
    expect(csvLine([-1, true, null, ''])).toBe('-1,true,,\r\n');
  });
});
