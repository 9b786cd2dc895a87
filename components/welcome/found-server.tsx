'use client';
import { useState } from 'react';
import { useSubmit } from '@/lib/browser/conversation/use-submit';
import { texts as teamTexts } from '@/lib/browser/team/editor-texts';
import { type LocalServer, trustServer } from '@/lib/browser/team/local-servers';
import { choicesOfServer, firstTeam } from '@/lib/browser/team/model-choice';
import { saveTeam } from '@/lib/browser/team/save-team';
import { ModelTicks } from '../models/model-ticks';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import type { ReadyTeam } from './first-question';
import { texts } from './texts';

/** So many are ticked beforehand. */
const TICKED = 3;

/** A server that was found: its models to tick, and the team that is made of them. */
export function FoundServer({ server, onReady }: { server: LocalServer; onReady: (team: ReadyTeam) => void }) {
  const { busy, submit, message } = useSubmit();
  // All of one server: it is said once, above them.
  const choices = choicesOfServer(server).map((choice) => ({ ...choice, source: '', note: undefined }));
  const [ticked, setTicked] = useState(() => choices.slice(0, TICKED).map(({ key }) => key));
  const chosen = choices.filter(({ key }) => ticked.includes(key));

  function use() {
    const name = teamTexts.teamOf(server.label);
    return submit(async () => {
      await trustServer(server);
      const { id } = await saveTeam(firstTeam(name, chosen));
      onReady({ id, name, models: chosen.map(({ model }) => model) });
    });
  }
  return (
    <section
      aria-label={server.label}
      className="flex w-full flex-col items-start gap-3 rounded-card border border-line bg-raised p-4"
    >
      <p className="text-sm">{texts.found(server.label, choices.length)}</p>
      <div className="w-full">
        <ModelTicks choices={choices} ticked={ticked} onChange={setTicked} />
      </div>
      {message && <Notice tone="danger">{message}</Notice>}
      <Button look="primary" disabled={busy || chosen.length === 0} onClick={() => void use()}>
        {chosen.length === 0 ? texts.chooseOne : texts.takeModels(chosen.length)}
      </Button>
      <p className="text-muted text-xs">{texts.trustNote(server.origin)}</p>
    </section>
  );
}
