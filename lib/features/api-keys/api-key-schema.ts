import { z } from 'zod';
import { time } from '@/lib/platform/http/answer';

const apiKey = { id: z.uuid(), name: z.string(), prefix: z.string() };

/** As `ApiKeyRecord`. */
export const apiKeySchema = z.object({ ...apiKey, createdAt: time, lastUsedAt: time.nullable() });

export const madeApiKey = {
  apiKey: z.object(apiKey),
  key: z.string().describe('Shown this once.'),
};
