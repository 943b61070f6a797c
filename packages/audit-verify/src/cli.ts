import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { ChainVerifier } from './ChainVerifier';
import { isCheckpointSigned, type Checkpoint } from './format';

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
    const read = (file: string) =>
      JSON.parse(readFileSync(file, 'utf8')) as Checkpoint;
    const checkpoints = (values.checkpoint ?? []).map(read);
    const after = values.after === undefined ? undefined : read(values.after);
    for (const point of [...checkpoints, ...(after ? [after] : [])]) {
      if (values.key && point.publicKey !== values.key) {
        throw new Error(
          `The checkpoint for entry ${point.sequence} was signed with another key`,
        );
      }
    }
    if (after && !isCheckpointSigned(after)) {
      throw new Error('The checkpoint of --after has no valid signature');
    }
    const verifier = new ChainVerifier({ checkpoints, from: after });
    const lines = createInterface({
      input: createReadStream(positionals[0], 'utf8'),
      crlfDelay: Infinity,
    });
    for await (const line of lines) {
      if (line !== '' && !verifier.addLine(line)) break;
    }
    verifier.finish();
    const { bad, position } = verifier;
    if (values.json) {
      print(JSON.stringify({ verified: !bad, ...position, bad: bad ?? null }));
    } else if (bad) {
      print(`BAD at entry ${bad.sequence}: ${bad.reason}`);
    } else {
      print(
        `Verified ${position.sequence} entries, last hash ${position.hash}`,
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
