import type { FunctionExp } from '@jetstreamapp/soql-parser-js';
import type { Level } from './narrow';
import { refuseSoql } from './refuseSoql';

/** Functions that take fields and literals and do nothing but compute. */
const knownFunctions = new Set([
  'count',
  'count_distinct',
  'sum',
  'avg',
  'min',
  'max',
  'grouping',
  'rollup',
  'cube',
  'tolabel',
  'format',
  'convertcurrency',
  'converttimezone',
  'calendar_month',
  'calendar_quarter',
  'calendar_year',
  'day_in_month',
  'day_in_week',
  'day_in_year',
  'day_only',
  'fiscal_month',
  'fiscal_quarter',
  'fiscal_year',
  'hour_in_day',
  'week_in_month',
  'week_in_year',
  'distance',
  'geolocation',
]);

const aPath = /^[a-z]\w*(\.[a-z]\w*)*$/i;
const aLiteral = /^('.*'|[+-]?\d+(\.\d+)?)$/s;

/** The path that a text names, without the name that stands for the source. */
export function pathIn(text: string, level: Level): string[] {
  if (!aPath.test(text)) {
    return refuseSoql(`'${text}' is not the name of a field`);
  }
  const path = text.split('.');
  const first = path[0].toLowerCase();
  return path.length > 1 &&
    level.names.some(name => name.toLowerCase() === first)
    ? path.slice(1)
    : path;
}

/** A call of a function with the fields that it names replaced. */
export async function narrowFunction<TFunction extends FunctionExp>(
  fn: TFunction,
  level: Level,
): Promise<TFunction> {
  const name = fn.functionName ?? '';
  if (!knownFunctions.has(name.toLowerCase())) {
    return refuseSoql(
      `A query over your own records knows no function '${name}'`,
    );
  }
  const parameters: (string | FunctionExp)[] = [];
  for (const parameter of fn.parameters ?? []) {
    if (typeof parameter === 'object') {
      parameters.push(await narrowFunction(parameter, level));
    } else if (aLiteral.test(parameter)) {
      parameters.push(parameter);
    } else {
      const path = await level.narrowing.field({
        source: level.source,
        path: pathIn(parameter, level),
        use: 'judged',
      });
      parameters.push(path.join('.'));
    }
  }
  const texts = parameters.map(parameter =>
    typeof parameter === 'object' ? parameter.rawValue : parameter,
  );
  return { ...fn, parameters, rawValue: `${name}(${texts.join(', ')})` };
}
