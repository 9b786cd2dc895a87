import type { ContextPart } from '@/lib/protocol/team';

/** What of an agent's work others can get, with what it means. */
export const SHARING_PARTS: { id: ContextPart; label: string; text: string }[] = [
  { id: 'answers', label: 'Answers', text: 'Every version that the agent has published.' },
  { id: 'tools', label: 'Tool calls', text: 'What it called, and what came back.' },
  { id: 'files', label: 'Files', text: 'What it changed in its working folder.' },
  { id: 'notes', label: 'Notes', text: 'What it writes for the others while it works.' },
  { id: 'plan', label: 'Plan', text: 'Its task list, as it stands.' },
  { id: 'messages', label: 'Messages', text: 'Its own text on the way. Never its reasoning.' },
];

export const PART_IDS = SHARING_PARTS.map(({ id }) => id);
