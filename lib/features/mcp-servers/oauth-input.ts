import { z } from 'zod';
import { texts } from './texts';

const MAX_KEY = 8000;
const ALGORITHMS = ['ES256', 'ES384', 'ES512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'] as const;

const secret = z.strictObject({ secret: z.union([z.string().min(1, texts.giveSecret).max(MAX_KEY), z.literal(true)]) });

/**
 * As what a person has registered this application with a server's authorization server. A secret is for the authorization server that is named beside
 * it, and for no other that the server may name.
 */
export const oauthSchema = z
  .strictObject({
    clientId: z.string().trim().min(1, texts.giveClientId).max(2000),
    issuer: z.url({ protocol: /^https?$/, error: texts.notAnAddress }).optional(),
    scope: z.string().trim().min(1).max(1000).optional(),
    grant: z.enum(['authorizationCode', 'clientCredentials']).default('authorizationCode'),
    clientSecret: secret.optional(),
    privateKey: secret.optional(),
    algorithm: z.enum(ALGORITHMS).optional(),
  })
  .superRefine(({ issuer, grant, clientSecret, privateKey }, context) => {
    const hasSecret = clientSecret !== undefined || privateKey !== undefined;
    if (hasSecret && issuer === undefined)
      context.addIssue({ code: 'custom', path: ['issuer'], message: texts.giveIssuer });
    if (clientSecret !== undefined && privateKey !== undefined)
      context.addIssue({ code: 'custom', path: ['privateKey'], message: texts.oneSecret });
    if (grant === 'clientCredentials' && !hasSecret)
      context.addIssue({ code: 'custom', path: ['clientSecret'], message: texts.machineSecret });
  });

export type GivenOauth = z.infer<typeof oauthSchema>;
