'use client';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { PlacedPrompt } from '@/lib/browser/prompts/saved-prompt';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { PromptForm } from './prompt-form';
import { PromptRow } from './prompt-row';
import { texts } from './texts';

interface PromptsViewProps {
  prompts: PlacedPrompt[];
  /** Where a new one can be shared. */
  workspaces: { id: string; name: string }[];
}

/** The saved prompts, and one more. */
export function PromptsView({ prompts, workspaces }: PromptsViewProps) {
  const [isAdding, setAdding] = useState(false);
  return (
    <div className="flex flex-col gap-3">
      {isAdding ? (
        <div className="rounded-card border border-line bg-raised px-4">
          <PromptForm workspaces={workspaces} onDone={() => setAdding(false)} />
        </div>
      ) : (
        <Button className="self-start" onClick={() => setAdding(true)}>
          <Plus className="icon" aria-hidden />
          {texts.newPrompt}
        </Button>
      )}
      {prompts.length > 0 ? (
        <ul aria-label={texts.saved} className="rounded-card border border-line bg-raised">
          {prompts.map((prompt) => (
            <PromptRow key={prompt.id} prompt={prompt} />
          ))}
        </ul>
      ) : (
        !isAdding && <EmptyState title={texts.none} />
      )}
    </div>
  );
}
