import { ClientCredentialsProvider, PrivateKeyJwtProvider } from '@modelcontextprotocol/client';
import type { OauthClientConfig } from './grant';
import type { MachineProvider } from './machine-grant';

/** The grant by which the application itself is let in: by its secret, or by an assertion that it signs. */
export function machineProvider(config: OauthClientConfig): MachineProvider {
  const { clientId, clientSecret, privateKey, algorithm, issuer, scope } = config;
  const common = { clientId, ...(issuer !== null && { expectedIssuer: issuer }), ...(scope !== null && { scope }) };
  if (privateKey !== null) return new PrivateKeyJwtProvider({ ...common, privateKey, algorithm: algorithm ?? 'ES256' });
  return new ClientCredentialsProvider({ ...common, clientSecret: clientSecret ?? '' });
}
