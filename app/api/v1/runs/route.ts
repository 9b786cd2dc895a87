import { z } from 'zod';
import { createRun } from '@/lib/features/runs/create-run';
import { runInput } from '@/lib/features/runs/run-input';
import { runSchema } from '@/lib/features/runs/run-schema';
import { json } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { accepted } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

const body = runInput.extend({ conversationId: z.uuid().optional() });

export const POST = route(
  {
    needs: 'run.start',
    about: 'Asks a team; without `conversationId` in a new conversation.',
    answer: json({ run: runSchema }, 202),
    body,
  },
  async ({ actor, body }) => accepted({ run: await createRun(actor, body) }),
);

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
