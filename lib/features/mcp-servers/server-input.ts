import { z } from 'zod';
import { isExactVersion, packageOf } from '@/lib/mcp/stdio/package-of';
import { closestWord } from '@/lib/platform/text/closest-word';
import { CHAINS_SERVER } from '@/lib/protocol/chains';
import { EXAMPLE_SERVER } from '@/lib/protocol/example-server';
import { oauthSchema } from './oauth-input';
import { pastedServerUrl } from './server-address';
import { texts } from './texts';

const MAX_SECONDS = 900;
const MAX_VALUE = 8000;
const MAX_HEADERS = 50;
const MAX_WORD = 4000;
const MAX_ARGS = 100;
const MAX_FOLDERS = 10;
/** Of the application's own sources of tools, and of what Claude Code calls them. */
const RESERVED = ['board', 'results', 'mcp', 'massgen', EXAMPLE_SERVER, CHAINS_SERVER];

/** Whether no server may be called so. */
export function isReservedName(name: string): boolean {
  return RESERVED.includes(name.toLowerCase());
}
const TYPES = ['http', 'sse', 'stdio'] as const;
/** What other programs call the transport that is `http` here. */
const SAME_AS_HTTP = /^streamable[-_ ]?http$/i;
const VARIABLE = /^[A-Za-z_]\w{0,199}$/;
/** What would lead the program, or what starts it, elsewhere. */
const OWN_VARIABLES = /^(?:HOME|PATH|PWD|LD_.*|GCONV_PATH|MASSGEN_.*)$/;
/** What fetches a program when it is started, or starts it outside of the sandbox. */
const OTHER_RUNNERS = /(?:^|\/)(?:uvx|uv|pipx|docker|podman|deno|sudo|su|bwrap)(?:\.exe)?$/i;
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

/** It is refused as what is still to be filled in. */
function isSlot(version: string | null): boolean {
  return version?.startsWith('${') === true;
}

/** A text, a secret to store, or the one that is stored. */
const secretOr = (text: z.ZodString) =>
  z
    .union([text, z.strictObject({ secret: z.union([text.min(1, texts.giveSecret), z.literal(true)]) })])
    .superRefine((given, context) => {
      const plain = typeof given === 'string' ? given : given.secret;
      if (plain !== true) refuseSlots(plain, context);
    });
const headerValue = secretOr(value);
const variableValue = secretOr(
  z
    .string()
    .max(MAX_VALUE)
    .regex(/^[^\0]*$/, texts.wordForm),
);

const headers = z
  .record(
    z
      .string()
      .regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$/, texts.headerName)
      .refine((name) => !OWN_HEADERS.test(name), texts.ownHeader),
    headerValue,
  )
  .refine((all) => Object.keys(all).length <= MAX_HEADERS);

const type = z.string({ error: texts.giveTransport }).transform((given, context): (typeof TYPES)[number] => {
  const known = TYPES.find((each) => each === given);
  if (known) return known;
  const near = SAME_AS_HTTP.test(given) ? 'http' : closestWord(given, [...TYPES]);
  context.addIssue(texts.otherTransport(given, near));
  return z.NEVER;
});

const remote = z.strictObject({
  type: z.enum(['http', 'sse']),
  url: z
    .string({ error: texts.notAnAddress })
    .min(1, texts.notAnAddress)
    .max(2000)
    .superRefine(refuseSlots)
    .transform(pastedServerUrl),
  headers: headers.optional(),
  oauth: oauthSchema.optional(),
});

/** Without what ends a text for the system. */
const word = z
  .string()
  .max(MAX_WORD, texts.wordTooLong(MAX_WORD))
  .regex(/^[^\0\n\r]*$/, texts.wordForm)
  .superRefine(refuseSlots);

const program = z
  .strictObject({
    type: z.literal('stdio'),
    command: word.trim().min(1, texts.giveCommand),
    args: z.array(word, { error: texts.giveArgs }).max(MAX_ARGS).default([]),
    env: z
      .record(z.string(), variableValue)
      .superRefine((all, context) => {
        for (const name of Object.keys(all)) {
          const fault = !VARIABLE.test(name) ? texts.variableName : OWN_VARIABLES.test(name) ? texts.ownVariable : null;
          if (fault) context.addIssue({ code: 'custom', path: [name], message: fault });
        }
      })
      .refine((all) => Object.keys(all).length <= MAX_HEADERS)
      .optional(),
    network: z.boolean().default(false).describe('Whether the program may reach the network.'),
    folders: z
      .array(z.strictObject({ path: word.min(1, texts.givePath), writable: z.boolean().default(false) }))
      .max(MAX_FOLDERS, texts.mostFolders(MAX_FOLDERS))
      .refine((all) => new Set(all.map(({ path }) => path)).size === all.length, texts.folderTwice)
      .default([])
      .describe('Folders of the server’s machine that the program may use, at the same paths.'),
  })
  .superRefine(({ command, args }, context) => {
    const started = packageOf(command, args);
    if (OTHER_RUNNERS.test(command))
      context.addIssue({ code: 'custom', path: ['command'], message: texts.noRunner(command) });
    else if (started && !isExactVersion(started.version) && !isSlot(started.version))
      context.addIssue({ code: 'custom', path: ['args'], message: texts.giveVersion(started.name) });
  });

const byType = z.discriminatedUnion('type', [remote, program]);
/** What is wrong with the type is said by itself; the description is that of what follows. */
const transport = z
  .looseObject({ type }, { error: texts.giveTransport })
  .pipe(byType)
  .meta({ anyOf: z.toJSONSchema(byType, { io: 'input', unrepresentable: 'any' }).oneOf });

const name = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,63}$/u, texts.nameForm)
  .superRefine((given, context) => {
    if (isReservedName(given)) context.addIssue(texts.nameReserved(given));
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
