import {
  BookOpen,
  Check,
  CircleCheck,
  CircleDashed,
  CircleEllipsis,
  CircleStop,
  Hand,
  type LucideIcon,
  PenLine,
  ShieldAlert,
  TriangleAlert,
  Vote,
  Wrench,
} from 'lucide-react';
import { stateWord } from '@/lib/browser/run/state-word';
import type { AgentStateWord } from '@/lib/protocol/event';
import { cx } from '../../ui/cx';

const ICON: Record<AgentStateWord, LucideIcon> = {
  queued: CircleDashed,
  thinking: CircleEllipsis,
  'using a tool': Wrench,
  'waiting for you': Hand,
  answering: PenLine,
  answered: Check,
  'reading others': BookOpen,
  voted: Vote,
  done: CircleCheck,
  stopped: CircleStop,
  failed: TriangleAlert,
  quarantined: ShieldAlert,
};

const MOVING = new Set<AgentStateWord>(['thinking', 'using a tool', 'answering', 'reading others']);
const TONE: Partial<Record<AgentStateWord, string>> = {
  failed: 'text-danger',
  quarantined: 'text-danger',
  'waiting for you': 'text-warn',
};

/** What an agent is doing, as icon and word. */
export function AgentState({ state, iconOnly = false }: { state: AgentStateWord; iconOnly?: boolean }) {
  const Icon = ICON[state] ?? CircleDashed;
  return (
    <span className={cx('inline-flex flex-none items-center gap-1.5 text-xs', TONE[state] ?? 'text-muted')}>
      <Icon className={cx('icon', MOVING.has(state) && 'breathe')} aria-hidden />
      <span className={iconOnly ? 'sr-only' : undefined}>{stateWord(state)}</span>
    </span>
  );
}
