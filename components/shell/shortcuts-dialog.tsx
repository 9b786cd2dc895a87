'use client';
import { Dialog } from '../ui/dialog';

const SHORTCUTS: [keys: string, what: string][] = [
  ['Enter', 'Send; while a run goes on, queue'],
  ['Ctrl/⌘ Enter', 'Steer the running agents'],
  ['Shift Enter', 'New line'],
  ['Esc', 'Stop the run (in an empty message box), or back to all agents'],
  ['1 – 9', 'Go to an agent'],
  ['← →', 'From agent to agent'],
  ['u', 'Use the answer of the agent in focus'],
  ['g a', 'Agents'],
  ['g t', 'Timeline'],
  ['g d', 'Answers & diff'],
  ['g v', 'Votes'],
  ['g x', 'Context, where agents share it'],
  ['g c', 'Cost'],
  ['n', 'New chat'],
  ['b', 'Show or hide the sidebar'],
  ['?', 'This list'],
];

export function ShortcutsDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog open={open} onClose={onClose} title="Keyboard shortcuts">
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-5 gap-y-2 text-sm">
        {SHORTCUTS.map(([keys, what]) => (
          <div key={keys} className="contents">
            <dt>
              <kbd className="rounded-control border border-line bg-sunken px-1.5 py-0.5 font-mono text-xs">{keys}</kbd>
            </dt>
            <dd className="text-muted">{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
