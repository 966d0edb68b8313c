// `cliquez-signalez keys`: makes the key pair for sealed reports. It prints the public key and stores the private key.
import { readFile } from 'node:fs/promises';
import { thumbprint } from '../core/report/seal.ts';
import { PrivateKeyError, readPrivateKey } from '../receiver/sealed.ts';
import { readOptions } from './arguments.ts';
import { CommandError, UsageError, type Command } from './command.ts';
import { writeNewFile } from './new-file.ts';

export const command: Command = {
  usage: `Usage: cliquez-signalez keys [--output FILE]
       cliquez-signalez keys --of KEY

Makes a pair of keys, with which forms seal reports for the hotline alone. Prints two lines: the public key, for the
form's attribute public-key, and its thumbprint, for the receiver's setting SEAL_KEYS. Writes the private key to a file
that only its owner can read. Without that file, nobody ever reads the sealed reports again: keep a copy, and keep both
off the machine that receives reports.
  --output FILE   where the private key goes; never a file that exists   private-key.json
  --of KEY        makes nothing: prints the two lines of a key that exists, given as the file of its private half, or as
                  the value of public-key
`,
  async run(args) {
    const options = readOptions(args, { output: { type: 'string' }, of: { type: 'string' } }, this.usage);
    if (options.of !== undefined) {
      if (options.output !== undefined)
        throw new UsageError(`--of makes no file, so --output does not go with it.\n\n${this.usage}`);
      return print(await publicKeyOf(options.of));
    }
    const { output = 'private-key.json' } = options;
    const { publicKey, privateKey } = await makeKeys();
    await writeNewFile(output, [privateKey]);
    await print(publicKey);
    console.error(
      `The private key is in ${output}. Make a copy, and keep both off the machine that receives.`,
    );
  },
};

async function print(publicKey: string): Promise<void> {
  console.log(`public-key  ${publicKey}`);
  console.log(`SEAL_KEYS   ${await thumbprint(publicKey)}`);
}

/** A new pair on the curve P-256: the raw point in base64url, and the private key as JWK. */
async function makeKeys(): Promise<{ publicKey: string; privateKey: string }> {
  const agreement = { name: 'ECDH', namedCurve: 'P-256' };
  const pair = await crypto.subtle.generateKey(agreement, true, ['deriveBits']);
  const { kty, crv, x = '', y = '', d } = await crypto.subtle.exportKey('jwk', pair.privateKey);
  return {
    publicKey: toPoint(x, y),
    privateKey: `${JSON.stringify({ kty, crv, x, y, d })}\n`,
  };
}

/** The uncompressed point, as `public-key` has it. */
const toPoint = (x: string, y: string): string =>
  Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]).toString(
    'base64url',
  );

/** @param key a public key itself, or the name of a file with a private key */
async function publicKeyOf(key: string): Promise<string> {
  if (await thumbprint(key).catch(() => undefined)) return key;
  const text = await readFile(key, 'utf8').catch(() => {
    throw new CommandError(
      `« ${key} » is neither a public key (87 characters, base64url) nor a file that can be read.`,
    );
  });
  await readPrivateKey(text).catch((error: unknown) => {
    throw error instanceof PrivateKeyError ? new CommandError(`${key}: ${error.message}`) : error;
  });
  const { x, y } = JSON.parse(text) as { x: string; y: string };
  return toPoint(x, y);
}
