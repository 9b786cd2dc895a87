type Fields = Record<string, unknown>;

/** The end of the stream as a line of its own, in the forms that servers give it. */
const DONE = /(?:^|\n)[^\S\n]*"?\[done\]"?[^\S\n]*(?:\n|$)/i;

/** With what servers keep a connection alive or announce its end. A word for a failure is none of them. */
const IDLE_WORD =
  /^(?!.*(?:err|fail|abort|denied|forbid|auth|limit|timeout|overload|invalid|unavail))[a-z][a-z_-]{1,15}$/i;

const WAITING_WORD =
  /^(?:queued|queue|in_queue|pending|waiting|processing|in_progress|loading|starting|ping|heartbeat|keep-?alive)$/i;
/** With one of these it is a chunk, or an error. */
const REPLY_FIELDS = ['choices', 'usage', 'error', 'errors'] as const;
const STATE_FIELDS = ['status', 'state', 'type', 'event'] as const;
const PLACE_FIELDS = ['position', 'queue_position', 'queue_size', 'progress', 'estimated_time', 'eta'] as const;

/** Where in the data the end of the stream is said; -1 = it is not. */
export function indexOfDone(data: string): number {
  // Nearly every frame is an object: this runs for each token.
  return data.endsWith('}') ? -1 : data.search(DONE);
}

/** The line says that the stream ends. */
export function isDoneMark(line: string): boolean {
  return DONE.test(line);
}

/** A bare word instead of JSON: the remainder of a damaged frame has punctuation. */
export function isIdleWord(data: string): boolean {
  return IDLE_WORD.test(data.trim());
}

/** The server speaks of a queue before the reply. A mere message is no such notice: servers send their errors in that form. */
export function isWaitingNotice(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || REPLY_FIELDS.some((name) => name in value)) return false;
  const fields = value as Fields;
  if (fields.object === 'error' || fields.type === 'error' || hasErrorStatus(fields)) return false;
  return (
    PLACE_FIELDS.some((name) => typeof fields[name] === 'number') ||
    STATE_FIELDS.some((name) => WAITING_WORD.test(String(fields[name] ?? '')))
  );
}

/** Any code that is not plainly a success: also providers' own ones, and those in words. */
function hasErrorStatus({ code, status, status_code, base_resp }: Fields): boolean {
  if (base_resp || (code && !isSuccess(code)) || (status_code && !isSuccess(status_code))) return true;
  return Number(status) >= 400 || /error|fail/i.test(String(status ?? ''));
}

function isSuccess(code: unknown): boolean {
  return Number(code) >= 0 && Number(code) < 400;
}
