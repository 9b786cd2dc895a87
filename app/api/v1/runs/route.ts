import { z } from 'zod';
import { accepted } from '@/lib/http/respond';
import { route } from '@/lib/http/route';
import { createRun } from '@/lib/runs/create-run';
import { runInput } from '@/lib/runs/run-input';

const body = runInput.extend({ conversationId: z.uuid().optional() });

/** Asks a team; without `conversationId` in a new conversation. */
export const POST = route({ body }, async ({ actor, body }) => accepted({ run: await createRun(actor, body) }));
