import type { ElicitationReply, SamplingReply } from '@/lib/engine/tool-source';
import type { Elicitation, Sampling } from '@/lib/protocol/tool-event';

/** Who answers what a server asks while it does a call. */
export interface RequestHost {
  /** Calls with the same one have the same people behind them. */
  readonly people: string;
  /** `withdrawn` is aborted when the server does not want to know any more. */
  elicit(elicitation: Elicitation, withdrawn: AbortSignal): Promise<ElicitationReply>;
  sample(sampling: Sampling, withdrawn: AbortSignal): Promise<SamplingReply>;
}
