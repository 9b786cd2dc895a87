import 'server-only';
import { closestWord } from '@/lib/platform/text/closest-word';
import { isReservedName } from '../mcp-servers/server-input';
import type { Entry } from './find-entries';
import { type ImportedServer, type ImportReading, isSection, type Section } from './import-reading';
import { readHeaders } from './read-headers';
import { readProgram } from './read-program';
import { descriptionOf, readSlots } from './read-slots';
import { texts } from './texts';
import { unwrapRemote } from './unwrap-remote';

const MAX_SECONDS = 900;
const UNDERSTOOD = [
  ...[
    'name',
    'type',
    'transport',
    'url',
    'serverUrl',
    'httpUrl',
    'command',
    'args',
    'env',
    'cwd',
    'headers',
    'http_headers',
  ],
  ...[
    'env_http_headers',
    'bearer_token_env_var',
    'enabled',
    'disabled',
    'timeout',
    'tool_timeout_sec',
    'startup_timeout_sec',
  ],
  ...['requestTimeout', 'http_read_timeout', 'startup_timeout_ms', 'env_vars'],
];

const LEFT_OUT: Record<string, string> = {
  ...Object.fromEntries(['autoApprove', 'alwaysAllow', 'trust', 'security'].map((key) => [key, texts.noPermissions])),
  ...Object.fromEntries(
    [
      'allowed_tools',
      'exclude_tools',
      'enabled_tools',
      'disabled_tools',
      'includeTools',
      'excludeTools',
      'disabledTools',
      'tools',
    ].map((key) => [key, texts.toolChoice]),
  ),
  ...Object.fromEntries(['oauth', 'auth', 'authProviderType'].map((key) => [key, texts.noOAuth])),
  ...Object.fromEntries(['headersHelper', 'envFile', 'dev'].map((key) => [key, texts.noHelper])),
  ...Object.fromEntries(['description', 'alwaysLoad', 'gallery', 'version', 'icon'].map((key) => [key, texts.leftOut])),
};

/** One server of a text, added to what was read so far. */
export function readEntry({ name: given, value, path }: Entry, inputs: Section[], reading: ImportReading): void {
  if (!isSection(value)) {
    reading.faults.push({ path, message: texts.notASection });
    return;
  }
  const section = unwrapRemote(value, path, reading);
  warnOfKeys(section, path, reading);
  const address = ['url', 'serverUrl', 'httpUrl'].find((key) => typeof section[key] === 'string');
  const program = address === undefined ? readProgram(section, path, inputs, reading) : null;
  if (address === undefined && !program) {
    reading.faults.push({ path, message: texts.noAddress });
    return;
  }
  const name = nameOf(given, path, reading);
  const at = `servers[${reading.servers.length}]`;
  const slot = (names: string[], where: string) => {
    for (const each of names) {
      const description = descriptionOf(each, inputs);
      reading.secrets.push({ name: each, in: `${at}.${where}`, ...(description && { description }) });
    }
  };
  if (program) for (const { names, where } of program.slots) slot(names, where);
  const server: ImportedServer = {
    name,
    transport: program?.transport ?? readRemote(section, String(section[address ?? 'url']), slot),
    ...((section.disabled === true || section.enabled === false) && { enabled: false }),
    ...timeoutOf(section, path, reading),
  };
  reading.servers.push(server);

  function readRemote(
    from: Section,
    text: string,
    note: (names: string[], where: string) => void,
  ): ImportedServer['transport'] {
    const url = readSlots(text, inputs);
    note(url.names, 'transport.url');
    const headers = readHeaders(from, path, inputs, reading);
    for (const [header, { names }] of Object.entries(headers)) note(names, `transport.headers.${header}`);
    const entries = Object.entries(headers).map(([header, { value: filled }]) => [header, filled]);
    const isBare = entries.length === 0;
    return { type: typeOf(from), url: url.text, ...(!isBare && { headers: Object.fromEntries(entries) }) };
  }
}

function typeOf({ type, transport }: Section): 'http' | 'sse' {
  return type === 'sse' || transport === 'sse' ? 'sse' : 'http';
}

function nameOf(given: string, path: string, reading: ImportReading): string {
  const name = given
    .trim()
    .replace(/[^\p{L}\p{N} ._-]+/gu, '-')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .slice(0, 64);
  if (isReservedName(name)) {
    reading.warnings.push({ key: path, message: texts.renamed(`${name}-server`) });
    return `${name}-server`;
  }
  if (name !== given && name !== '') reading.warnings.push({ key: path, message: texts.renamed(name) });
  return name;
}

/** Some programs write seconds, others milliseconds: nobody waits for a tool for a quarter of an hour. */
function timeoutOf(section: Section, path: string, { warnings }: ImportReading): { toolTimeoutSeconds?: number } {
  const key = ['tool_timeout_sec', 'timeout', 'requestTimeout'].find((name) => typeof section[name] === 'number');
  if (key === undefined) return {};
  const given = Number(section[key]);
  const seconds = Math.round(given > MAX_SECONDS ? given / 1000 : given);
  const toolTimeoutSeconds = Math.min(Math.max(seconds, 1), MAX_SECONDS);
  if (toolTimeoutSeconds !== given)
    warnings.push({ key: `${path}.${key}`, message: texts.clampedTimeout(toolTimeoutSeconds) });
  return { toolTimeoutSeconds };
}

function warnOfKeys(section: Section, path: string, { warnings }: ImportReading): void {
  for (const key of Object.keys(section)) {
    if (UNDERSTOOD.includes(key)) continue;
    const known = Object.hasOwn(LEFT_OUT, key) ? LEFT_OUT[key] : undefined;
    const near = known ? null : closestWord(key, UNDERSTOOD);
    warnings.push({ key: `${path}.${key}`, message: known ?? (near ? texts.didYouMean(near) : texts.leftOut) });
  }
}
