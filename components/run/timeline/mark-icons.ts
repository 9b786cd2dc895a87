import {
  ArrowRightLeft,
  BookOpen,
  CircleStop,
  Flag,
  Gauge,
  ListChecks,
  type LucideIcon,
  MessageSquare,
  NotebookPen,
  Sparkle,
  TriangleAlert,
  Vote,
  X,
} from 'lucide-react';
import type { MarkKind } from '@/lib/browser/run/timeline';

/** What stands for what happened, on the axis and in its legend. */
export const MARK_ICONS: Record<MarkKind, LucideIcon> = {
  answer: Sparkle,
  vote: Vote,
  void: X,
  check: ListChecks,
  read: BookOpen,
  note: NotebookPen,
  failure: TriangleAlert,
  switch: ArrowRightLeft,
  stop: CircleStop,
  final: Flag,
  steer: MessageSquare,
  bound: Gauge,
};
