// The sites that a hotline knows by name: whose pages they are, and how many reports it expects from them.
import { checkOrigins, OriginError, type AllowedOrigins } from '../protocol/headers.ts';

/** One site that carries the form. Its id is public: it names the site, it proves nothing. */
export interface Partner {
  /** The `source.partnerId` that its forms send. */
  readonly id: string;
  /** Origins of its pages: scheme, host and port, exactly. */
  readonly origins: readonly string[];
  /** Reports an hour; further reports are marked as low trust. No limit if it is left out. */
  readonly perHour?: number;
  /**
   * SHA-256, in 64 hexadecimal digits, of the secret that the partner's server shows where it relays its visitors'
   * reports. Not the secret itself: a reader of this list cannot pass for the partner.
   */
  readonly secretSha256?: string;
}

/** The list of partners cannot be used as it stands; the message says what to mend. */
export class PartnersError extends Error {
  override readonly name = 'PartnersError';
}

const EXAMPLE = '[{"id":"ville-exemple","origins":["https://www.example.org"],"perHour":200}]';

/**
 * Checks a list of partners once, at the start: a mistake in it would mark honest reports for months.
 * @param value the list, from a file or a program
 * @param allowed origins whose pages may send reports at all
 * @throws {PartnersError} naming the entry and what to write instead
 */
export function checkPartners(value: unknown, allowed: AllowedOrigins): readonly Partner[] {
  if (!Array.isArray(value)) throw new PartnersError(`Partners are a list such as ${EXAMPLE}`);
  const ids = new Set<string>();
  return value.map((entry: unknown, index) => {
    const partner = checkPartner(entry, `Partner ${index + 1}`, allowed);
    if (ids.has(partner.id)) throw new PartnersError(`Two partners are called « ${partner.id} ». Join them.`);
    ids.add(partner.id);
    return partner;
  });
}

// The ids that the schema of reports accepts. A report cannot carry any other.
const ID = /^[a-z0-9][a-z0-9._-]{1,63}$/;

const KEYS = ['id', 'origins', 'perHour', 'secretSha256'];

const SHA256 = /^[0-9a-f]{64}$/;

function checkPartner(entry: unknown, name: string, allowed: AllowedOrigins): Partner {
  if (typeof entry !== 'object' || entry === null) {
    throw new PartnersError(`${name} is not an object. Write it as in ${EXAMPLE}`);
  }
  const unknown = Object.keys(entry).find((key) => !KEYS.includes(key));
  if (unknown !== undefined)
    throw new PartnersError(`${name}: « ${unknown} » is not one of ${KEYS.join(', ')}.`);
  const { id, origins, perHour, secretSha256 } = entry as Record<string, unknown>;
  if (typeof id !== 'string' || !ID.test(id)) {
    throw new PartnersError(
      `${name}: « id » must be 2 to 64 of a-z 0-9 . _ - that begin with a letter or a digit.`,
    );
  }
  if (perHour !== undefined && !(Number.isInteger(perHour) && Number(perHour) > 0)) {
    throw new PartnersError(`Partner « ${id} »: « perHour » must be a whole number above 0, or be left out.`);
  }
  if (secretSha256 !== undefined && !(typeof secretSha256 === 'string' && SHA256.test(secretSha256))) {
    throw new PartnersError(
      `Partner « ${id} »: « secretSha256 » must be 64 of 0-9 a-f, as \`printf %s "$SECRET" | sha256sum\` prints them.`,
    );
  }
  checkPartnerOrigins(id, origins, allowed);
  return entry as Partner;
}

function checkPartnerOrigins(id: string, origins: unknown, allowed: AllowedOrigins): void {
  if (!Array.isArray(origins) || origins.length === 0) {
    throw new PartnersError(
      `Partner « ${id} »: « origins » must be a list such as ["https://www.example.org"].`,
    );
  }
  try {
    checkOrigins(origins.map(String));
  } catch (error) {
    throw error instanceof OriginError ? new PartnersError(`Partner « ${id} »: ${error.message}`) : error;
  }
  const refused = origins.map(String).find((origin) => allowed !== '*' && !allowed.includes(origin));
  if (refused !== undefined) {
    throw new PartnersError(
      `Partner « ${id} »: reports from ${refused} would be refused. Add it to ORIGINS too.`,
    );
  }
}
