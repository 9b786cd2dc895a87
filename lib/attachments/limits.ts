import { MAX_ATTACHMENT_BYTES } from '@/lib/protocol/attachment';

/** The largest body of an upload: the largest file, and what a form puts around it. */
export const MAX_UPLOAD_BYTES = Math.max(...Object.values(MAX_ATTACHMENT_BYTES));
export const MAX_FORM_OVERHEAD_BYTES = 64 * 1024;
/** Only one field of a form is read. */
export const MAX_FORM_PARTS = 100;

/** What no message has is removed after this time. */
export const UNUSED_HOURS = 24;
/** What one person may have uploaded within that time without using it. */
export const MAX_UNUSED = 50;
export const MAX_UNUSED_BYTES = 200 * 1024 * 1024;

/** What the models of a run are given as text, of all attachments together; less where the model's context window is small. */
export const MAX_TEXT_CHARS = 400_000;
/** Text of about half the window: a token has four characters, and the team's work needs its own room. */
export const TEXT_CHARS_PER_WINDOW_TOKEN = 2;

/** Content that is kept in memory for the next request; the rest is read again. */
export const MAX_CACHED_CHARS = 64 * 1024 * 1024;
