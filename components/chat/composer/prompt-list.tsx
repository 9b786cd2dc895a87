'use client';
import Link from 'next/link';
import type { SavedPrompt } from '@/lib/browser/prompts/saved-prompt';
import { cx } from '../../ui/cx';
import { texts } from './texts';

interface PromptListProps {
  id: string;
  prompts: SavedPrompt[];
  active: SavedPrompt | undefined;
  optionId: (prompt: SavedPrompt) => string;
  /** Why they could not be read. */
  problem: string | null;
  onActive: (prompt: SavedPrompt) => void;
  onChoose: (prompt: SavedPrompt) => void;
}

/** Saved prompts whose names fit what was typed. The focus stays in the text box. */
export function PromptList({ id, prompts, active, optionId, problem, onActive, onChoose }: PromptListProps) {
  return (
    <div className="border-line border-b p-1">
      {prompts.length > 0 && (
        <div id={id} role="listbox" aria-label={texts.prompts} className="max-h-64 overflow-y-auto">
          {prompts.map((prompt) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the text box’s, which names the active one.
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text box.
            <div
              key={prompt.id}
              id={optionId(prompt)}
              role="option"
              aria-selected={prompt === active}
              // A press would take the focus from the box.
              onPointerDown={(event) => event.preventDefault()}
              onPointerMove={() => prompt !== active && onActive(prompt)}
              onClick={() => onChoose(prompt)}
              className={cx(
                'cursor-default rounded-control px-3 py-1.5 pointer-coarse:py-3',
                prompt === active && 'bg-hover',
              )}
            >
              <span className="flex items-baseline gap-2 text-sm">
                <span className="min-w-0 truncate">{prompt.name}</span>
                {prompt.visibility === 'workspace' && (
                  <span className="flex-none text-muted text-xs">{texts.promptOfWorkspace}</span>
                )}
              </span>
              <span className="block truncate text-muted text-xs">{prompt.text}</span>
            </div>
          ))}
        </div>
      )}
      {problem && <p className="px-3 py-1.5 text-danger text-xs">{problem}</p>}
      <p className="flex flex-wrap gap-x-3 px-3 py-1.5 text-muted text-xs">
        <span>{prompts.length > 0 ? texts.promptKeys : problem ? null : texts.noPrompts}</span>
        <Link href="/settings/prompts" className="text-accent underline underline-offset-2">
          {texts.editPrompts}
        </Link>
      </p>
    </div>
  );
}
