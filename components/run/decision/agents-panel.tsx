'use client';
import { Minimize2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { runControls } from '@/lib/browser/run/run-controls';
import { factsOfState } from '@/lib/browser/run/run-facts';
import { stateWord } from '@/lib/browser/run/state-word';
import { useHotkeys } from '@/lib/browser/ui/use-hotkeys';
import { useWidth } from '@/lib/browser/ui/use-width';
import type { RunState } from '@/lib/protocol/state';
import { Button } from '../../ui/button';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { Segmented } from '../../ui/segmented';
import { AgentCard } from '../agent/agent-card';
import { AgentLetter } from '../agent/agent-letter';
import { AgentRail } from '../agent/agent-rail';
import { AgentState } from '../agent/agent-state';
import { agentsLayout } from './agents-layout';
import { texts } from './texts';

interface AgentsPanelProps {
  run: RunState;
  /** Whether the keys 1–9 belong to this run. */
  hotkeys: boolean;
  /** A replayed moment: nothing in it can be controlled. */
  readOnly?: boolean;
}

/** All agents side by side, or one at a time where there is no room. */
export function AgentsPanel({ run, hotkeys, readOnly = false }: AgentsPanelProps) {
  const box = useRef<HTMLDivElement>(null);
  const layout = agentsLayout(run.slots.length, useWidth(box));
  const [selected, setSelected] = useState<string | null>(null);
  const [expanded, setExpanded] = useState<string | null>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const agents = factsOfState(run).slots;
  const focused = expanded ?? selected ?? run.slots[0]?.slot ?? '';
  const focusId = (slot: string) => `agent-${run.runId}-${slot}`;

  function focusAgent(index: number) {
    const slot = run.slots[index]?.slot;
    if (!slot) return;
    setSelected(slot);
    if (expanded) setExpanded(slot);
    // The card may only be mounted by this very choice.
    requestAnimationFrame(() => document.getElementById(focusId(slot))?.focus());
  }

  const digits = Object.fromEntries(
    run.slots.slice(0, 9).map((_, index) => [String(index + 1), () => focusAgent(index)]),
  );
  /** The agent that has the keyboard; its own scrolling text keeps the arrows up and down. */
  function atKeyboard(): number {
    return run.slots.findIndex(({ slot }) => document.getElementById(focusId(slot))?.contains(document.activeElement));
  }
  function neighbour(step: 1 | -1) {
    const at = atKeyboard();
    if (at >= 0) focusAgent((at + step + run.slots.length) % run.slots.length);
    return at >= 0;
  }
  function takeAnswer() {
    const slot = run.slots[atKeyboard()]?.slot;
    const answer = run.answers.findLast((entry) => entry.slot === slot);
    if (!answer || readOnly || run.status !== 'running') return false;
    // One letter does not decide: what it would do is asked first.
    setAsked(answer.answerId);
    return true;
  }
  const keys = { ...digits, arrowright: () => neighbour(1), arrowleft: () => neighbour(-1), u: takeAnswer };
  useHotkeys(expanded ? { ...keys, escape: () => setExpanded(null) } : keys, hotkeys);

  function card(slot: string, height: string, canExpand: boolean) {
    const state = run.slots.find((entry) => entry.slot === slot);
    const agent = agents.find((entry) => entry.slot === slot);
    if (!state || !agent) return null;
    return (
      <AgentCard
        key={slot}
        run={run}
        slot={state}
        agent={agent}
        height={height}
        readOnly={readOnly}
        focusId={focusId(slot)}
        onExpand={canExpand ? () => setExpanded(slot) : undefined}
      />
    );
  }

  return (
    <div ref={box}>
      <ConfirmDialog
        open={asked !== null}
        title={texts.askToChoose(asked)}
        text={texts.chooseText}
        action={texts.chooseAction(asked)}
        look="primary"
        onConfirm={() => asked && void runControls.choose(run.runId, asked)}
        onClose={() => setAsked(null)}
      />
      {expanded ? (
        <div className="mx-auto max-w-read">
          <div className="mb-2 flex justify-end">
            <Button look="quiet" size="sm" title={texts.backToAll} onClick={() => setExpanded(null)}>
              <Minimize2 className="icon" aria-hidden />
              {texts.allAgents}
            </Button>
          </div>
          {card(expanded, 'min-h-96', false)}
        </div>
      ) : layout === 'grid' ? (
        <div className="grid grid-cols-[repeat(auto-fit,minmax(min(360px,100%),1fr))] gap-3">
          {run.slots.map((slot) => card(slot.slot, 'h-[23rem]', true))}
        </div>
      ) : layout === 'rail' ? (
        <div className="flex gap-4">
          <AgentRail agents={agents} selected={focused} onSelect={setSelected} />
          <div className="min-w-0 flex-1">{card(focused, 'h-[28rem]', true)}</div>
        </div>
      ) : (
        <div className="flex flex-col gap-3">
          <Segmented
            label={texts.agent}
            selected={focused}
            onSelect={setSelected}
            options={agents.map((agent) => ({
              id: agent.slot,
              name: texts.agentState(agent.slot, stateWord(agent.state)),
              label: (
                <>
                  <AgentLetter slot={agent.slot} />
                  <AgentState state={agent.state} iconOnly />
                </>
              ),
            }))}
          />
          {card(focused, 'h-[25rem]', true)}
        </div>
      )}
    </div>
  );
}
