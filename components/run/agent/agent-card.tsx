'use client';
import { type CSSProperties, useRef } from 'react';
import type { SlotFacts } from '@/lib/browser/run/run-facts';
import { agentHue } from '@/lib/browser/ui/agent-hue';
import { usePinnedScroll } from '@/lib/browser/ui/use-pinned-scroll';
import type { RunState, SlotState } from '@/lib/protocol/state';
import { cx } from '../../ui/cx';
import { ApprovalRequest } from '../approval/lazy-approval-request';
import { AgentActions } from './agent-actions';
import { AgentHeading } from './agent-heading';
import { DroppedOut } from './dropped-out';
import { SignInNeeded } from './sign-in-needed';
import { SlotHistory } from './slot-history';
import { texts } from './texts';

interface AgentCardProps {
  run: RunState;
  slot: SlotState;
  agent: SlotFacts;
  /** Class of the whole card's height, which never follows its content. */
  height: string;
  /** `id` of the element that the keys 1–9 focus. */
  focusId: string;
  readOnly: boolean;
  onExpand?: () => void;
}

/** One agent: who, what it does, everything it did, what a person can do with it. */
export function AgentCard({ run, slot, agent, height, focusId, readOnly, onExpand }: AgentCardProps) {
  const body = useRef<HTMLDivElement>(null);
  const { onScroll } = usePinnedScroll(body);
  // A failure stands in the card with what to do about it.
  const failed = agent.state === 'failed' || agent.state === 'quarantined';
  const waiting = readOnly
    ? []
    : run.approvals.filter((approval) => approval.slot === slot.slot && approval.decision === null);
  const winner = run.winner?.answerId.startsWith(`${slot.slot}.`) ?? false;
  return (
    <section
      id={focusId}
      tabIndex={-1}
      aria-label={texts.agent(slot.slot)}
      style={agentHue(slot.slot) as CSSProperties}
      className={cx(
        'flex min-w-0 flex-col overflow-hidden rounded-card border bg-raised transition-colors duration-200',
        height,
        winner ? 'border-agent' : 'border-line',
      )}
    >
      <header className="flex h-11 flex-none items-center gap-2 border-agent border-t-2 border-b border-b-line px-3.5">
        <AgentHeading agent={agent} />
      </header>
      {agent.because && !failed && waiting.length === 0 && (
        <p
          className="flex-none truncate border-line border-b bg-sunken px-3.5 py-1 text-muted text-xs"
          title={agent.because}
        >
          {sentence(agent.because)}
        </p>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls. */}
      <div
        ref={body}
        onScroll={onScroll}
        role="group"
        aria-label={texts.history(slot.slot)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard.
        tabIndex={0}
        className="relative min-h-0 flex-1 overflow-y-auto px-3.5 py-3 -outline-offset-2"
      >
        <SlotHistory slot={slot} run={run} backend={agent.backend} />
      </div>
      {waiting.length > 0 && (
        <div className="flex max-h-[70%] flex-none flex-col gap-4 overflow-y-auto border-line border-t bg-warn-soft px-3.5 py-2.5 text-sm">
          {waiting.map((approval) => (
            <ApprovalRequest key={approval.approvalId} runId={run.runId} approval={approval} inCard />
          ))}
        </div>
      )}
      {!readOnly && <SignInNeeded slot={slot} />}
      {!readOnly && <DroppedOut run={run} slot={slot} />}
      <AgentActions run={run} slot={slot} readOnly={readOnly} onExpand={onExpand} />
    </section>
  );
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
