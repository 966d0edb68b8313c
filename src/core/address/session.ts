// Sessions in an address: they may open the account of the person who copied it. A name that other sites use for a
// page or a file counts only with a value that looks drawn, not written or counted.
import { withoutParameters } from './query.ts';

/** Parameters of sessions and sign-ins that have no other use: Java, PHP, ASP, shops, Moodle, OAuth, CAS, SAML. */
const NAMED =
  /^(?:(?:jsession|phpsess|osCs|zen|xtcs|mods|sap-session)id|aspsessionid\w*|bv_(?:session|engine)id|sesskey|(?:(?:access|id|refresh|auth|oauth|login|auto|session|csrf)_|_|authenticity_)token|SAMLResponse|ticket(?==ST-))=/i;

/** The digest of phpBB, MyBB and SMF. Numbers of stories and articles are `sid` too. */
const DIGEST = /^(?:(?:\w+_)?sid|sesc)=[\da-f]{32}$/i;

/** Other names of sessions, with 16 characters or more, letters and digits among them. */
const DRAWN = /^\w*sess(?:ion)?_?(?:id|key)=(?=.*\d)(?=.*[a-z])[\w,-]{16,}$/i;

/** The `s` of vBulletin. The signatures of pictures are digests too, but stand after their measures. */
const BULLETIN = /^s=[\da-f]{32}$/i;

/** The two halves of a ColdFusion session. `cfid` alone may be anything. */
const COLD_FUSION = /^cf(?:id|token)=/i;
const COLD_FUSION_PAIR = /^(?=.*[?&;]cfid=\d).*[?&;]cftoken=[\w-]{8}/i;

/**
 * Sessions in the path: `;jsessionid=` (Java Servlet 2.3, SRV.7.1.3), `(S(…))` and its kind (ASP.NET), and the 24
 * characters of ASP.NET 1.
 */
const IN_PATH =
  /;jsessionid=[^/?#;]*|\/\((?:X\(\d\))?(?:[AFS]\([\w-]{6,}\))+\)(?=\/|$)|\/\((?=[a-z]*[0-5])[a-z0-5]{24}\)(?=\/|$)/gi;

/** Traces of a sign-in, also behind a page that stands in the fragment. */
const SIGN_IN = /[#?](?:[^#?]*&)?(?:access|id)_token=.*/s;

/** Path, query and fragment of an address without sessions. The rest is unchanged, byte for byte. */
export function withoutSession(
  path: string,
  query: string,
  fragment: string,
): readonly [path: string, query: string, fragment: string] {
  const isPage = /(?:\.php|\/)$/i.test(path);
  const isPlain = !/\.\w+$/.test(path);
  return [
    path.replace(IN_PATH, ''),
    withoutParameters(
      query,
      (text, mark) =>
        NAMED.test(text) ||
        DIGEST.test(text) ||
        DRAWN.test(text) ||
        (BULLETIN.test(text) && (isPage || (isPlain && mark === '?'))) ||
        (COLD_FUSION.test(text) && COLD_FUSION_PAIR.test(query)),
    ),
    fragment.replace(SIGN_IN, ''),
  ];
}
