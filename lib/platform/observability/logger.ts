import 'server-only';
import { pino } from 'pino';

const SECRET_FIELDS = ['password', 'key', 'apiKey', 'token', 'secret', 'authorization', 'cookie'];

/** Structured log on standard output, one JSON object per line; `LOG_LEVEL` chooses how much. */
export const logger = pino({
  level: process.env.LOG_LEVEL || (process.env.VITEST ? 'silent' : 'info'),
  redact: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`]),
  serializers: { error: pino.stdSerializers.errWithCause },
});
