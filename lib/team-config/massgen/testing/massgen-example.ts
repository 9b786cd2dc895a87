import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const MASSGEN_EXAMPLES = [
  'three-providers',
  'single-agent',
  'local-models',
  'tools-and-folders',
  'compatible-servers',
  'misspelt',
];

/** A file in MassGen's documented format, from this folder. */
export function massGenExample(name: string): string {
  return readFileSync(join(import.meta.dirname, `${name}.yaml`), 'utf8');
}
