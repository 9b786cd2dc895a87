import 'server-only';
import { AppError } from '@/lib/platform/errors/app-error';
import { logger } from '@/lib/platform/observability/logger';
import { texts } from '@/lib/platform/texts';

/** Any error as the API answers it. An error that is not meant for people is logged and answered without detail. */
export function errorResponse(error: unknown, request: Request): Response {
  const shown = toAppError(error);
  if (shown.code === 'internal') {
    logger.error({ error, method: request.method, path: new URL(request.url).pathname }, 'request failed');
  }
  const { code, message, hint, fields, retryAfterSeconds, current } = shown;
  return Response.json(
    { error: { code, message, hint, fields }, current },
    {
      status: shown.status,
      headers: {
        'cache-control': 'no-store',
        ...(retryAfterSeconds === undefined ? {} : { 'retry-after': String(Math.ceil(retryAfterSeconds)) }),
      },
    },
  );
}

function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  return new AppError('internal', texts.internal, { cause: error });
}
