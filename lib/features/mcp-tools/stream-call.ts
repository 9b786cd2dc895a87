import 'server-only';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { logger } from '@/lib/platform/observability/logger';
import { performCall } from './perform-call';
import type { ReadyCall } from './prepare-call';

/** A call as server-sent events: `progress` while it goes on, then `result` or `error`. Whoever stops reading cancels it. */
export function streamCall(actor: Actor, call: ReadyCall): ReadableStream<Uint8Array> {
  const gone = new AbortController();
  const encoder = new TextEncoder();
  return new ReadableStream({
    async start(controller) {
      const send = (event: string, data: object) => {
        if (!gone.signal.aborted)
          controller.enqueue(encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`));
      };
      try {
        const onProgress = (message: string) => send('progress', { message });
        send('result', await performCall(actor, call, { signal: gone.signal, onProgress }));
      } catch (error) {
        if (!(error instanceof AppError)) logger.error({ error }, 'a call of an MCP tool failed');
        const shown = error instanceof AppError ? error : new AppError('internal', 'The call failed.');
        send('error', { error: { code: shown.code, message: shown.message } });
      }
      if (!gone.signal.aborted) controller.close();
    },
    cancel: () => gone.abort(),
  });
}
