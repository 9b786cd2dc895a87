import type { AgentBackend } from './backend';
import { listPrice } from './catalogue/list-price';
import type { ModelEntry } from './catalogue/model-entry';
import { modelFacts } from './catalogue/model-facts';
import type { BackendDescriptor } from './descriptor';

/** The backend that a descriptor describes, with the catalogue of all. */
export function createBackend(
  descriptor: BackendDescriptor,
  knownModel: (model: string) => ModelEntry | undefined,
): AgentBackend {
  const { type, label, simulation = false, leastWindow, wire } = descriptor;
  const { toolInputProblem, paramProblems, askWindow } = wire;
  const factsOf = (model: string) => modelFacts(model, knownModel(model), descriptor);
  const suggested = descriptor.models.map(({ model }) => model);
  return {
    type,
    label,
    simulation,
    capabilities: (model) => ({ ...factsOf(model), stateful: false, ...descriptor.capabilities }),
    call: (call, signal) => wire.call(call, signal, factsOf(call.choice.model)),
    async health(credentials, signal) {
      const health = await wire.health(credentials, signal);
      return health.models.length > 0 ? health : { ...health, models: suggested };
    },
    ...(toolInputProblem && { toolInputProblem }),
    ...(paramProblems && { paramProblems }),
    ...(askWindow && { askWindow }),
    ...(leastWindow !== undefined && { leastWindow }),
    ...(descriptor.canSummarise === false && { canSummarise: false }),
    price: (model, usage) => (descriptor.price === 'free' ? 0 : listPrice(model, knownModel(model), usage)),
  };
}
