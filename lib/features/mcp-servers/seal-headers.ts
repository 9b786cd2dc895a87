import 'server-only';
import type { SealedSecret, StoredHeader, StoredTransport } from '@/db/types/mcp-server-record';
import { sealSecret } from '@/lib/mcp/policy/server-secrets';
import { AppError } from '@/lib/platform/errors/app-error';
import { sealOauth } from './seal-oauth';
import type { GivenTransport } from './server-input';
import { texts } from './texts';

/** What stands in such a header is a secret, whether or not it is called one. */
const SECRET_NAME = /^(?:proxy-)?authorization$|^cookie$|api[-_]?key|token|secret|password/i;

interface Sealed {
  transport: StoredTransport;
  sealed: SealedSecret[];
  /** Names of headers whose secret stays. */
  kept: string[];
}

/**
 * A transport as it is stored, its secrets apart and encrypted. `before` = as it is stored now. Throws `invalid` where a secret is to stay that
 * is not there, or was given for another address.
 */
export async function sealHeaders(serverId: string, given: GivenTransport, before?: StoredTransport): Promise<Sealed> {
  const { type, url, headers = {} } = given;
  const sealed: SealedSecret[] = [];
  const kept: string[] = [];
  const stored: Record<string, StoredHeader> = {};
  for (const [name, value] of Object.entries(headers)) {
    const secret = typeof value === 'string' ? (SECRET_NAME.test(name) ? value : null) : value.secret;
    if (secret === null) {
      stored[name] = value as string;
      continue;
    }
    if (secret === true) {
      const problem = keepingProblem(name, url, before);
      if (problem)
        throw new AppError('invalid', problem, { fields: [{ path: `transport.headers.${name}`, message: problem }] });
      kept.push(name);
    } else sealed.push(await sealSecret(serverId, name, secret));
    stored[name] = { secret: true };
  }
  const isBare = Object.keys(stored).length === 0;
  const registered = given.oauth && (await sealOauth(serverId, given.oauth, before?.oauth));
  return {
    transport: {
      ...{ type, url },
      ...(!isBare && { headers: stored }),
      ...(registered && { oauth: registered.oauth }),
    },
    sealed: [...sealed, ...(registered?.sealed ?? [])],
    kept: [...kept, ...(registered?.kept ?? [])],
  };
}

/** Else whoever may change a server could have its secret sent to an address of their own. */
function keepingProblem(name: string, url: string, before: StoredTransport | undefined): string | null {
  if (typeof before?.headers?.[name] !== 'object') return texts.noSecretKept;
  return URL.parse(before.url)?.origin === URL.parse(url)?.origin ? null : texts.secretOfOtherAddress;
}
