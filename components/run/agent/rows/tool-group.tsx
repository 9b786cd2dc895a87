'use client';
import type { ToolItem } from '@/lib/browser/run/slot-entries';
import { formatSpan } from '@/lib/browser/ui/format';
import { useFold } from '@/lib/browser/ui/use-fold';
import { texts } from '../texts';
import { FoldRow } from './fold-row';
import { ToolRow } from './tool-row';

/** Neighbouring tool calls as one line; open while one of them runs. */
export function ToolGroup({ runId, tools }: { runId: string; tools: ToolItem[] }) {
  const running = tools.some((tool) => !tool.result);
  const fold = useFold(running);
  const [only] = tools;
  if (tools.length === 1 && only) return <ToolRow runId={runId} tool={only} />;
  const took = tools.reduce((sum, tool) => sum + (tool.result?.tookMs ?? 0), 0);
  const failed = tools.filter((tool) => tool.result?.isError).length;
  const head = texts.toolCalls(tools.length, running ? texts.running : formatSpan(took), failed);
  return (
    <FoldRow open={fold.open} onToggle={fold.toggle} head={head}>
      {tools.map((tool) => (
        <ToolRow key={tool.toolCallId} runId={runId} tool={tool} />
      ))}
    </FoldRow>
  );
}
