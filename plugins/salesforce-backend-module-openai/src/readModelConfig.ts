import type { Config } from '@backstage/config';

/** What may leave to the model's endpoint. */
export type DataSharing = 'none' | 'schema' | 'records';

/** How the model is reached, and what it may take. */
export interface ModelConfig {
  baseUrl: string;
  apiKey: string;
  name: string;
  api: 'chat' | 'responses';
  dataSharing: DataSharing;
  /** For one answer of the endpoint. Milliseconds. */
  timeout: number;
  /** How often an answer that did not come is asked for again. */
  retries: number;
  /** Answers of the model in one turn. */
  maxSteps: number;
  /** Tokens of one answer. */
  maxTokens: number;
  /** Actions that are offered in one turn; small models choose better from few. */
  maxTools: number;
}

const root = 'salesforce.assistant';

/** Reads `salesforce.assistant`; undefined where no model is configured. */
export function readModelConfig(config: Config): ModelConfig | undefined {
  const model = config.getOptionalConfig(`${root}.model`);
  if (!model) return undefined;
  return {
    baseUrl: model.getOptionalString('baseUrl') ?? 'https://api.openai.com/v1',
    // Local servers want none; the client insists on one.
    apiKey: model.getOptionalString('apiKey') ?? 'none',
    name: model.getString('name'),
    api: oneOf(model.getOptionalString('api'), ['chat', 'responses'], {
      name: `${root}.model.api`,
      fallback: 'chat',
    }),
    dataSharing: oneOf(
      config.getOptionalString(`${root}.dataSharing`),
      ['none', 'schema', 'records'],
      { name: `${root}.dataSharing`, fallback: 'schema' },
    ),
    timeout: 1_000 * within(model, 'timeoutSeconds', 60, [1, 600]),
    retries: within(model, 'retries', 2, [0, 5]),
    maxSteps: within(model, 'maxSteps', 6, [1, 20]),
    maxTokens: within(model, 'maxTokens', 2_000, [100, 32_000]),
    maxTools: within(model, 'maxTools', 12, [1, 100]),
  };
}

function oneOf<T extends string>(
  value: string | undefined,
  known: readonly T[],
  { name, fallback }: { name: string; fallback: T },
): T {
  if (value === undefined) return fallback;
  const found = known.find(candidate => candidate === value);
  if (!found) {
    throw new Error(
      `${name} must be one of ${known.join(', ')}; it is '${value}'`,
    );
  }
  return found;
}

function within(
  model: Config,
  name: string,
  fallback: number,
  [least, most]: [number, number],
): number {
  const value = model.getOptionalNumber(name) ?? fallback;
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new Error(
      `${root}.model.${name} must be a whole number from ${least} to ${most}; it is ${value}`,
    );
  }
  return value;
}
