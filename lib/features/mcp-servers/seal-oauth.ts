import 'server-only';
import type { SealedSecret, StoredOauth } from '@/db/types/mcp-server-record';
import { OAUTH_SECRETS } from '@/lib/mcp/policy/oauth-config';
import { sealSecret } from '@/lib/mcp/policy/server-secrets';
import { AppError } from '@/lib/platform/errors/app-error';
import type { GivenOauth } from './oauth-input';
import { texts } from './texts';

const NAMES = Object.keys(OAUTH_SECRETS) as (keyof typeof OAUTH_SECRETS)[];

interface SealedOauth {
  oauth: StoredOauth;
  sealed: SealedSecret[];
  kept: string[];
}

/** A registration as it is stored, its secret apart and encrypted. Throws `invalid` where a secret is to stay that is not there, or is another issuer's. */
export async function sealOauth(serverId: string, given: GivenOauth, before?: StoredOauth): Promise<SealedOauth> {
  const { clientId, issuer, scope, grant, algorithm } = given;
  const sealed: SealedSecret[] = [];
  const kept: string[] = [];
  const oauth: StoredOauth = {
    ...{ clientId, grant },
    ...(issuer !== undefined && { issuer }),
    ...(scope !== undefined && { scope }),
    ...(algorithm !== undefined && { algorithm }),
  };
  for (const name of NAMES) {
    const value = given[name]?.secret;
    if (value === undefined) continue;
    if (value === true) {
      const problem = keepingProblem(name, issuer, before);
      if (problem)
        throw new AppError('invalid', problem, { fields: [{ path: `transport.oauth.${name}`, message: problem }] });
      kept.push(OAUTH_SECRETS[name]);
    } else sealed.push(await sealSecret(serverId, OAUTH_SECRETS[name], value));
    oauth[name] = { secret: true };
  }
  return { oauth, sealed, kept };
}

/** Else whoever may change a server could have its secret sent to an authorization server of their own. */
function keepingProblem(name: keyof typeof OAUTH_SECRETS, issuer: string | undefined, before: StoredOauth | undefined) {
  if (!before?.[name]) return texts.noSecretKept;
  return before.issuer === issuer ? null : texts.secretOfOtherAddress;
}
