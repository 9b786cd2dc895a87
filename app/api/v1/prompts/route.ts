import { listPrompts } from '@/lib/features/prompts/list-prompts';
import { newPromptInput, promptSchema } from '@/lib/features/prompts/prompt-schema';
import { createPrompt } from '@/lib/features/prompts/save-prompt';
import { json, list } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { created } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  { about: 'Lists saved prompts, one’s own and those of one’s workspaces.', answer: list(promptSchema) },
  async ({ actor }) => listPrompts(actor),
);

export const POST = route(
  { about: 'Saves a prompt.', answer: json({ prompt: promptSchema }, 201), body: newPromptInput },
  async ({ actor, body }) => created({ prompt: await createPrompt(actor, body) }),
);

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
