import 'server-only';
import type { SealedSecret, StoredHeader, StoredTransport } from '@/db/types/mcp-server-record';
import { sealSecret } from '@/lib/mcp/policy/server-secrets';
import { AppError } from '@/lib/platform/errors/app-error';
import { sealOauth } from './seal-oauth';
import type { GivenTransport } from './server-input';
import { texts } from './texts';

/** What stands in such a header or variable is a secret, whether or not it is called one. */
const SECRET_NAME = /^(?:proxy-)?authorization$|^cookie$|api[-_]?key|token|secret|password/i;

interface Sealed {
  transport: StoredTransport;
  sealed: SealedSecret[];
  /** Names of headers or variables whose secret stays. */
  kept: string[];
}

/**
 * A transport as it is stored, its secrets apart and encrypted. `before` = as it is stored now. Throws `invalid` where a secret is to stay that
 * is not there, or was given for another address or command.
 */
export async function sealTransport(
  serverId: string,
  given: GivenTransport,
  before?: StoredTransport,
): Promise<Sealed> {
  const values = given.type === 'stdio' ? given.env : given.headers;
  const sealed: SealedSecret[] = [];
  const kept: string[] = [];
  const stored: Record<string, StoredHeader> = {};
  for (const [name, value] of Object.entries(values ?? {})) {
    const secret = typeof value === 'string' ? (SECRET_NAME.test(name) ? value : null) : value.secret;
    if (secret === null) {
      stored[name] = value as string;
      continue;
    }
    if (secret === true) {
      refuseKeeping(name, given, before);
      kept.push(name);
    } else sealed.push(await sealSecret(serverId, name, secret));
    stored[name] = { secret: true };
  }
  const transport = withStored(given, stored);
  if (given.type === 'stdio' || transport.type === 'stdio' || !given.oauth) return { transport, sealed, kept };
  const registered = await sealOauth(serverId, given.oauth, before?.type === 'stdio' ? undefined : before?.oauth);
  return {
    transport: { ...transport, oauth: registered.oauth },
    sealed: [...sealed, ...registered.sealed],
    kept: [...kept, ...registered.kept],
  };
}

function withStored(given: GivenTransport, stored: Record<string, StoredHeader>): StoredTransport {
  const isBare = Object.keys(stored).length === 0;
  if (given.type !== 'stdio') return { type: given.type, url: given.url, ...(!isBare && { headers: stored }) };
  const { type, command, args, network, folders } = given;
  return { type, command, args, ...(!isBare && { env: stored }), network, ...(folders.length > 0 && { folders }) };
}

/** Else whoever may change a server could have its secret given to somebody of their own. */
function refuseKeeping(name: string, given: GivenTransport, before: StoredTransport | undefined): void {
  const values = before && (before.type === 'stdio' ? before.env : before.headers);
  const problem =
    typeof values?.[name] !== 'object' ? texts.noSecretKept : isSamePlace(given, before) ? null : ofOther(given);
  const path = `transport.${given.type === 'stdio' ? 'env' : 'headers'}.${name}`;
  if (problem) throw new AppError('invalid', problem, { fields: [{ path, message: problem }] });
}

function ofOther({ type }: GivenTransport): string {
  return type === 'stdio' ? texts.secretOfOtherCommand : texts.secretOfOtherAddress;
}

function isSamePlace(given: GivenTransport, before: StoredTransport | undefined): boolean {
  if (given.type === 'stdio')
    return (
      before?.type === 'stdio' &&
      JSON.stringify([before.command, before.args ?? []]) === JSON.stringify([given.command, given.args])
    );
  return before?.type !== 'stdio' && URL.parse(before?.url ?? '')?.origin === URL.parse(given.url)?.origin;
}
