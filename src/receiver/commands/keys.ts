// `cliquez-signalez keys`: makes the key pair for sealed reports, or for receipts. Prints the public key, and stores the
// private key.
import { readFile } from 'node:fs/promises';
import { CommandError, UsageError, type Command } from '../../command-line/command.ts';
import { readOptions } from '../../command-line/arguments.ts';
import { thumbprint } from '../../core/report/seal.ts';
import { readReceiptKey } from '../intake/receipt-key.ts';
import { PrivateKeyError, readPrivateKey } from '../intake/sealed.ts';
import { writeNewFile } from './new-file.ts';

export const command: Command = {
  usage: `Usage: cliquez-signalez keys [--output FILE]
       cliquez-signalez keys --receipts [--output FILE]
       cliquez-signalez keys --of KEY

Makes a pair of keys, with which forms seal reports for the hotline alone. Prints two lines: the public key, for the
form's attribute public-key, and its thumbprint, for the receiver's setting SEAL_KEYS. Writes the private key to a file
that only its owner can read. Without that file, nobody ever reads the sealed reports again: keep a copy, and keep both
off the machine that receives reports.

With --receipts, makes a pair of keys with which the receiver signs receipts, so that nobody on the way can invent one.
Prints the public key, for the form's attribute receipt-key. The private key belongs on the machine that receives reports:
RECEIPT_KEY names its file.
  --output FILE   where the private key goes; never a file that exists   private-key.json, with --receipts
                                                                         receipt-key.json
  --of KEY        makes nothing: prints the lines of a key that exists, given as the file of its private half, or as the
                  value of public-key
`,
  async run(args) {
    const options = readOptions(args, OPTIONS, this.usage);
    if (options.of !== undefined) {
      const unfit = (['output', 'receipts'] as const).find((name) => options[name]);
      if (unfit)
        throw new UsageError(`--of makes no file, so --${unfit} does not go with it.\n\n${this.usage}`);
      return describeKey(options.of);
    }
    if (options.receipts) return makeReceiptKey(options.output ?? 'receipt-key.json');
    const { output = 'private-key.json' } = options;
    const { publicKey, privateKey } = await makeKeys();
    await writeNewFile(output, [privateKey]);
    await print(publicKey);
    console.error(
      `The private key is in ${output}. Make a copy, and keep both off the machine that receives.`,
    );
  },
};

const OPTIONS = {
  output: { type: 'string' },
  of: { type: 'string' },
  receipts: { type: 'boolean', default: false },
} as const;

async function makeReceiptKey(output: string): Promise<void> {
  const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  const { kty, crv, x = '', d } = await crypto.subtle.exportKey('jwk', pair.privateKey);
  await writeNewFile(output, [`${JSON.stringify({ kty, crv, x, d })}\n`]);
  printReceiptKey(x);
  console.error(`The private key is in ${output}. RECEIPT_KEY names it where the receiver runs.`);
}

const printReceiptKey = (publicKey: string): void => console.log(`receipt-key  ${publicKey}`);

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

/** @param key the public key of sealed reports itself, or the name of a file with a private key */
async function describeKey(key: string): Promise<void> {
  if (await thumbprint(key).catch(() => undefined)) return print(key);
  const text = await readFile(key, 'utf8').catch(() => {
    throw new CommandError(
      `« ${key} » is neither a public key (87 characters, base64url) nor a file that can be read.`,
    );
  });
  const receiptKey = await readReceiptKey(text).catch(() => undefined);
  if (receiptKey) return printReceiptKey(receiptKey.publicKey);
  await readPrivateKey(text).catch((error: unknown) => {
    throw error instanceof PrivateKeyError ? new CommandError(`${key}: ${error.message}`) : error;
  });
  const { x, y } = JSON.parse(text) as { x: string; y: string };
  return print(toPoint(x, y));
}
