import 'server-only';
import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { databaseSettings } from '@/db/settings';
import { mailFrom, smtpUrl } from '@/lib/platform/mail/mail-settings';

/** Claude Code agents that work at once; each takes a tenth of a core and 250 MB. */
const PROCESSES_PER_CORE = 4;

const text = z.string().trim().min(1).optional();
const count = (standard: number) => z.coerce.number().int().min(1).default(standard);

const origins = z
  .string()
  .default('')
  .transform((list, context) =>
    list
      .split(',')
      .map((entry) => entry.trim())
      .filter(Boolean)
      .map((entry) => {
        const url = URL.parse(entry);
        if (url?.protocol === 'http:' || url?.protocol === 'https:') return url.origin;
        context.addIssue(`"${entry}" is not an origin such as http://127.0.0.1:8000.`);
        return entry;
      }),
  );

const VARIABLES = z.object({
  /** Without it no e-mails are sent. */
  MASSGEN_SMTP_URL: smtpUrl.optional(),
  MASSGEN_MAIL_FROM: mailFrom.optional(),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
  HOST: text,
  PORT: text,
  NEXTAUTH_URL: z.url().optional(),
  MASSGEN_SECRET: z.string().min(8, 'It must have at least 8 characters.').optional(),
  MASSGEN_SIGNUP: z.enum(['closed', 'open']).default('closed'),
  MASSGEN_ADMIN_EMAIL: text,
  MASSGEN_ADMIN_PASSWORD: z.string().optional(),
  MASSGEN_ADMIN_API_KEY: z
    .string()
    .min(32, 'It must have at least 32 characters. Make one, for example, with: openssl rand -hex 32')
    .optional(),
  MASSGEN_TRUSTED_ORIGINS: origins,
  MASSGEN_MAX_RUNS_PER_USER: count(5),
  MASSGEN_MAX_RUNS_PER_WORKSPACE: count(20),
  MASSGEN_MAX_QUEUED_PER_USER: count(50),
  /** Who gives conversations their titles and summaries: a model of the team that was asked, where each person lets it, or a rule. */
  MASSGEN_TITLES: z.enum(['model', 'rule']).default('model'),
  /** What tokens without a known price count for in the caps of workspaces. */
  MASSGEN_UNPRICED_USD_PER_MILLION_TOKENS: z.coerce.number().min(0).default(0),
  MASSGEN_CLAUDE_CODE: z.enum(['off', 'admin', 'on']).default('admin'),
  MASSGEN_CLAUDE_CODE_PROCESSES: count(PROCESSES_PER_CORE * availableParallelism()),
  /** The least that is asked of tools of MCP servers on this instance; `allow` leaves it to each tool's own policy. */
  MASSGEN_MCP_TOOLS: z.enum(['allow', 'ask', 'deny']).default('allow'),
  /** Calls of MCP tools by each person; absent = as many as they like. */
  MASSGEN_MCP_CALLS_PER_MINUTE: z.coerce.number().int().min(1).optional(),
  MASSGEN_MCP_CALLS_PER_DAY: z.coerce.number().int().min(1).optional(),
  /** Calls of MCP tools, and what background checks have found, are kept for so many days. */
  MASSGEN_MCP_HISTORY_DAYS: count(90),
  /** Between two background checks of an MCP server; 0 = none. */
  MASSGEN_MCP_HEALTH_MINUTES: z.coerce.number().int().min(0).default(15),
  /** Who may add MCP servers that are programs of this machine: the owner and administrators, or nobody. */
  MASSGEN_MCP_STDIO: z.enum(['admin', 'off']).default('admin'),
  /** `auto` and `required` start them in a sandbox or not at all; with `required` the server itself does not start where none works. */
  MASSGEN_MCP_SANDBOX: z.enum(['auto', 'required', 'off']).default('auto'),
  AUTH_GITHUB_ID: text,
  AUTH_GITHUB_SECRET: text,
  AUTH_GOOGLE_ID: text,
  AUTH_GOOGLE_SECRET: text,
  AUTH_OIDC_ISSUER: z.url().optional(),
  AUTH_OIDC_ID: text,
  AUTH_OIDC_SECRET: text,
  AUTH_OIDC_NAME: z.string().default('Single sign-on'),
});

export type Env = z.infer<typeof VARIABLES> & {
  /** Absolute path of the data folder. */
  dataDir: string;
};

let last: { given: string; env: Env } | null = null;

/**
 * The settings of this instance, under the names of their environment variables; an empty variable counts as absent. Keys and base URLs of
 * providers are not among them: those are its backends' (`instanceVariables`). A built server reads
 * them once: it asks several times in every request, and reading fifty variables takes as long as a query. Elsewhere they are read at each
 * call. Throws an error that names each variable that is wrong.
 */
export function env(): Env {
  if (last && process.env.NODE_ENV === 'production') return last.env;
  const { dataDir } = databaseSettings();
  const variables = Object.fromEntries(
    Object.keys(VARIABLES.shape).flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
  );
  const given = JSON.stringify([variables, dataDir]);
  if (last?.given !== given) last = { given, env: { ...parse(variables), dataDir } };
  return last.env;
}

function parse(variables: Record<string, string | undefined>): z.infer<typeof VARIABLES> {
  const parsed = VARIABLES.superRefine(requireForMail).safeParse(variables);
  if (parsed.success) return parsed.data;
  throw EnvironmentError.of(parsed.error);
}

/** A link in an e-mail goes where the operator says: what a request names as its host, whoever sends it chooses. */
function requireForMail(given: z.infer<typeof VARIABLES>, context: z.RefinementCtx): void {
  if (!given.MASSGEN_SMTP_URL) return;
  for (const name of ['MASSGEN_MAIL_FROM', 'NEXTAUTH_URL'] as const)
    if (!given[name])
      context.addIssue({ code: 'custom', path: [name], message: 'E-mails (MASSGEN_SMTP_URL) need it.' });
}

/** The message is for the person who started the server. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';

  /** Names each variable that is wrong. */
  static of({ issues }: z.ZodError): EnvironmentError {
    const wrong = issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    return new EnvironmentError(`The environment is not valid:\n${wrong.join('\n')}`);
  }
}
