import { stringify as writeToml } from 'smol-toml';
import type { StoredTransport } from '@/db/types/mcp-server-record';

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
      servers.map(({ name, transport }) => [
        name,
        // Cursor finds out by itself which of the two it is.
        { ...(format === 'claude' && { type: transport.type }), url: transport.url, ...headers(name, transport, slot) },
      ]),
    ),
  };
}

function vsCodeFile(servers: ExportedServer[]): object {
  const inputs = servers.flatMap(({ name, transport }) =>
    secretHeaders(transport).map((header) => ({
      type: 'promptString',
      id: variableOf(name, header),
      description: `${header} of ${name}`,
      password: true,
    })),
  );
  const entries = servers.map(({ name, transport }) => [
    name,
    { type: transport.type, url: transport.url, ...headers(name, transport, (slot) => `\${input:${slot}}`) },
  ]);
  return { inputs, servers: Object.fromEntries(entries) };
}

function codexEntry({ name, transport, toolTimeoutSeconds }: ExportedServer): [string, Record<string, unknown>] {
  const plain = Object.entries(transport.headers ?? {}).filter(([, value]) => typeof value === 'string');
  const secret = secretHeaders(transport).map((header) => [header, variableOf(name, header)]);
  const entry = {
    url: transport.url,
    ...(plain.length > 0 && { http_headers: Object.fromEntries(plain) }),
    ...(secret.length > 0 && { env_http_headers: Object.fromEntries(secret) }),
    tool_timeout_sec: toolTimeoutSeconds,
  };
  // Codex takes names without blanks and dots.
  return [name.replace(/[^\w-]+/g, '_'), entry];
}

function headers(name: string, transport: StoredTransport, slot: (variable: string) => string) {
  const entries = Object.entries(transport.headers ?? {}).map(([header, value]) => [
    header,
    typeof value === 'string' ? value : slot(variableOf(name, header)),
  ]);
  return entries.length > 0 ? { headers: Object.fromEntries(entries) } : {};
}

function secretHeaders({ headers: all = {} }: StoredTransport): string[] {
  return Object.entries(all).flatMap(([header, value]) => (typeof value === 'string' ? [] : [header]));
}

function variableOf(server: string, header: string): string {
  return `${server}_${header}`
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^(?=\d)/, '_');
}
