import { isExactVersion, packageOf } from '@/lib/mcp/stdio/package-of';
import { pinnedVersion } from '@/lib/mcp/stdio/pinned-version';
import { type ImportedProgram, type ImportReading, isSection, type Section } from './import-reading';
import { readSlots } from './read-slots';
import { splitCommand } from './split-command';
import { texts } from './texts';

const VERSION_SLOT = `$${'{'}VERSION}`;

interface ReadProgram {
  transport: ImportedProgram;
  slots: { names: string[]; where: string }[];
}

/** The program that a section starts, with its slots; `null` = it starts none. Nothing is started by reading it. */
export function readProgram(
  { command: given, args: more, env, env_vars: passed, cwd }: Section,
  path: string,
  inputs: Section[],
  { warnings }: ImportReading,
): ReadProgram | null {
  // Some write all of it as one text, or as a list.
  const words = Array.isArray(given) ? given.map(String) : typeof given === 'string' ? splitCommand(given) : [];
  const [command, ...first] = Array.isArray(more) && typeof given === 'string' ? [given] : words;
  if (!command) return null;
  if (cwd !== undefined) warnings.push({ key: `${path}.cwd`, message: texts.noFolder });
  const slots: ReadProgram['slots'] = [];
  const read = (text: string, where: string) => {
    const { text: filled, names } = readSlots(text, inputs);
    slots.push({ names, where });
    return { filled, isSlot: names.length > 0 };
  };
  const args = pinned(command, [...first, ...(Array.isArray(more) ? more.map(String) : [])], path, warnings).map(
    (word, index) => read(word, `transport.args[${index}]`).filled,
  );
  const variables = Object.entries(isSection(env) ? env : {}).map(([name, value]) => {
    const { filled, isSlot } = read(String(value), `transport.env.${name}`);
    return [name, isSlot ? { secret: filled } : filled] as const;
  });
  // Codex hands on variables of its own by their names.
  for (const name of Array.isArray(passed) ? passed.map(String) : []) {
    slots.push({ names: [name], where: `transport.env.${name}` });
    variables.push([name, { secret: `\${${name}}` }]);
  }
  const transport: ImportedProgram = {
    ...{ type: 'stdio', command, args },
    ...(variables.length > 0 && { env: Object.fromEntries(variables) }),
  };
  return { transport, slots };
}

/** A package without a version is given the catalogue's, or a slot for it: another one tomorrow would be another program. */
function pinned(command: string, args: string[], path: string, warnings: ImportReading['warnings']): string[] {
  const started = packageOf(command, args);
  if (!started || isExactVersion(started.version)) return args;
  const { name } = started;
  const version = pinnedVersion(name);
  warnings.push({ key: path, message: version ? texts.pinned(name, version) : texts.versionMissing(name) });
  const given = started.version === null ? name : `${name}@${started.version}`;
  return args.map((word) => (word === given ? `${name}@${version ?? VERSION_SLOT}` : word));
}
