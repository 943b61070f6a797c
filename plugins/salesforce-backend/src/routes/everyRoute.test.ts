import { TestPlugin } from '../__testUtils__/startTestPlugin';
import {
  allOperations,
  resolve,
  sample,
  type Operation,
  type Schema,
} from './__testUtils__/schemaSamples';

const huge = 'x'.repeat(6_000);
const nasty = `'; DROP TABLE requests; -- " \\ 🙂 \u202e`;
const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

/** What may stand where a value of a path is expected. */
const inPaths = {
  'quotes, backslashes and emoji': encodeURIComponent(nasty),
  'a number beyond all': '99999999999999999999',
  'a number without bound': '1e999',
};

/** The same for all operations, so one of them is enough. */
const everywhere = {
  'an id of 15 characters': '005000000000001',
  'a way up': '..%2F..',
  'a NUL': '%00',
  'half a character': '%ED%A0%80',
  'a broken escape': '%',
  'a name of JavaScript': '__proto__',
  'a very long text': huge,
};

/** Bodies that are no body of anything. */
const bodies = {
  'that ends too early': '{"action":',
  'that is a list': '[]',
  'that is a text': '"x"',
  'that is nested without end': nested(50_000),
  'that is no JSON': '<a/>',
};

/** Values that properties of a body may be given instead of their own. */
const values = { 'a text': JSON.stringify(nasty), 'an empty text': '""' };

/** The same for all properties. */
const valuesEverywhere = {
  null: 'null',
  'a number': '12.5',
  'an object': '{"a":{}}',
  '20 KB': JSON.stringify(huge.repeat(4)),
  'a NUL': '"a\\u0000b"',
  'half a character': '"a\\ud800b"',
  'half a character in a list': '["\\udc00"]',
  nesting: nested(20_000),
  'ten thousand entries': JSON.stringify(Array(10_000).fill('x')),
};

type Fault = [name: string, send: () => Promise<Answer>, refused: boolean];

interface Answer {
  status: number;
  body: { error?: { message?: unknown; code?: unknown } };
}

/*
 * Made from the OpenAPI document, so that a new operation is tested with the
 * day it is written: whatever comes, there is an answer that names what is
 * wrong, and never a fault of ours.
 */
describe('every operation', () => {
  let plugin: TestPlugin;

  beforeAll(async () => {
    plugin = await TestPlugin.start();
  }, 60_000);

  afterAll(() => plugin.stop());

  const address = (
    { path, parameters }: Operation,
    given: Record<string, string> = {},
  ) => {
    const valueOf = (name: string) => {
      const parameter = parameters.find(known => known.name === name);
      return (
        given[name] ??
        (name === 'org'
          ? 'acme'
          : encodeURIComponent(String(sample(parameter?.schema ?? {}))))
      );
    };
    const query = parameters
      .filter(known => known.in === 'query')
      .filter(known => known.required || known.name in given)
      .map(({ name }) => `${name}=${valueOf(name)}`)
      .join('&');
    const filled = path.replace(/\{(\w+)\}/g, (_, name) => valueOf(name));
    return query ? `${filled}?${query}` : filled;
  };

  const faultsOf = (operation: Operation, thoroughly = false): Fault[] => {
    const call = (path = address(operation)) =>
      plugin.call(operation.method, path, { as: 'sam.okafor' });
    const { body } = operation;
    const send = (path?: string) =>
      body ? call(path).send(sample(body) as object) : call(path);
    const raw = (text: string, type = 'application/json') =>
      call().set('content-type', type).send(text);
    const parameters = operation.parameters.flatMap(({ name, in: where }) =>
      where === 'header'
        ? []
        : Object.entries({
            ...inPaths,
            ...(thoroughly ? everywhere : {}),
          }).map(
            ([what, value]): Fault => [
              `${name}: ${what}`,
              async () => send(address(operation, { [name]: value })),
              false,
            ],
          ),
    );
    const separator = address(operation).includes('?') ? '&' : '?';
    const unknown: Fault = [
      'an unknown parameter',
      async () => send(`${address(operation)}${separator}colour=red`),
      true,
    ];
    if (!body) return [...parameters, unknown];
    const { properties = {} } = firstOf(body);
    const good = sample(body) as Record<string, unknown>;
    const instead = (name: string, text: string) =>
      JSON.stringify({ ...good, [name]: '@' }).replace('"@"', () => text);
    const unreadable = [
      ...Object.entries(bodies).map(
        ([what, text]): Fault => [
          `a body ${what}`,
          async () => raw(text),
          true,
        ],
      ),
      ...['text/plain', 'application/xml'].map(
        (type): Fault => [type, async () => raw('{}', type), true],
      ),
    ];
    return [
      ...parameters,
      unknown,
      ...(thoroughly ? unreadable : []),
      ['an unknown field', async () => raw(instead('colour', '1')), true],
      ...Object.keys(properties).flatMap(name =>
        Object.entries({
          ...values,
          ...(thoroughly ? valuesEverywhere : {}),
        }).map(
          ([what, text]): Fault => [
            `${name}: ${what}`,
            async () => raw(instead(name, text)),
            false,
          ],
        ),
      ),
    ];
  };

  const judge = async ([name, send, refused]: Fault) => {
    const { status, body } = await send();
    const { message, code } = body.error ?? {};
    const isNamed =
      /\w{3}/.test(String(message)) &&
      /^[a-z_]+$/.test(String(code)) &&
      !/node_modules|select .* from/.test(String(message));
    const isClear = status < 400 ? !refused : status < 500 && isNamed;
    return isClear || status === 503
      ? []
      : [`${name}: ${status} ${code} ${message}`];
  };
  const unclear = async (faults: readonly Fault[]) =>
    (await Promise.all(faults.map(judge))).flat();

  const operations = allOperations().map(
    operation => [operation.id, operation] as const,
  );

  it.each(operations)('%s names what is wrong', async (_, operation) => {
    expect(await unclear(faultsOf(operation))).toEqual([]);
  });

  it.each(
    operations.filter(([id]) => ['SubmitRequest', 'ListChanges'].includes(id)),
  )('%s does so whatever comes', async (_, operation) => {
    expect(await unclear(faultsOf(operation, true))).toEqual([]);
  });
});

function firstOf(given: Schema): Schema {
  const schema = resolve(given);
  const [choice] = schema.oneOf ?? schema.anyOf ?? [];
  return choice ? firstOf(choice) : schema;
}
