import type { EventError } from '../event';
import type { RunStatus } from '../state';
import type { ShareLevel } from './audience';
import type { SharedPart } from './shown-message';

export interface SharedMessageView {
  id: string;
  parentId: string | null;
  role: 'user' | 'assistant';
  parts: SharedPart[];
  /** ISO 8601. */
  createdAt: string;
  /** Of an answer: the run that writes it. */
  runId: string | null;
}

/** What happened in a run besides answers and votes, in its order; from the level of tools on. */
export type SharedWork = { seq: number; at: string } & (
  | {
      kind: 'tool';
      slot: string;
      server: string | null;
      tool: string;
      arguments: unknown;
      /** `null` while it runs; empty where only its size is shown. */
      result: string | null;
      bytes: number;
      isError: boolean;
      tookMs: number | null;
    }
  | { kind: 'note'; slot: string; to: string[] | null; text: string }
  /** `by` = who it was, for members of the workspace; else null. */
  | { kind: 'steer'; slot: string | null; text: string; by: string | null }
  | { kind: 'error'; slot: string; code: string; message: string }
);

export interface SharedFile {
  slot: string;
  path: string;
  bytes: number;
}

/** A run as a link shows it: what its level does not show is empty. */
export interface SharedRunView {
  id: string;
  status: RunStatus;
  /** `seq` of the last event that is shown. */
  seq: number;
  startedAt: string | null;
  endedAt: string | null;
  /** Nobody in its team was a language model; whoever reads is told at every level. */
  isSimulated: boolean;
  slots: {
    slot: string;
    name: string;
    backend: string;
    model: string;
    state: string;
    systemMessage: string | null;
  }[];
  answers: { answerId: string; slot: string; content: string; at: string }[];
  votes: { slot: string; answerId: string | null; reason: string; round: number; void: boolean }[];
  winner: string | null;
  rule: string | null;
  tally: Record<string, number>;
  /** Of a team that decides by evidence. */
  decision?: { decidedBy: string | null; report: string[] };
  final: string | null;
  /** Why the text is not whole. */
  cut: string | null;
  /** What a person chose after the end. */
  chosen: string | null;
  work: SharedWork[];
  files: SharedFile[];
  error: EventError | null;
}

export interface SharedView {
  share: { title: string; level: ShareLevel; mode: 'snapshot' | 'live'; ownerName: string; updatedAt: string };
  messages: SharedMessageView[];
  runs: SharedRunView[];
}
