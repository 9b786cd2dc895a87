export interface BackendDefinition {
  type: string;
  model?: string;
  baseUrl?: string | null;
  params?: Record<string, unknown>;
  /** In tokens. */
  contextWindow?: number;
  /** `text` = the strict text form instead of tools. */
  tools?: 'auto' | 'text';
}

/** What an agent does differently where its team shares contexts. */
export interface AgentSharingDefinition {
  share?: boolean;
  from?: string[];
  include?: string[];
  relevance?: 'all' | 'topic';
}

/** A team as people write it (YAML, JSON, the editor): what is absent takes its default when a run starts. */
export interface TeamDefinition {
  name: string;
  agents: {
    slot?: string;
    name?: string;
    backend: BackendDefinition;
    /** What the agent goes on with when its backend fails for good, in this order. */
    fallbacks?: BackendDefinition[];
    systemMessage?: string | null;
    /** Names or ids, or what is taken of each. */
    mcpServers?: (string | { server: string; tools?: string[]; exclude?: string[] })[];
    weight?: number;
    contextSharing?: AgentSharingDefinition;
  }[];
  coordination?: Record<string, unknown>;
  limits?: Record<string, unknown>;
}
