import 'server-only';
import { oauthProviders } from './oauth-providers';

/** The providers that the sign-in page offers besides e-mail and password. */
export function listSignInProviders(): { id: string; name: string }[] {
  return oauthProviders().map(({ id, name }) => ({ id, name }));
}
