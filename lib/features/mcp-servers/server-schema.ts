import { z } from 'zod';
import { time } from '@/lib/platform/http/answer';

export const policySchema = z.enum(['allow', 'ask', 'deny']);

const values = z.record(z.string(), z.union([z.string(), z.object({ secret: z.literal(true) })])).optional();

const isSecret = z.object({ secret: z.literal(true) }).optional();

const oauth = z
  .object({
    clientId: z.string(),
    issuer: z.string().optional(),
    scope: z.string().optional(),
    grant: z.enum(['authorizationCode', 'clientCredentials']),
    clientSecret: isSecret,
    privateKey: isSecret,
    algorithm: z.string().optional(),
  })
  .optional()
  .describe('As what this application is registered with the authorization server.');

const transport = z.union([
  z.object({ type: z.enum(['http', 'sse']), url: z.string(), headers: values, oauth }),
  z.object({
    type: z.literal('stdio'),
    command: z.string(),
    args: z.array(z.string()).optional(),
    env: values,
    network: z.boolean().optional().describe('Whether the program may reach the network.'),
    folders: z
      .array(z.object({ path: z.string(), writable: z.boolean() }))
      .optional()
      .describe('Folders of the server’s machine that the program may use.'),
  }),
]);

/** As `ServerView`. */
export const serverSchema = z.object({
  id: z.uuid(),
  workspaceId: z.uuid(),
  name: z.string(),
  transport,
  scope: z.enum(['own', 'workspace']),
  enabled: z.boolean(),
  toolTimeoutSeconds: z.int(),
  group: z.string().nullable(),
  trusted: z.boolean(),
  policy: policySchema.nullable().describe('Of all its tools; null = each by its own.'),
  status: z.enum(['ready', 'connecting', 'needs_authorization', 'unavailable', 'disabled', 'unchecked']),
  signsIn: z.boolean().describe('People sign in to it, each for themselves.'),
  authorization: z
    .object({
      issuer: z.string(),
      account: z.string().nullable(),
      scope: z.string().nullable(),
      neededScope: z.string().nullable().describe('Rights that the server has asked for since.'),
    })
    .nullable()
    .describe('The sign-in of whoever asks.'),
  era: z.string().nullable().describe('The revision of the protocol that both sides speak.'),
  serverInfo: z.object({ name: z.string(), version: z.string(), title: z.string().optional() }).nullable(),
  instructions: z.string().nullable(),
  toolCount: z.int(),
  waitingCount: z.int().describe('Of its tools, those that wait for a person.'),
  problem: z.string().nullable(),
  latencyMs: z.int().nullable(),
  version: z.int(),
  checkedAt: time.nullable(),
  createdAt: time,
});

export const probeSchema = {
  ok: z.boolean(),
  steps: z.array(z.object({ name: z.string(), ok: z.boolean(), tookMs: z.number(), message: z.string().optional() })),
  era: z.string().nullable(),
  tools: z.array(z.object({ name: z.string(), title: z.string().optional(), description: z.string() })),
};
