/**
 * What becomes of a table's rows when a conversation is deleted, and when a person is erased. `cascade` = foreign keys take them along;
 * `query` = the erasure deletes or changes them itself; `anonymous` = they stay, without a name; `none` = nothing in them is of one.
 */
export interface TableErasure {
  conversation: 'cascade' | 'query' | 'anonymous' | 'none';
  person: 'cascade' | 'query' | 'anonymous' | 'none';
  /** Why something stays, or how it goes where no key says so. */
  because?: string;
}

const WITH_BOTH: TableErasure = { conversation: 'cascade', person: 'cascade' };
const WITH_PERSON: TableErasure = { conversation: 'none', person: 'cascade' };

/**
 * Every table of ours (those of the job queue name runs and nothing of them, for as long as they wait); a test finds one that is missing here,
 * and a `cascade` that no key makes.
 */
export const TABLE_ERASURE: Record<string, TableErasure> = {
  account: WITH_PERSON,
  agent_session: WITH_BOTH,
  agent_session_entry: WITH_BOTH,
  api_key: WITH_PERSON,
  approved_command: WITH_PERSON,
  attachment: {
    conversation: 'query',
    person: 'cascade',
    because: 'One that is in another conversation too stays there.',
  },
  audit_entry: { conversation: 'anonymous', person: 'anonymous', because: 'Opaque ids, neither names nor content.' },
  auth_session: WITH_PERSON,
  blob: {
    conversation: 'query',
    person: 'query',
    because: 'Belongs to nobody: it goes with the last thing that refers to it.',
  },
  blob_piece: { conversation: 'query', person: 'query', because: 'Goes with its blob.' },
  context_blob: WITH_BOTH,
  context_snapshot: WITH_BOTH,
  conversation: {
    conversation: 'query',
    person: 'cascade',
    because: 'One that was published passes to an owner of its workspace.',
  },
  conversation_import: { conversation: 'anonymous', person: 'cascade', because: 'Ids and counts, no content.' },
  conversation_naming: WITH_BOTH,
  history_summary: WITH_BOTH,
  invite: {
    conversation: 'none',
    person: 'query',
    because: 'Those for the person’s address; those by them go by their key.',
  },
  live_spending: WITH_BOTH,
  mcp_authorization: WITH_PERSON,
  mcp_authorization_request: WITH_PERSON,
  mcp_call: {
    conversation: 'anonymous',
    person: 'anonymous',
    because: 'Which tool was called when; neither arguments nor results.',
  },
  mcp_secret: WITH_PERSON,
  mcp_server: WITH_PERSON,
  mcp_tool: WITH_PERSON,
  mcp_tool_rule: WITH_PERSON,
  membership: WITH_PERSON,
  mcp_chain: WITH_PERSON,
  mcp_health: WITH_PERSON,
  mcp_oauth_client: WITH_PERSON,
  mcp_quota: WITH_PERSON,
  message: WITH_BOTH,
  prompt: WITH_PERSON,
  reading: WITH_BOTH,
  search_entry: WITH_BOTH,
  search_pending: {
    conversation: 'none',
    person: 'none',
    because: 'Ids of what is to be read again; each goes when it was.',
  },
  message_attachment: WITH_BOTH,
  provider_key: WITH_PERSON,
  rate_limit: { conversation: 'none', person: 'query', because: 'Its keys hold e-mail addresses.' },
  reliability_observation: {
    conversation: 'anonymous',
    person: 'cascade',
    because: 'Which model was right; no content.',
  },
  reliability_off: WITH_PERSON,
  run: { conversation: 'cascade', person: 'anonymous', because: 'Those of what was published stay without a name.' },
  run_control: { conversation: 'cascade', person: 'cascade' },
  run_event_batch: { conversation: 'query', person: 'query', because: 'A trigger deletes them with their run.' },
  share: WITH_BOTH,
  team: WITH_PERSON,
  team_version: WITH_PERSON,
  trusted_origin: { conversation: 'none', person: 'anonymous', because: 'It is of the instance.' },
  usage_entry: { conversation: 'anonymous', person: 'anonymous', because: 'What was spent stays spent.' },
  user: { conversation: 'none', person: 'query' },
  workspace: WITH_PERSON,
  workspace_policy: WITH_PERSON,
};

/** What is in `DATA_DIR`, and what becomes of it; a test finds what is missing. */
export const FOLDER_ERASURE: Record<string, string> = {
  pg: 'The embedded database: see its tables. Its files are written anew after a deletion.',
  work: 'Working folders of agents: removed with their conversation.',
  claude: 'Homes of Claude Code’s processes: each goes with its process, which ends with its conversation.',
  'secret.key': 'Encrypts what is stored; of nobody.',
  lock: 'Keeps a second process out; of nobody.',
};
