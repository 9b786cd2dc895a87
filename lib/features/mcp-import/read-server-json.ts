import 'server-only';
import { texts as servers } from '@/lib/features/mcp-servers/texts';
import type { Entry } from './find-entries';
import { type ImportReading, isSection, type Section } from './import-reading';

/** A `server.json` of the MCP registry as an entry: the first remote, with variables and headers as slots. `null` = it is none. */
export function readServerJson(file: Section, path: string, { faults }: ImportReading): Entry[] | null {
  const remotes = Array.isArray(file.remotes) ? file.remotes.filter(isSection) : [];
  const packages = Array.isArray(file.packages) ? file.packages : [];
  if (typeof file.name !== 'string' || remotes.length + packages.length === 0) return null;
  const [remote] = remotes;
  const at = (key: string) => (path ? `${path}.${key}` : key);
  if (!remote) {
    faults.push({ path: at('packages'), message: servers.noStdio });
    return [];
  }
  const name = file.name.split('/').at(-1) ?? file.name;
  const headers = Array.isArray(remote.headers) ? remote.headers.filter(isSection) : [];
  const value = {
    type: remote.type === 'sse' ? 'sse' : 'http',
    url: slotted(String(remote.url ?? ''), remote.variables),
    headers: Object.fromEntries(
      headers.flatMap((header) => {
        const { name: given, isRequired, value: text, default: standard } = header;
        if (typeof given !== 'string') return [];
        const plain = typeof text === 'string' ? text : typeof standard === 'string' ? standard : null;
        if (plain !== null) return [[given, slotted(plain, header.variables)]];
        return isRequired === true ? [[given, `\${${given.replace(/\W+/g, '_')}}`]] : [];
      }),
    ),
  };
  return [{ name, value, path: at('remotes[0]') }];
}

/** `{variable}` as `${variable}`, or its standard value. */
function slotted(text: string, variables: unknown): string {
  const known = isSection(variables) ? variables : {};
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const variable = known[name];
    const standard = isSection(variable) ? (variable.value ?? variable.default) : undefined;
    return typeof standard === 'string' ? standard : `\${${name}}`;
  });
}
