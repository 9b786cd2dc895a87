'use client';
import { formatSpan } from '@/lib/client/format';
import type { ToolItem } from '@/lib/client/slot-entries';
import { useFold } from '@/lib/client/use-fold';
import { FoldRow } from './fold-row';
import { ToolRow } from './tool-row';

/** Neighbouring tool calls as one line; open while one of them runs. */
export function ToolGroup({ tools }: { tools: ToolItem[] }) {
  const running = tools.some((tool) => !tool.result);
  const fold = useFold(running);
  const [only] = tools;
  if (tools.length === 1 && only) return <ToolRow tool={only} />;
  const took = tools.reduce((sum, tool) => sum + (tool.result?.tookMs ?? 0), 0);
  const failed = tools.filter((tool) => tool.result?.isError).length;
  const head = `${tools.length} tool calls, ${running ? 'running' : formatSpan(took)}${failed ? `, ${failed} failed` : ''}`;
  return (
    <FoldRow open={fold.open} onToggle={fold.toggle} head={head}>
      {tools.map((tool) => (
        <ToolRow key={tool.toolCallId} tool={tool} />
      ))}
    </FoldRow>
  );
}
