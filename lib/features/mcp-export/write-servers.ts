import { stringify as writeToml } from 'smol-toml';
import type { StoredHeader, StoredTransport } from '@/db/types/mcp-server-record';

export type ExportFormat = 'claude' | 'vscode' | 'cursor' | 'codex';

export interface ExportedServer {
  name: string;
  transport: StoredTransport;
  toolTimeoutSeconds: number;
}

/** The configuration of another program with these servers. In place of secrets stand names of that program's own variables: no secret leaves. */
export function writeServers(servers: ExportedServer[], format: ExportFormat): string {
  if (format === 'codex') return writeToml({ mcp_servers: Object.fromEntries(servers.map(codexEntry)) });
  return `${JSON.stringify(format === 'vscode' ? vsCodeFile(servers) : claudeFile(servers, format), null, 2)}\n`;
}

function claudeFile(servers: ExportedServer[], format: 'claude' | 'cursor'): object {
  const slot = (name: string) => (format === 'claude' ? `\${${name}}` : `\${env:${name}}`);
  return {
    mcpServers: Object.fromEntries(
      servers.map((server) => {
        const { type, ...rest } = entryOf(server, slot);
        // Cursor finds out by itself which of the two it is.
        return [server.name, format === 'claude' ? { type, ...rest } : rest];
      }),
    ),
  };
}

function vsCodeFile(servers: ExportedServer[]): object {
  const inputs = servers.flatMap(({ name, transport }) =>
    secretsOf(transport).map((secret) => ({
      type: 'promptString',
      id: variableOf(name, secret),
      description: `${secret} of ${name}`,
      password: true,
    })),
  );
  const entries = servers.map((server) => [server.name, entryOf(server, (slot) => `\${input:${slot}}`)]);
  return { inputs, servers: Object.fromEntries(entries) };
}

function codexEntry({ name, transport, toolTimeoutSeconds }: ExportedServer): [string, Record<string, unknown>] {
  const plain = Object.entries(valuesOf(transport)).filter(([, value]) => typeof value === 'string');
  const secret = secretsOf(transport).map((header) => [header, variableOf(name, header)]);
  const isProgram = transport.type === 'stdio';
  const entry = {
    ...(isProgram ? { command: transport.command, args: transport.args ?? [] } : { url: transport.url }),
    ...(plain.length > 0 && { [isProgram ? 'env' : 'http_headers']: Object.fromEntries(plain) }),
    // A program is given Codex's own variables, by their names.
    ...(secret.length > 0 &&
      (isProgram
        ? { env_vars: secret.map(([variable]) => variable) }
        : { env_http_headers: Object.fromEntries(secret) })),
    tool_timeout_sec: toolTimeoutSeconds,
  };
  // Codex takes names without blanks and dots.
  return [name.replace(/[^\w-]+/g, '_'), entry];
}

/** As all but Codex write it. */
function entryOf({ name, transport }: ExportedServer, slot: (variable: string) => string) {
  const entries = Object.entries(valuesOf(transport)).map(([key, value]) => [
    key,
    typeof value === 'string' ? value : slot(variableOf(name, key)),
  ]);
  const values = entries.length > 0 ? Object.fromEntries(entries) : undefined;
  if (transport.type !== 'stdio')
    return { type: transport.type, url: transport.url, ...(values && { headers: values }) };
  const { type, command, args = [] } = transport;
  return { type, command, args, ...(values && { env: values }) };
}

function valuesOf(transport: StoredTransport): Record<string, StoredHeader> {
  return (transport.type === 'stdio' ? transport.env : transport.headers) ?? {};
}

function secretsOf(transport: StoredTransport): string[] {
  return Object.entries(valuesOf(transport)).flatMap(([name, value]) => (typeof value === 'string' ? [] : [name]));
}

function variableOf(server: string, header: string): string {
  return `${server}_${header}`
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^(?=\d)/, '_');
}
