import { createServer, type Server } from 'node:http';
import type { OrgFeature } from './core/types';
import type { Switches } from './core/switches';
import { demoApps } from './data/connectedApps';
import { dataChoiceSchema, dataSet, type DataChoice } from './data/dataSets';
import { createApp } from './http/createApp';
import {
  createWireServices,
  resetWireServices,
} from './http/createWireServices';
import type { ConnectedAppInput } from './oauth/ConnectedApp';
import { systemRandomText, type RandomText } from './oauth/RandomText';
import { Org } from './Org';
import { mintSession, SalesforceOrgServer } from './SalesforceOrgServer';

/** Everything has a default: `startSalesforceOrg()` is an empty org. */
export interface StartOptions {
  /** Default 0: any free port. */
  readonly port?: number;
  readonly host?: string;
  /** How callers reach the org, when that is not the address they call. */
  readonly publicUrl?: string;
  /** What is in the org; default `minimal`. */
  readonly data?: DataChoice;
  /** Another company from the same mould. */
  readonly seed?: number;
  /** More objects and fields, in the JSON of `--schema`. */
  readonly schema?: unknown;
  /** Where the org's clock stands still; default: it follows the machine's. */
  readonly clock?: Date | string | number;
  readonly switches?: Partial<Switches>;
  /** In addition to those of the data. */
  readonly connectedApps?: readonly ConnectedAppInput[];
  /** More callback URLs of the app for logins with a browser. */
  readonly redirectUris?: readonly string[];
  readonly features?: readonly OrgFeature[];
  readonly random?: RandomText;
}

function withRedirectUris(
  apps: readonly ConnectedAppInput[],
  redirectUris: readonly string[],
): ConnectedAppInput[] {
  return apps.map(app =>
    app.clientId === demoApps.webServer.consumerKey
      ? { ...app, redirectUris: [...(app.redirectUris ?? []), ...redirectUris] }
      : app,
  );
}

/** Headers may be larger than Node's default: the org itself says 431. */
const MAXIMUM_HEADER_SIZE = 128 * 1024;
/**
 * Node's default of five seconds would cut the connection of a caller who is
 * busy for that long, just when the next call is on its way.
 */
const KEEP_ALIVE_MILLISECONDS = 65_000;

/**
 * Starts an org of its own: nothing is shared with any other in the process.
 * Throws when the port is taken.
 */
export async function startSalesforceOrg(
  options: StartOptions = {},
): Promise<SalesforceOrgServer> {
  const { host = '127.0.0.1', port = 0, publicUrl } = options;
  let data = dataSet(options.data ?? 'minimal', { seed: options.seed });
  const org = Org.create({
    features: [
      ...(options.features ?? []),
      // asks at the time of loading: a reset may bring other data
      { ...data.feature, load: services => data.feature.load?.(services) },
    ],
    schema: options.schema,
    clock: options.clock,
    switches: { ...data.switches, ...options.switches },
  });
  const wire = createWireServices({
    org,
    random: options.random ?? systemRandomText,
    connectedApps: [
      ...withRedirectUris(data.connectedApps, options.redirectUris ?? []),
      ...(options.connectedApps ?? []),
    ],
  });
  const reset = (choice?: unknown) => {
    if (choice !== undefined) {
      data = dataSet(dataChoiceSchema.parse(choice), { seed: options.seed });
      data.feature.schema?.forEach(definition => org.addSchema(definition));
    }
    org.clock.clear();
    if (options.clock === undefined) {
      org.clock.resume();
    } else {
      org.clock.set(options.clock);
    }
    org.reset();
    resetWireServices(wire);
  };
  const app = createApp({
    wire,
    publicUrl,
    reset,
    dataName: () => data.name,
    mintSession: (username, login) => mintSession(wire, username, login),
  });
  const server = createServer(
    {
      maxHeaderSize: MAXIMUM_HEADER_SIZE,
      keepAliveTimeout: KEEP_ALIVE_MILLISECONDS,
    },
    app,
  );
  await listen(server, { host, port });
  const address = server.address();
  const listening =
    typeof address === 'object' && address ? address.port : port;
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return new SalesforceOrgServer({
    url: publicUrl ?? `http://${name}:${listening}`,
    server,
    wire,
    reset,
    data: () => data,
  });
}

function listen(
  server: Server,
  options: { host: string; port: number },
): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(
              `Port ${options.port} is taken. End what listens there, or choose another with --port.`,
            )
          : error,
      );
    });
    server.listen(options.port, options.host, resolve);
  });
}
