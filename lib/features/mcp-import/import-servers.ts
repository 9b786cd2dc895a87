import 'server-only';
import { serverAddressProblem } from '@/lib/features/mcp-servers/server-address';
import { newServerSchema } from '@/lib/features/mcp-servers/server-input';
import { AppError } from '@/lib/platform/errors/app-error';
import { fieldErrors } from '@/lib/platform/errors/field-errors';
import { findEntries } from './find-entries';
import { type ImportReading, isSection } from './import-reading';
import { readEntry } from './read-entry';
import { readServerJson } from './read-server-json';
import { inputsOf } from './read-slots';
import { readSnippet } from './read-snippet';
import { readText } from './read-text';
import { texts } from './texts';

/**
 * The MCP servers of any known program's configuration. Saves nothing, connects to nothing, starts nothing, and looks nothing up in this machine's environment.
 * Throws `malformed`, `too_large`, and `invalid` for a text without servers.
 */
export function importServers(text: string): ImportReading {
  const value = readSnippet(text) ?? readText(text);
  const file = isSection(value) ? value : {};
  const reading: ImportReading = { servers: [], secrets: [], warnings: [], faults: [] };
  const entries = readServerJson(
    isSection(file.server) ? file.server : file,
    isSection(file.server) ? 'server' : '',
    reading,
  );
  const inputs = inputsOf(file);
  const places: string[] = [];
  for (const entry of entries ?? findEntries(file)) {
    const before = reading.servers.length;
    readEntry(entry, inputs, reading);
    if (reading.servers.length > before) places.push(entry.path);
  }
  if (reading.servers.length + reading.faults.length === 0)
    throw new AppError('invalid', texts.noServers, { hint: texts.noServersHint });
  for (const [index, path] of places.entries()) check(reading, index, path);
  return reading;
}

/** What POST would refuse, but for slots that are still to be filled. */
function check({ servers, secrets, faults }: ImportReading, index: number, path: string): void {
  const server = servers[index];
  if (!server) return;
  const open = secrets.filter((secret) => secret.in.startsWith(`servers[${index}].`)).map((secret) => secret.in);
  const parsed = newServerSchema.safeParse(server);
  for (const fault of parsed.success ? [] : fieldErrors(parsed.error)) {
    if (open.includes(`servers[${index}].${fault.path}`)) continue;
    faults.push({ path: `${path}.${fault.path.replace(/^transport\./, '')}`, message: fault.message });
  }
  const given = parsed.success ? parsed.data.transport : null;
  const isAddress = given !== null && given.type !== 'stdio' && !given.url.includes('${');
  const problem = isAddress ? serverAddressProblem(given.url) : null;
  if (problem) faults.push({ path: `${path}.url`, message: problem });
  if (servers.findIndex(({ name }) => name.toLowerCase() === server.name.toLowerCase()) < index)
    faults.push({ path, message: texts.nameTwice(server.name) });
}
