'use client';
import type { Turn } from '@/lib/browser/run/turn';
import { useOthersSteering } from '@/lib/browser/run/use-others-steering';
import type { TeamChoice } from '@/lib/browser/team/team-choice';
import { useRun } from '../../run/run-stores';
import { ConversationComposer } from './conversation-composer';

interface ActiveComposerProps {
  turns: Turn[];
  conversationId: string;
  draftKey: string;
  teams: TeamChoice[];
  initialTeam: string;
  onSent: (turn: Turn) => void;
  onText: (text: string) => void;
}

const wasOpen = (turn: Turn) => turn.run.status === 'running' || turn.run.status === 'queued';

/** The composer, knowing which run goes on. Runs of one conversation go one after another: the first open one is the active one. */
export function ActiveComposer({ turns, ...rest }: ActiveComposerProps) {
  const open = turns.filter(wasOpen);
  return open.length === 0 ? (
    <ConversationComposer {...rest} active={null} queued={[]} />
  ) : (
    <OpenComposer open={open} rest={rest} />
  );
}

function OpenComposer({ open, rest }: { open: Turn[]; rest: Omit<ActiveComposerProps, 'turns'> }) {
  const [first, ...others] = open as [Turn, ...Turn[]];
  const { state } = useRun(first.run);
  useOthersSteering(state);
  const going = state.status === 'running' || state.status === 'queued';
  if (!going) {
    return others.length > 0 ? (
      <OpenComposer key={others[0]?.run.id} open={others} rest={rest} />
    ) : (
      <ConversationComposer {...rest} active={null} queued={[]} />
    );
  }
  return <ConversationComposer {...rest} active={{ run: first.run, state }} queued={others} />;
}
