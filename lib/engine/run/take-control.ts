import type { RunState } from '@/lib/protocol/state';
import type { EngineDeps } from '../engine-deps';
import type { EventDraft, RunLog } from '../log/run-log';
import type { RememberedCredentials } from '../remember-credentials';
import type { Approvals } from '../tools/approvals';
import { argumentCheck } from './argument-check';
import { controlEvent } from './control-event';
import { type ControlReply, NOBODY, type RunControl } from './run-control';

/** What a person's word needs of the driver of a run. */
export interface ControlHost {
  readonly state: RunState;
  readonly deps: Pick<EngineDeps, 'backendFor'>;
  readonly log: RunLog;
  readonly approvals: Approvals;
  readonly credentialsFor: RememberedCredentials;
  /** False once the driver writes nothing more. */
  readonly isDriving: boolean;
  append(draft: EventDraft): void;
  /** Several events as one: what follows from them is decided behind the last one. */
  atOnce(write: () => void): void;
  /** What the requests in flight have used so far. */
  meter(): void;
  /** False = another process has the run; nothing of what was said is in its log. */
  committed(seq: number): Promise<boolean>;
}

/**
 * Does what a person wants of a run. It takes effect at once and is answered when the log has it, so that what has been acknowledged
 * holds, whatever becomes of this process. `unavailable` = the run has moved, and nothing was written.
 */
export async function takeControl(host: ControlHost, control: RunControl): Promise<ControlReply> {
  if (host.state.phase === 'over') return { ok: false, code: 'conflict', message: 'The run is over.' };
  if (!host.isDriving) return NOBODY;
  // Text that is still pending belongs before the person's word.
  host.log.sealDeltas();
  const event = controlEvent(host.state, control, argumentCheck(host.deps, host.state));
  if ('refused' in event) return { ok: false, code: 'invalid', message: event.refused, field: event.field };
  // A person asks again because something is right now that was not, as a rule the key.
  if (event.type === 'agent.readmitted') host.credentialsFor.forget();
  let seq = 0;
  host.atOnce(() => {
    if (event.type === 'run.stopped') host.meter();
    host.append(event);
    seq = host.log.seq;
  });
  if (!(await host.committed(seq))) return NOBODY;
  host.approvals.hear(event);
  return { ok: true };
}
