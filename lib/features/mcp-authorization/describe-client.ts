import 'server-only';
import { z } from 'zod';
import { clientMetadata } from '@/lib/mcp/authorization/begin-authorization';
import { documentUrl, redirectUrl } from './oauth-addresses';

/** As OAuth Client ID Metadata Documents have it. */
export const clientDocumentSchema = {
  client_id: z.url(),
  client_name: z.string(),
  client_uri: z.url(),
  redirect_uris: z.array(z.url()),
  grant_types: z.array(z.string()),
  response_types: z.array(z.string()),
  token_endpoint_auth_method: z.literal('none'),
};

/** What authorization servers read to know this application. */
export function describeClient(origin: string) {
  const described = clientMetadata(redirectUrl(origin));
  return {
    client_id: documentUrl(origin),
    client_uri: origin,
    ...described,
    token_endpoint_auth_method: 'none' as const,
  };
}
