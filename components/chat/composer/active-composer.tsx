'use client';
import { isGoing } from '@/lib/browser/run/is-going';
import type { Turn } from '@/lib/browser/run/turn';
import { useOthersSteering } from '@/lib/browser/run/use-others-steering';
import type { TeamChoice } from '@/lib/browser/team/team-choice';
import { useFirstGoing } from '../../run/run-stores';
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

/**
 * The composer, knowing which run goes on. Runs of one conversation go one after another: the first open one is the active one. It is the
 * same composer before, during and after a run, so that nothing in it closes or loses the keyboard meanwhile.
 */
export function ActiveComposer({ turns, ...rest }: ActiveComposerProps) {
  const open = turns.filter(({ run }) => isGoing(run.status));
  const state = useFirstGoing(open.map(({ run }) => run));
  useOthersSteering(state);
  const at = open.findIndex(({ run }) => run.id === state?.runId);
  const turn = open[at];
  const active = turn && state ? { run: turn.run, state } : null;
  return <ConversationComposer {...rest} active={active} queued={active ? open.slice(at + 1) : []} />;
}
