import { z } from 'zod';
import { closestWord } from '@/lib/platform/text/closest-word';
import { oauthSchema } from './oauth-input';
import { pastedServerUrl } from './server-address';
import { texts } from './texts';

const MAX_SECONDS = 900;
const MAX_VALUE = 8000;
const MAX_HEADERS = 50;
/** Of the application's own sources of tools, and of what Claude Code calls them. */
const RESERVED = ['board', 'results', 'mcp', 'massgen'];
/** What other programs call the transport that is `http` here. */
const SAME_AS_HTTP = /^streamable[-_ ]?http$/i;
const OWN_HEADERS =
  /^(?:host|connection|content-length|content-type|transfer-encoding|accept|accept-encoding|last-event-id|mcp-.*)$/i;

const value = z
  .string()
  .max(MAX_VALUE)
  .regex(/^[\t\x20-\x7e\x80-\xff]*$/, texts.headerValue);

/** What an import has left to fill in. */
function refuseSlots(text: string, context: z.RefinementCtx): void {
  const [, slot] = /\$\{([^}]{1,200})\}/.exec(text) ?? [];
  if (slot !== undefined) context.addIssue(texts.fillIn(slot));
}

/** A text, a secret to store, or the one that is stored. */
const headerValue = z
  .union([value, z.strictObject({ secret: z.union([value.min(1, texts.giveSecret), z.literal(true)]) })])
  .superRefine((given, context) => {
    const text = typeof given === 'string' ? given : given.secret;
    if (text !== true) refuseSlots(text, context);
  });

const headers = z
  .record(
    z
      .string()
      .regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$/, texts.headerName)
      .refine((name) => !OWN_HEADERS.test(name), texts.ownHeader),
    headerValue,
  )
  .refine((all) => Object.keys(all).length <= MAX_HEADERS);

const type = z.string({ error: texts.giveTransport }).transform((given, context): 'http' | 'sse' => {
  if (given === 'http' || given === 'sse') return given;
  if (given === 'stdio') context.addIssue(texts.noStdio);
  else {
    const near = SAME_AS_HTTP.test(given) ? 'http' : closestWord(given, ['http', 'sse']);
    context.addIssue(texts.otherTransport(given, near));
  }
  return z.NEVER;
});

const remote = z.strictObject({
  type,
  url: z
    .string({ error: texts.notAnAddress })
    .min(1, texts.notAnAddress)
    .max(2000)
    .superRefine(refuseSlots)
    .transform(pastedServerUrl),
  headers: headers.optional(),
  oauth: oauthSchema.optional(),
});

/** What else belongs to a server that is a program says nothing more once it is refused. */
const transport = z.preprocess(
  (given) => (isProgram(given) ? { type: 'stdio', url: 'https://program.invalid' } : given),
  remote,
);

function isProgram(given: unknown): boolean {
  return typeof given === 'object' && given !== null && 'type' in given && given.type === 'stdio';
}

const name = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,63}$/u, texts.nameForm)
  .superRefine((given, context) => {
    if (RESERVED.includes(given.toLowerCase())) context.addIssue(texts.nameReserved(given));
  });

const fields = {
  name,
  transport,
  enabled: z.boolean(),
  toolTimeoutSeconds: z
    .int(texts.seconds(MAX_SECONDS))
    .min(1, texts.seconds(MAX_SECONDS))
    .max(MAX_SECONDS, texts.seconds(MAX_SECONDS)),
  group: z.string().trim().min(1).max(64).nullable(),
  /** What it gives may be believed like the person's own words. */
  trusted: z.boolean(),
  /** Of all its tools; null = each by its own. */
  policy: z.enum(['allow', 'ask', 'deny']).nullable(),
};

export const newServerSchema = z.strictObject({
  name,
  transport,
  workspaceId: z.uuid().optional().describe('Absent = the personal one.'),
  enabled: fields.enabled.default(true),
  toolTimeoutSeconds: fields.toolTimeoutSeconds.default(120),
  approveTools: z
    .boolean()
    .default(false)
    .describe('The tools that it first names are approved: a person has read their text.'),
  group: fields.group.default(null),
  trusted: fields.trusted.default(false),
  policy: fields.policy.default(null),
});

export const serverChangesSchema = z
  .strictObject({ ...fields, version: z.int().describe('The one that was read.') })
  .partial()
  .refine(({ version: _, ...changes }) => Object.keys(changes).length > 0, texts.noChange);

export type NewServer = z.infer<typeof newServerSchema>;
export type ServerChanges = z.infer<typeof serverChangesSchema>;
export type GivenTransport = NewServer['transport'];
