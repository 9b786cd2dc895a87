import type { GrantTokens } from '@/lib/mcp/authorization/grant';
import { cleanText } from '@/lib/protocol/text/clean-text';

const LONGEST = 200;

/** Who has signed in, where the token endpoint says so itself (OpenID Connect); for people to read, nothing is decided by it. */
export function accountOf({ id_token: token }: Pick<GrantTokens, 'id_token'>): string | null {
  const [, claims] = token?.split('.') ?? [];
  if (claims === undefined) return null;
  try {
    const said = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>;
    const name = [said.email, said.preferred_username, said.name].find((one) => typeof one === 'string' && one !== '');
    return typeof name === 'string' ? cleanText(name, LONGEST) : null;
  } catch {
    // It says nothing that can be read.
    return null;
  }
}
