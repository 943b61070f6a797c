import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { ChainVerifier, type ChainPosition } from './ChainVerifier';
import { readCheckpoint } from './readCheckpoint';
import { readLines } from './readLines';

const usage = `Usage: audit-verify FILE [--checkpoint FILE ...] [--after FILE]
                    [--key PUBLIC_KEY] [--json]

Verifies an exported Salesdesk audit log (JSON Lines).

  --checkpoint FILE  a checkpoint kept elsewhere: finds a log that was cut short
                     or rewritten as a whole (may be repeated)
  --after FILE       the checkpoint behind which an export of a part begins
  --key PUBLIC_KEY   the Ed25519 public key (base64url) that must have signed
                     the checkpoints
  --json             print one JSON object

Exit code: 0 verified, 1 the log is bad, 2 it could not be read.`;

/**
 * The command line. Returns the exit code.
 *
 * @public
 */
export async function main(options: {
  args: string[];
  print(line: string): void;
  printError(line: string): void;
}): Promise<number> {
  const { print, printError } = options;
  try {
    const { values, positionals } = parseArgs({
      args: options.args,
      allowPositionals: true,
      options: {
        checkpoint: { type: 'string', multiple: true },
        after: { type: 'string' },
        key: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help || positionals.length !== 1) {
      (values.help ? print : printError)(usage);
      return values.help ? 0 : 2;
    }
    const checkpoints = (values.checkpoint ?? []).map(readCheckpoint);
    const after =
      values.after === undefined ? undefined : readCheckpoint(values.after);
    const points = [...checkpoints, ...(after ? [after] : [])];
    if (values.key && points.length === 0) {
      throw new Error(
        'A key says who signed checkpoints: give one with --checkpoint or --after',
      );
    }
    for (const point of points) {
      if (values.key && point.publicKey !== values.key) {
        throw new Error(
          `The checkpoint for entry ${point.sequence} was signed with another key`,
        );
      }
    }
    const verifier = new ChainVerifier({ checkpoints, from: after });
    const file = createReadStream(positionals[0], { highWaterMark: 1024 ** 2 });
    for await (const line of readLines(file)) {
      const isGood =
        'text' in line
          ? verifier.addLine(line.text)
          : verifier.refuse(line.problem);
      if (!isGood) break;
    }
    verifier.finish();
    const { bad, position } = verifier;
    const first = (after?.sequence ?? 0) + 1;
    const entries = position.sequence - first + 1;
    if (!bad && entries === 0 && !after) {
      throw new Error(
        `'${positionals[0]}' holds no entries: nothing was verified`,
      );
    }
    if (values.json) {
      print(
        JSON.stringify({
          verified: !bad,
          entries,
          ...positionOf(position),
          bad: bad ?? null,
        }),
      );
    } else if (bad) {
      print(`BAD at entry ${bad.sequence}: ${bad.reason}`);
    } else {
      print(
        `Verified ${entries} entries${
          after ? ` behind entry ${after.sequence}` : ''
        }, last hash ${position.hash}`,
      );
      if (checkpoints.length === 0) {
        print(
          'Without a checkpoint kept elsewhere, a log that was cut short or rewritten as a whole is not found.',
        );
      }
    }
    return bad ? 1 : 0;
  } catch (error) {
    printError(error instanceof Error ? error.message : String(error));
    return 2;
  }
}

/** Where the chain stands, without what else a checkpoint says. */
function positionOf({ log, sequence, hash }: ChainPosition): ChainPosition {
  return { ...(log === undefined ? {} : { log }), sequence, hash };
}
