'use client';
import { RotateCcw } from 'lucide-react';
import Link from 'next/link';
import { failureRemedy } from '@/lib/browser/run/failure-remedy';
import type { EventError } from '@/lib/protocol/event';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useAskAgain } from './ask-again';
import { texts } from './texts';

/** Why the run has no answer, what is kept and what to do. */
export function RunError({ error, answers }: { error: EventError; answers: number }) {
  const askAgain = useAskAgain();
  return (
    <Notice tone="danger">
      <p className="font-medium">{texts.noAnswer}</p>
      <p className="whitespace-pre-wrap">{error.message}</p>
      <p className="mt-1 text-muted text-xs">
        {answers > 0 ? texts.answersKept : texts.messageKept} {failureRemedy(error.code)?.text ?? texts.checkTeam}
      </p>
      <p className="mt-1.5 flex flex-wrap items-center gap-x-4 gap-y-1.5 text-sm">
        {askAgain && (
          <Button size="sm" onClick={askAgain}>
            <RotateCcw className="icon" aria-hidden />
            {texts.askAgain}
          </Button>
        )}
        <Link href="/settings/models" className="underline underline-offset-2">
          {texts.openModels}
        </Link>
        <Link href="/teams" className="underline underline-offset-2">
          {texts.openTeams}
        </Link>
      </p>
    </Notice>
  );
}
