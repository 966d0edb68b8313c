// `cliquez-signalez keys`: the pair of keys for sealed reports. The public half is printed, the private half kept.
import { readOptions } from './arguments.ts';
import type { Command } from './command.ts';
import { writeNewFile } from './new-file.ts';

export const command: Command = {
  usage: `Usage: cliquez-signalez keys [--output FILE]

Makes a pair of keys, with which forms seal reports for the hotline alone. Prints the value of the form's attribute
public-key, and writes the private key to a file that only its owner can read. Without that file, nobody ever reads
the sealed reports again: keep a copy, and keep both off the machine that receives reports.
  --output FILE   where the private key goes; never a file that exists   private-key.json
`,
  async run(args) {
    const { output } = readOptions(
      args,
      { output: { type: 'string', default: 'private-key.json' } },
      this.usage,
    );
    const { publicKey, privateKey } = await makeKeys();
    await writeNewFile(output, [privateKey]);
    console.log(publicKey);
    console.error(
      `The private key is in ${output}. Make a copy, and keep both off the machine that receives.`,
    );
  },
};

/** A new pair on the curve P-256: the raw point in base64url, and the private key as JWK. */
async function makeKeys(): Promise<{ publicKey: string; privateKey: string }> {
  const agreement = { name: 'ECDH', namedCurve: 'P-256' };
  const pair = await crypto.subtle.generateKey(agreement, true, ['deriveBits']);
  const point = await crypto.subtle.exportKey('raw', pair.publicKey);
  const { kty, crv, x, y, d } = await crypto.subtle.exportKey('jwk', pair.privateKey);
  return {
    publicKey: Buffer.from(point).toString('base64url'),
    privateKey: `${JSON.stringify({ kty, crv, x, y, d })}\n`,
  };
}
