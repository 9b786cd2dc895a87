'use client';
import { useState } from 'react';
import { useAsk } from '@/lib/browser/conversation/use-ask';
import { ExampleList } from '../chat/example-list';
import { Notice } from '../ui/notice';
import { FirstQuestion, type ReadyTeam } from './first-question';
import { KeyedProviders } from './keyed-providers';
import { LocalModels } from './local-models';
import { texts } from './texts';
import { WelcomePart } from './welcome-part';

const DEMO = { id: 'demo' };

/** From nothing to a first answer: the demo in one click, a model server on this machine in three, a provider with its key. */
export function Welcome({ mayFind }: { mayFind: boolean }) {
  const { ask, busy, problem } = useAsk();
  const [ready, setReady] = useState<ReadyTeam | null>(null);
  if (ready) return <FirstQuestion team={ready} onBack={() => setReady(null)} />;
  return (
    <div className="flex flex-col">
      <WelcomePart title={texts.demoTitle} text={texts.demoText}>
        {problem && <Notice tone="danger">{problem}</Notice>}
        <ExampleList label={texts.demoExamples} disabled={busy} onChoose={(text) => void ask(text, DEMO)} />
      </WelcomePart>
      {mayFind && (
        <WelcomePart title={texts.localTitle} text={texts.localText}>
          <LocalModels onReady={setReady} />
        </WelcomePart>
      )}
      <WelcomePart title={texts.providersTitle} text={texts.providersText}>
        <KeyedProviders onReady={setReady} />
      </WelcomePart>
    </div>
  );
}
