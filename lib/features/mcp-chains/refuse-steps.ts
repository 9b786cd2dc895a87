import 'server-only';
import { selectUsableServers } from '@/db/queries/mcp-servers/select-usable-servers';
import { selectMcpTools } from '@/db/queries/mcp-tools/select-mcp-tools';
import type { ChainStep } from '@/db/types/mcp-chain-record';
import type { StoredTool } from '@/db/types/mcp-tool-record';
import { referenceIn, referencesIn } from '@/lib/mcp/chains/resolve-arguments';
import type { Actor } from '@/lib/platform/auth/actor';
import { validateJson } from '@/lib/platform/bounded-evaluation/validate-json';
import { AppError, type FieldError } from '@/lib/platform/errors/app-error';
import { closestWord } from '@/lib/platform/text/closest-word';
import { texts } from './texts';

/** Throws `invalid` with the path of everything in a chain that can never work: its schema, servers, tools, arguments that a tool does not take. */
export async function refuseSteps(
  actor: Actor,
  workspaceId: string,
  { inputSchema, steps }: { inputSchema?: Record<string, unknown>; steps?: ChainStep[] },
): Promise<void> {
  const faults: FieldError[] = [];
  if (inputSchema) {
    const validation = await validateJson(inputSchema, {});
    if (validation.valid === null) faults.push({ path: 'inputSchema', message: texts.badSchema(validation.because) });
  }
  const usable = steps ? await selectUsableServers(actor, workspaceId) : [];
  for (const [at, step] of (steps ?? []).entries())
    faults.push(...(await faultsOf(actor, usable, step, `steps[${at}]`)));
  const [first] = faults;
  if (first) throw new AppError('invalid', `${first.path}: ${first.message}`, { fields: faults });
}

async function faultsOf(
  actor: Actor,
  usable: { id: string; name: string }[],
  { server, tool, arguments: given }: ChainStep,
  path: string,
): Promise<FieldError[]> {
  const found = usable.find(({ id, name }) => id === server || name.toLowerCase() === server.toLowerCase());
  if (!found) {
    const near = closestWord(
      server,
      usable.map(({ name }) => name),
    );
    return [{ path: `${path}.server`, message: texts.noSuchServer(server, near) }];
  }
  const tools = await selectMcpTools(actor, found.id);
  const known = tools.find(({ name }) => name === tool);
  if (known) return argumentFaults(known.definition, given, `${path}.arguments`);
  const near = closestWord(
    tool,
    tools.map(({ name }) => name),
  );
  return [{ path: `${path}.tool`, message: texts.noSuchTool(tool, near) }];
}

/** What is missing, and what is wrong among the arguments that are given as they are. What is taken from elsewhere is checked when it is there. */
async function argumentFaults(
  { inputSchema }: StoredTool,
  given: Record<string, unknown>,
  path: string,
): Promise<FieldError[]> {
  if (referenceIn(given)) return [];
  const required = Array.isArray(inputSchema.required) ? inputSchema.required.map(String) : [];
  const faults = required
    .filter((name) => !Object.hasOwn(given, name))
    .map((name): FieldError => ({ path: `${path}.${name}`, message: texts.missingArgument(name) }));
  const properties = inputSchema.properties;
  if (typeof properties !== 'object' || properties === null) return faults;
  const { $defs, definitions, $schema } = inputSchema;
  for (const [name, value] of Object.entries(given)) {
    const schema = Object.hasOwn(properties, name) ? (properties as Record<string, unknown>)[name] : undefined;
    if (typeof schema !== 'object' || schema === null || referencesIn(value).length > 0) continue;
    const shared = { ...($defs !== undefined && { $defs }), ...(definitions !== undefined && { definitions }) };
    const validation = await validateJson({ ...shared, ...($schema !== undefined && { $schema }), ...schema }, value);
    if (validation.valid !== false) continue;
    const said = validation.errors.map((error) => `${error.path || 'it'} ${error.message}`).join('; ');
    faults.push({ path: `${path}.${name}`, message: texts.wrongArgument(name, said) });
  }
  return faults;
}
