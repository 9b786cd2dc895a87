'use client';
import { type KeyboardEvent, useRef, useState } from 'react';
import { slotName } from '@/lib/browser/run/slot-name';
import { formatCount, formatMoney, formatSpan } from '@/lib/browser/ui/format';
import { phaseWord } from '@/lib/browser/usage/cost-table';
import type { Flame, FlameCall } from '@/lib/browser/usage/flame';
import { FlameLane } from './flame-lane';
import { texts } from './texts';

/** A lane per agent over the run's time: calls as bars, tools inside them. The figures of a call come with pointer, tap or arrows. */
export function FlameChart({ flame }: { flame: Flame }) {
  const box = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const calls = flame.lanes.flatMap(({ slot, calls: of }) => of.map((call) => ({ slot, call })));
  const shown = calls.find(({ call }) => call.callId === chosen) ?? null;
  const tabStop = shown?.call.callId ?? calls[0]?.call.callId ?? '';

  function go(lane: number, index: number) {
    const target = flame.lanes[lane]?.calls;
    const call = target?.[Math.min(index, target.length - 1)];
    if (call) box.current?.querySelector<HTMLElement>(`[data-call="${call.callId}"]`)?.focus();
  }
  function onKeyDown(event: KeyboardEvent) {
    const lane = flame.lanes.findIndex(({ calls: of }) => of.some(({ callId }) => callId === chosen));
    const index = flame.lanes[lane]?.calls.findIndex(({ callId }) => callId === chosen) ?? -1;
    if (index < 0) return;
    const moves: Record<string, () => void> = {
      ArrowRight: () => go(lane, index + 1),
      ArrowLeft: () => go(lane, Math.max(0, index - 1)),
      ArrowDown: () => go(lane + 1, index),
      ArrowUp: () => go(lane - 1, index),
    };
    const move = moves[event.key];
    if (!move) return;
    // The page's own arrows go from agent to agent.
    event.preventDefault();
    event.stopPropagation();
    move();
  }

  return (
    <div className="rounded-card border border-line bg-raised px-3 pt-3 pb-2 sm:px-4">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the buttons inside. */}
      <div ref={box} onKeyDown={onKeyDown}>
        <ul className="flex flex-col gap-3">
          {flame.lanes.map((lane) => (
            <FlameLane
              key={lane.slot}
              lane={lane}
              length={flame.length}
              chosen={chosen}
              tabStop={tabStop}
              onChoose={setChosen}
            />
          ))}
        </ul>
      </div>
      <p className="tabular mt-2 flex justify-between pl-8 text-muted text-xs" aria-hidden>
        <span>{texts.start}</span>
        <span>{formatSpan(flame.length)}</span>
      </p>
      <p role="status" className="tabular mt-1 min-h-10 border-line border-t pt-2 text-sm">
        {shown ? <CallFigures slot={shown.slot} call={shown.call} length={flame.length} /> : <Legend />}
      </p>
    </div>
  );
}

function Legend() {
  return (
    <span className="flex flex-wrap items-center gap-x-4 gap-y-1 text-muted text-xs">
      <span className="inline-flex items-center gap-1.5">
        <span className="chart-mark h-2.5 w-5 rounded-[3px] bg-muted opacity-50" aria-hidden /> {texts.modelWorking}
      </span>
      <span className="inline-flex items-center gap-1.5">
        <span className="chart-mark h-2.5 w-5 rounded-[3px] bg-muted" aria-hidden /> {texts.toolRunning}
      </span>
      <span className="inline-flex items-center gap-1.5">
        <span className="chart-mark h-px w-5 bg-line-strong" aria-hidden /> {texts.waitingForOthers}
      </span>
      <span>{texts.chooseBar}</span>
    </span>
  );
}

function CallFigures({ slot, call, length }: { slot: string; call: FlameCall; length: number }) {
  const toolMs = call.tools.reduce((sum, tool) => sum + (tool.to ?? length) - tool.from, 0);
  const parts = [
    `${slotName(slot)}, ${phaseWord(call.phase).toLowerCase()}${call.outcome && call.outcome !== 'acted' && call.outcome !== 'presented' ? ` (${call.outcome})` : ''}`,
    texts.spanFrom(formatSpan((call.to ?? length) - call.from), formatSpan(call.from)),
    ...(call.tools.length > 0 ? [texts.tools(call.tools.length, formatSpan(toolMs))] : []),
    texts.tokensIn(formatCount(call.inputTokens), call.cachedTokens ? formatCount(call.cachedTokens) : null),
    texts.tokensOut(formatCount(call.outputTokens), call.reasoningTokens ? formatCount(call.reasoningTokens) : null),
    call.costUsd === null && call.unpriced ? texts.costUnknown : formatMoney(call.costUsd, call.unpriced ? 1 : 0),
    ...(call.estimated ? [texts.estimatedPart] : []),
  ];
  return <>{parts.join(' · ')}</>;
}
