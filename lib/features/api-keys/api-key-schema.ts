import { z } from 'zod';
import { SCOPES } from '@/db/permissions/permissions';
import { time } from '@/lib/platform/http/answer';

const apiKey = {
  id: z.uuid(),
  name: z.string(),
  prefix: z.string(),
  scope: z.enum(SCOPES),
  workspaceId: z.uuid().nullable().describe('The one workspace that it is for; null = all of its owner’s.'),
  expiresAt: time.nullable(),
};

/** As `ApiKeyRecord`. */
export const apiKeySchema = z.object({
  ...apiKey,
  madeByName: z.string().nullable().describe('Who made it for its owner; null = they did.'),
  createdAt: time,
  lastUsedAt: time.nullable(),
});

export const madeApiKey = {
  apiKey: z.object(apiKey),
  key: z.string().describe('Shown this once.'),
};
