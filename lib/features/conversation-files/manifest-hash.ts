import { sha256 } from '@/lib/context-sharing/store/sha256';
import { canonicalJson } from '@/lib/platform/text/canonical-json';

/** A manifest as it is stored, and the name that follows from it. */
export function manifestHash(manifest: Record<string, unknown>): { hash: string; content: Buffer } {
  const content = Buffer.from(canonicalJson(manifest));
  return { hash: sha256(content), content };
}
