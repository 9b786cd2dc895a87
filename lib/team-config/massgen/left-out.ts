/**
 * Keys of MassGen's format that mean nothing here, with the reason that people are told. A section maps to its keys; a text speaks
 * for everything below the key.
 */

const NO_PLANNING = 'Left out: there is no planning mode here.';
const NO_MEMORY = 'Left out: agents have no memory between conversations; a conversation keeps its own history.';
const NO_SEARCH = 'Left out: agents have no built-in web search here.';
const NO_CODE = 'Left out: only Claude Code agents run code here, by their own tools.';
const NO_SHELL = 'Left out: only Claude Code agents run commands here, in a folder of their own.';
const NO_MEDIA = 'Left out: agents generate no images, sound, video or files here.';
const NO_TOOL_FILTER = 'Left out: it filters tools by MassGen’s names, which agents do not have here.';
const NO_FOLDERS =
  'Left out: folders of the machine where MassGen ran are not known here. Claude Code agents have a folder of their own.';
const OWN_LOG = 'Left out: every run keeps its complete log here by itself.';
const OWN_DISPLAY = 'Left out: the browser is the display.';
const SHARING =
  'Left out: an import does not switch context sharing on. With “coordination.contextSharing.enabled” agents see each other’s files and tool results.';
const NO_PYTHON = 'Left out: tools written in Python cannot run here.';

export const LEFT_OUT_OF_FILE: Record<string, string> = {
  memory: NO_MEMORY,
  display: OWN_DISPLAY,
  session_storage: OWN_LOG,
};

export const LEFT_OUT_OF_UI: Record<string, string> = {
  display_type: OWN_DISPLAY,
  type: OWN_DISPLAY,
  logging_enabled: OWN_LOG,
  use_orchestrator_for_single_agent: 'Left out: an agent that is alone answers at once, without voting.',
};

export const LEFT_OUT_OF_ORCHESTRATOR: Record<string, string> = {
  snapshot_storage: 'Left out: snapshots of agents’ work are stored here by themselves, where a team shares contexts.',
  agent_temporary_workspace: SHARING,
  session_storage: OWN_LOG,
  context_paths: NO_FOLDERS,
  voting_sensitivity: 'Left out: agents are always told to vote unless they can clearly improve on the best answer.',
  skip_coordination_rounds: 'Left out: coordination is never skipped; “answer now” ends it in mid-run.',
  debug_final_answer: 'Left out: there is no debug mode for the final answer.',
  dspy: 'Left out: questions are not paraphrased.',
};

export const LEFT_OUT_OF_COORDINATION: Record<string, string> = {
  enable_planning_mode: NO_PLANNING,
  planning_mode_instruction: NO_PLANNING,
  max_orchestration_restarts: 'Left out: a final answer is not judged again and started over.',
  enable_agent_task_planning: 'Left out: agents keep no separate task list.',
  max_tasks_per_plan: 'Left out: agents keep no separate task list.',
  task_planning_filesystem_mode: 'Left out: agents keep no separate task list.',
  enable_memory_filesystem_mode: NO_MEMORY,
  use_skills: 'Left out: there are no skills here.',
  massgen_skills: 'Left out: there are no skills here.',
  skills_directory: NO_FOLDERS,
};

export const LEFT_OUT_OF_BACKEND: Record<string, string> = {
  cwd: NO_FOLDERS,
  context_paths: NO_FOLDERS,
  add_dirs: NO_FOLDERS,
  custom_tools: NO_PYTHON,
  auto_discover_custom_tools: NO_PYTHON,
  enable_web_search: NO_SEARCH,
  web_search: NO_SEARCH,
  enable_code_execution: NO_CODE,
  enable_code_interpreter: NO_CODE,
  enable_mcp_command_line: NO_SHELL,
  command_line_execution_mode: NO_SHELL,
  command_line_docker_image: NO_SHELL,
  command_line_docker_network_mode: NO_SHELL,
  command_line_allowed_commands: NO_SHELL,
  command_line_blocked_commands: NO_SHELL,
  enable_image_generation: NO_MEDIA,
  enable_audio_generation: NO_MEDIA,
  enable_file_generation: NO_MEDIA,
  enable_video_generation: NO_MEDIA,
  upload_files: 'Left out: files go with a message, not with the team.',
  disallowed_tools: NO_TOOL_FILTER,
  permission_mode: 'Left out: only Claude Code agents have permissions.',
  agent_config: 'Left out: agents of AG2 cannot run here.',
  group_config: 'Left out: agents of AG2 cannot run here.',
  api_version: 'Left out: only Azure uses it, and there is no Azure backend here.',
  betas: 'Left out: request headers cannot be set.',
  extra_headers: 'Left out: request headers cannot be set.',
};
