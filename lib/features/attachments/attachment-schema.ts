import { z } from 'zod';
import { time } from '@/lib/platform/http/answer';

/** As `AttachmentRef`. */
export const attachmentRefSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.int(),
  kind: z.enum(['image', 'document', 'text']),
});

export const attachmentSchema = attachmentRefSchema.extend({ createdAt: time });
