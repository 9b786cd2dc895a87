'use client';
import Link from 'next/link';
import { useState } from 'react';
import { teamForQuestion } from '@/lib/browser/team/model-choice';
import type { TeamChoice } from '@/lib/browser/team/team-choice';
import { useModelChoices } from '@/lib/browser/team/use-model-choices';
import { ModelTicks } from '../../models/model-ticks';
import { Button } from '../../ui/button';
import { Skeleton } from '../../ui/skeleton';
import { texts } from './texts';

/** What can be asked now, to tick. */
export function ModelsForm({ onMade }: { onMade: (team: TeamChoice) => void }) {
  const choices = useModelChoices();
  const [ticked, setTicked] = useState<string[]>([]);
  if (choices === null) return <Skeleton className="h-48 w-full" />;
  if (choices.length === 0) {
    return (
      <p className="text-muted text-sm">
        {texts.noModels}{' '}
        <Link href="/welcome" className="text-accent underline underline-offset-2">
          {texts.setUpModels}
        </Link>
      </p>
    );
  }
  // In the order in which they were ticked: the first is agent A.
  const chosen = ticked.flatMap((key) => choices.find((choice) => choice.key === key) ?? []);
  return (
    <div className="flex flex-col gap-3">
      <p className="text-muted text-sm">{texts.modelsText}</p>
      <ModelTicks choices={choices} ticked={ticked} onChange={setTicked} />
      <Button
        look="primary"
        className="self-end"
        disabled={chosen.length === 0}
        onClick={() => onMade(teamForQuestion(chosen))}
      >
        {texts.takeModels(Math.max(1, chosen.length))}
      </Button>
    </div>
  );
}
