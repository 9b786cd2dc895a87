import 'server-only';
import type { Entry } from './find-entries';
import { type ImportReading, isSection, type Section } from './import-reading';
import { texts } from './texts';

/** A `server.json` of the MCP registry as an entry: the first remote, with variables and headers as slots. `null` = it is none. */
export function readServerJson(file: Section, path: string, { faults }: ImportReading): Entry[] | null {
  const remotes = Array.isArray(file.remotes) ? file.remotes.filter(isSection) : [];
  const packages = Array.isArray(file.packages) ? file.packages : [];
  if (typeof file.name !== 'string' || remotes.length + packages.length === 0) return null;
  const [remote] = remotes;
  const at = (key: string) => (path ? `${path}.${key}` : key);
  const name = file.name.split('/').at(-1) ?? file.name;
  if (!remote) {
    const index = packages.findIndex((each) => isSection(each) && each.registryType === 'npm');
    const found = packages[index];
    if (isSection(found)) return [{ name, value: npmProgram(found), path: at(`packages[${index}]`) }];
    faults.push({ path: at('packages'), message: texts.noNpm });
    return [];
  }
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

/** As other programs write it: `npx -y name@version`, with what `server.json` says of its arguments and variables. */
function npmProgram({ identifier, version, packageArguments, environmentVariables }: Section): Section {
  const list = (value: unknown) => (Array.isArray(value) ? value.filter(isSection) : []);
  const args = list(packageArguments).flatMap((argument) => {
    const { name, value, default: standard, valueHint, isRequired } = argument;
    const given = typeof value === 'string' ? value : typeof standard === 'string' ? standard : null;
    if (given === null && isRequired !== true) return [];
    const text =
      given === null
        ? `\${${String(valueHint ?? name ?? 'VALUE').replace(/\W+/g, '_')}}`
        : slotted(given, argument.variables);
    return argument.type === 'named' && typeof name === 'string' ? [name, text] : [text];
  });
  const env = list(environmentVariables).flatMap(({ name, value, default: standard, isRequired, variables }) => {
    if (typeof name !== 'string') return [];
    const given = typeof value === 'string' ? value : typeof standard === 'string' ? standard : null;
    if (given !== null) return [[name, slotted(given, variables)]];
    return isRequired === true ? [[name, `\${${name}}`]] : [];
  });
  return { command: 'npx', args: ['-y', `${identifier}@${version}`, ...args], env: Object.fromEntries(env) };
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
