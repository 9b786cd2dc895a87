'use client';
import { useEffect, useRef } from 'react';
import { useAsk } from '@/lib/browser/conversation/use-ask';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { texts } from './texts';

export interface ReadyTeam {
  id: string;
  name: string;
  models: string[];
}

/** The team is made: one good question, one click away. */
export function FirstQuestion({ team, onBack }: { team: ReadyTeam; onBack: () => void }) {
  const { ask, busy, problem } = useAsk();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    button.current?.focus();
    button.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <section aria-label={team.name} className="rounded-card border border-line bg-raised p-4">
      <p className="text-sm">{texts.teamReady(team.name, team.models.join(', '))}</p>
      <p className="mt-3 text-muted text-sm">{texts.tryQuestion}</p>
      <blockquote className="mt-1 border-line-strong border-l-2 pl-3">{texts.question}</blockquote>
      {problem && (
        <div className="mt-3">
          <Notice tone="danger">{problem}</Notice>
        </div>
      )}
      <div className="mt-4 flex flex-wrap gap-2">
        <Button ref={button} look="primary" disabled={busy} onClick={() => void ask(texts.question, { id: team.id })}>
          {texts.ask}
        </Button>
        <Button look="quiet" onClick={onBack}>
          {texts.others}
        </Button>
      </div>
    </section>
  );
}
