import type { AgentBackend, AgentCall, AgentEvent, BackendCapabilities, Credentials, Health } from './backend';
import type { ModelEntry } from './catalogue/model-entry';

/** What a model can do, as the catalogue says, else as is usual for its backend. */
export type ModelFacts = Omit<BackendCapabilities, 'stateful'>;

/** The instance's environment variable for something, and what it is when that is not set. */
interface KeyVariable {
  variable: string;
  /** False = a request without a key can work. */
  isNeeded: boolean;
}

interface AddressVariable {
  variable: string;
  /** The provider's own base URL; `null` = there is none. */
  standard: string | null;
  /** What a base URL ends with where nothing stands behind its host. */
  path: string;
  /** The variable names another endpoint of the same provider: of it only the origin counts, with this path. */
  isOtherEndpoint?: true;
}

/** With which key and where a backend asks its provider. */
export interface Account {
  /** The backend type whose stored keys it uses, when not its own. */
  keysOf?: string;
  /** `null` = it takes none from the instance. */
  key: KeyVariable | null;
  address: AddressVariable;
}

/** How a backend asks its model: the only part that is code. */
export interface Wire extends Pick<AgentBackend, 'toolInputProblem' | 'paramProblems' | 'askWindow'> {
  call(call: AgentCall, signal: AbortSignal, facts: ModelFacts): AsyncIterable<AgentEvent>;
  /** As in `AgentBackend`; where it names no models the catalogue's stand in. */
  health(credentials: Credentials, signal: AbortSignal): Promise<Health>;
}

/** MassGen's names for what a backend is here. */
interface MassGenNames {
  /** MassGen infers a missing type from the model's name. */
  models?: RegExp;
  /** Its types that this backend stands for besides its own, each with the address that they imply. */
  types?: Record<string, string | null>;
  /** True = it takes no parameters of a model in MassGen. */
  takesNoModelParams?: true;
}

/**
 * All that there is to say of a backend, in one place: the team editor's and the settings' forms, `/backends`, the table in the README, the
 * check of `.env.example` and the importer of MassGen's files read it.
 */
export interface BackendDescriptor {
  type: string;
  /** Shown to people, for example "OpenAI-compatible server". */
  label: string;
  /** What has to be there for it to work, in Markdown, as the table in the README says it. */
  needs: string;
  /** True for the demo backend: labelled as a simulation wherever it appears. */
  simulation?: true;
  /** `null` = it asks nobody. It may depend on the agent's parameters. */
  account: Account | ((params: Record<string, unknown>) => Account) | null;
  /** Names of parameters that it documents, and where each goes in the request; others are passed on. `null` = it knows all there are. */
  params: Record<string, string> | null;
  /** Every parameter that there is. Absent = those of `params`, and others. */
  paramNames?: string[];
  /** Models to choose from where the provider does not list its own, newest first. */
  models: ModelEntry[];
  /** Models that are known by their name alone, wherever they run. */
  knownModels?: ModelEntry[];
  /** What its present models all take: one that is not in the catalogue is most likely newer than it. Absent = it depends on the model. */
  usual?: Pick<ModelFacts, 'images' | 'files' | 'reasoning'>;
  /** As the catalogue does not say it. */
  capabilities?: Partial<BackendCapabilities>;
  /** The smallest window of the provider's present models, for one that the catalogue does not know. In tokens. */
  leastWindow?: number;
  /** False = it does nothing but answer questions, so that it cannot summarise either. */
  canSummarise?: false;
  /** `free` = its tokens cost nothing, whatever the model; else as the catalogue says. */
  price?: 'free';
  massGen?: MassGenNames;
  wire: Wire;
}
