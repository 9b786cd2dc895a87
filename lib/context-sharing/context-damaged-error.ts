import { AppError } from '@/lib/platform/errors/app-error';

/** What is stored of a context is not what was stored, or is missing. Nothing of it may be used. */
export class ContextDamagedError extends AppError {
  /** `null` = of a text whose snapshot whoever asked did not know. */
  readonly snapshotId: string | null;
  /** What is wrong, a sentence without its full stop. */
  readonly damage: string;

  constructor(snapshotId: string | null, damage: string, cause?: unknown) {
    const what = snapshotId ? `The context snapshot ${snapshotId}` : 'A shared context';
    super('context_damaged', `${what} is damaged: ${damage}. Nothing of it is used.`, {
      hint: 'Continue from another snapshot, or restore the database from a backup.',
      cause,
    });
    this.name = 'ContextDamagedError';
    this.snapshotId = snapshotId;
    this.damage = damage;
  }
}
