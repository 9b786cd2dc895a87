import type { ImportReading, Section } from './import-reading';
import { texts } from './texts';

/**
 * Programs that can only start programs reach a remote server through `npx mcp-remote <url> --header "Name: value"`. As such a server is: an address with
 * headers.
 */
export function unwrapRemote(section: Section, path: string, { warnings }: ImportReading): Section {
  const { command, args, env, ...rest } = section;
  const words = Array.isArray(args) ? args.filter((word) => typeof word === 'string') : [];
  const at = words.findIndex((word) => /^mcp-remote(?:@[\w.-]+)?$/.test(word));
  const url = words[at + 1];
  if (typeof command !== 'string' || at < 0 || !url || !/^https?:\/\//.test(url)) return section;
  warnings.push({ key: path, message: texts.remoteWrapper });
  const headers = words.flatMap((word, index) => {
    if (words[index - 1] !== '--header') return [];
    const [name = '', ...value] = word.split(':');
    return [[name.trim(), resolved(value.join(':').trim(), env)]];
  });
  return { ...rest, url, ...(headers.length > 0 && { headers: Object.fromEntries(headers) }) };
}

/** Where the section's own `env` says what a `${NAME}` is. */
function resolved(text: string, env: unknown): string {
  const known = typeof env === 'object' && env !== null ? (env as Section) : {};
  return text.replace(/\$\{(\w+)\}/g, (slot, name: string) => {
    const value = known[name];
    return typeof value === 'string' ? value : slot;
  });
}
