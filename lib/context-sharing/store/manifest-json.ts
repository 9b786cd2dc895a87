import { setImmediate } from 'node:timers/promises';
import { canonicalJson } from '@/lib/platform/text/canonical-json';
import type { ContextManifest } from '../context';

const FILES_AT_ONCE = 1_000;
const NO_FILES = '"files":[]';

/** The canonical text of a manifest; between the entries of many files others have their turn. */
export async function manifestJson(manifest: ContextManifest): Promise<string> {
  const { files } = manifest;
  if (files.length <= FILES_AT_ONCE) return canonicalJson(manifest);
  const slices: string[] = [];
  for (let start = 0; start < files.length; start += FILES_AT_ONCE) {
    slices.push(
      files
        .slice(start, start + FILES_AT_ONCE)
        .map(canonicalJson)
        .join(','),
    );
    await setImmediate();
  }
  const rest = canonicalJson({ ...manifest, files: [] });
  // Stands there once: inside a string the quotes would be escaped.
  return rest.replace(NO_FILES, () => `"files":[${slices.join(',')}]`);
}
