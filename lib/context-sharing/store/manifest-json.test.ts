import { expect, it } from 'vitest';
import { canonicalJson } from '@/lib/platform/text/canonical-json';
import type { ContextManifest } from '../context';
import { manifestJson } from './manifest-json';
import { draft, textFile } from './testing/drafts';

it.each([0, 1, 1_000, 1_001, 2_500])('is the canonical text, with %i files', async (count) => {
  const { backend, seq, kind, plan, usage } = draft({ plan: [{ id: '"files":[]', text: '$&', status: 'pending' }] });
  const manifest: ContextManifest = {
    version: 1,
    ...{
      runId: 'r',
      slot: 'A',
      backend: `${backend}"files":[]`,
      seq,
      kind,
      parentHash: null,
      answerId: null,
      items: null,
    },
    files: Array.from({ length: count }, (_, i) => textFile(`$&"files":[]${i}`, String(i)).file),
    ...{ complete: true, plan, usage },
  };
  expect(await manifestJson(manifest)).toBe(canonicalJson(manifest));
});
