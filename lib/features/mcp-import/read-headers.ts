import { type ImportReading, isSection, type Section } from './import-reading';
import { readSlots } from './read-slots';
import { texts } from './texts';

/** A header's value with the slots in it; what has slots is to be stored as a secret. */
export interface ReadHeader {
  value: string | { secret: string };
  names: string[];
}

/** `headers`, and how Codex writes them: `http_headers`, `env_http_headers`, `bearer_token_env_var`. */
export function readHeaders(
  section: Section,
  path: string,
  inputs: Section[],
  reading: ImportReading,
): Record<string, ReadHeader> {
  const headers: Record<string, ReadHeader> = {};
  const put = (name: string, text: string) => {
    const { text: filled, names } = readSlots(text, inputs);
    headers[name] = { value: names.length > 0 ? { secret: filled } : filled, names };
  };
  for (const key of ['headers', 'http_headers', 'env_http_headers'])
    for (const [name, value] of Object.entries(isSection(section[key]) ? section[key] : {})) {
      if (typeof value === 'string') put(name, key === 'env_http_headers' ? `\${${value}}` : value);
      else reading.warnings.push({ key: `${path}.${key}.${name}`, message: texts.notText });
    }
  const { bearer_token_env_var: bearer } = section;
  if (typeof bearer === 'string') put('Authorization', `Bearer \${${bearer}}`);
  return headers;
}
