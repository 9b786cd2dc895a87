import 'server-only';
import { answerControl } from '@/db/queries/run-control/answer-control';
import { insertControl } from '@/db/queries/run-control/insert-control';
import { readControl } from '@/db/queries/run-control/read-control';
import { removeControl } from '@/db/queries/run-control/remove-control';
import { selectOpenControls } from '@/db/queries/run-control/select-open-controls';
import type { Db } from '@/db/types/database';
import type { EngineDeps } from '../engine-deps';
import { CONTROL_PATIENCE_MS, CONTROL_POLL_MS } from '../engine-settings';
import { singleFlight } from '../single-flight';
import { argumentCheck } from './argument-check';
import { controlEvent } from './control-event';
import { loadState } from './load-run';
import { type ControlReply, NOBODY, type RunControl } from './run-control';

/** People's requests for runs that another process drives, or none at the moment. They are stored, so none is lost. */
export interface ControlInbox {
  /** Stores the request and waits a little for its driver's answer. What is stored and makes sense is acknowledged without one. */
  send(runId: string, control: RunControl): Promise<ControlReply>;
  /** Gives this process's drivers what is stored for their runs. */
  deliver(): Promise<void>;
}

/** @param owner the process, as its leases name it */
export function createControlInbox(
  db: Db,
  owner: string,
  { bus, report, backendFor }: Pick<EngineDeps, 'bus' | 'report' | 'backendFor'>,
): ControlInbox {
  const deliver = singleFlight(async () => {
    for (const { id, runId, control, isInLog } of await selectOpenControls(db, owner)) {
      const reply: ControlReply = isInLog
        ? { ok: true }
        : await bus.request(runId, { ...(control as RunControl), controlId: id });
      if (reply.ok) await answerControl(db, id, reply);
      // Whoever drives the run next hears of it.
      else if (reply.code !== 'unavailable') await answerControl(db, id, { ...reply, code: reply.code });
    }
  });

  /** `null` = the driver is silent so far. */
  async function answerTo(id: string): Promise<ControlReply | null> {
    const stored = await readControl(db, id);
    if (stored === null) return NOBODY;
    if (stored.answer === null && stored.isRunning) return null;
    await removeControl(db, id);
    return stored.answer ?? (stored.isInLog ? { ok: true } : NOBODY);
  }

  return {
    deliver,
    async send(runId, control) {
      const id = await insertControl(db, runId, control);
      if (id === null) return NOBODY;
      // A driver may have begun here meanwhile.
      deliver().catch((error: unknown) => report(error, 'Giving a request to its run failed.'));
      for (const giveUpAt = performance.now() + CONTROL_PATIENCE_MS; performance.now() < giveUpAt; ) {
        const answer = await answerTo(id);
        if (answer) return answer;
        await new Promise((resolve) => setTimeout(resolve, CONTROL_POLL_MS));
      }
      const state = await loadState(db, runId);
      const event = controlEvent(state, control, argumentCheck({ backendFor }, state));
      if (!('refused' in event)) return (await answerTo(id)) ?? { ok: true };
      await removeControl(db, id);
      return { ok: false, code: 'invalid', message: event.refused, field: event.field };
    },
  };
}
