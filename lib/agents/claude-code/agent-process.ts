import 'server-only';
import { randomUUID } from 'node:crypto';
import type {
  CanUseTool,
  HookInput,
  HookJSONOutput,
  Options,
  PermissionResult,
  Query,
  SDKMessage,
  SDKResultMessage,
} from '@anthropic-ai/claude-agent-sdk';
import type { UserPart } from '@/lib/protocol/prompt-message';
import { isWorkflowTool } from '@/lib/protocol/workflow-tools';
import type { ToolAnswer } from '../backend';
import { BackendError } from '../backend-error';
import { doneEvent, endOfReply } from '../http/end-of-reply';
import { askPerson } from './ask-person';
import { AGENT_MARK, type AgentChild, killMarked, spawnAgent } from './child-process';
import { InputStream } from './input-stream';
import { interruptQuery } from './interrupt-query';
import { contentText } from './message-content';
import { createMessageReader } from './message-reader';
import { offerNews } from './offer-news';
import { OfferedCalls } from './offered-calls';
import type { ProcessEnds, ProcessTerms } from './process-terms';
import { resultError } from './result-error';
import type { StepListener } from './step-listener';
import { WORKFLOW_SERVER, WORKFLOW_TOOLS, type WorkflowUse, workflowServerTool } from './workflow-names';

/** idle → (ask) working → (a workflow tool) acting → (answer) working → … → idle; gone = the process has ended. */
type Phase = 'idle' | 'working' | 'acting' | 'gone';

/** How long a process may take to end its turn before it is killed. */
const PATIENCE_MS = 5_000;
const CLOSING_MS = 2_500;
const RECORDED: ToolAnswer = { text: 'Recorded.', isError: false };
const NOT_OFFERED: ToolAnswer = { text: 'This tool is not offered now. Answer with text.', isError: true };

/** One Claude Code process: what it is asked, what it does, and its end. */
export class AgentProcess {
  readonly agentId = randomUUID();
  readonly #terms: ProcessTerms;
  readonly #input = new InputStream();
  readonly #reader = createMessageReader();
  readonly #started = Promise.withResolvers<void>();
  #hasStarted = false;
  #query: Query | null = null;
  #child: AgentChild | null = null;
  #phase: Phase = 'idle';
  #idle = Promise.withResolvers<void>();
  #listener: StepListener | null = null;
  #tools: ReadonlySet<string> = new Set();
  /** Answers the workflow call for which the model waits. */
  #answerTool: ((answer: ToolAnswer) => void) | null = null;
  /** Other workflow calls of the same message, by id: they get the same answer. */
  readonly #answered = new Map<string, ToolAnswer>();
  readonly #offeredCalls = new OfferedCalls();
  #endsTurn = false;
  #hasEndedWell = false;
  #onGone: () => void = () => {};
  #reportsResult = true;

  constructor(terms: ProcessTerms) {
    this.#terms = terms;
    this.#idle.resolve();
  }

  get phase(): Phase {
    return this.#phase;
  }

  get pid(): number | undefined {
    return this.#child?.process.pid;
  }

  /** One of its own tools is at work. */
  get runsTool(): boolean {
    return this.#reader.hasRunningTool;
  }

  /** Resolves when the process has answered for the first time, or has ended. */
  get started(): Promise<void> {
    return this.#started.promise;
  }

  async start(options: Options, { onGone, onExit }: ProcessEnds): Promise<void> {
    this.#onGone = onGone;
    const { offered, actions, takesNews } = this.#terms;
    const [{ query }, { createWorkflowServer }] = await Promise.all([
      import('@anthropic-ai/claude-agent-sdk'),
      import('./workflow-server'),
    ]);
    this.#query = query({
      prompt: this.#input,
      options: {
        ...options,
        mcpServers: { [WORKFLOW_SERVER]: createWorkflowServer((use) => this.#onCall(use), actions, offered) },
        canUseTool: (...request) => this.#mayUse(...request),
        hooks: {
          PreToolUse: [{ matcher: WORKFLOW_TOOLS, hooks: [async () => ALLOWED] }],
          PostToolUse: [{ matcher: WORKFLOW_TOOLS, hooks: [async () => this.#afterWorkflowTool()] }],
          ...(takesNews && {
            PostToolBatch: [{ hooks: [async (input, _id, { signal }) => this.#betweenSteps(input, signal)] }],
          }),
        },
        spawnClaudeCodeProcess: (spawnOptions) => {
          this.#child = spawnAgent(spawnOptions);
          this.#child.process.once('close', onExit);
          return this.#child.process;
        },
      },
    });
    void this.#listen(this.#query);
  }

  /** Says something to the idle process; what it does comes to the listener, ending with `done`. */
  ask(content: UserPart[], tools: ReadonlySet<string>, listener: StepListener): void {
    this.#begin(tools, listener);
    this.#input.say(content);
  }

  /** Answers the workflow call that ended the last step. */
  answer(answer: ToolAnswer, tools: ReadonlySet<string>, listener: StepListener): void {
    for (const { toolCallId } of this.#reader.workflowUses) this.#answered.set(toolCallId, answer);
    this.#begin(tools, listener);
    this.#answerTool?.(answer);
    this.#answerTool = null;
  }

  /**
   * Ends the turn, however far it is: no further model request is made. Afterwards the process is idle and can be asked something else,
   * or, where that is not certain, it has been ended. False = the turn was cut off.
   */
  async endTurn(): Promise<boolean> {
    this.#listener = null;
    this.#offeredCalls.end();
    let interrupted: Promise<void> | null = null;
    if (this.#phase === 'acting') {
      this.#endsTurn = true;
      this.#phase = 'working';
      this.#answerTool?.(RECORDED);
      this.#answerTool = null;
    } else if (this.#phase === 'working') {
      this.#reportsResult = false;
      interrupted = this.#interrupt();
    }
    await this.#untilIdle(interrupted);
    this.#endsTurn = false;
    this.#reportsResult = true;
    return this.#phase === 'idle' && this.#hasEndedWell;
  }

  /** Ends the process and everything that it has started. */
  close(): void {
    if (this.#phase === 'gone') return;
    this.#input.close();
    this.#query?.close();
    const child = this.#child?.process;
    setTimeout(() => killMarked(AGENT_MARK, this.agentId, child), CLOSING_MS).unref();
    this.#end(new BackendError('network', 'Claude Code’s process has been ended.'));
  }

  #begin(tools: ReadonlySet<string>, listener: StepListener): void {
    this.#phase = 'working';
    this.#idle = Promise.withResolvers();
    this.#tools = tools;
    this.#listener = listener;
  }

  async #interrupt(): Promise<void> {
    const isCertain = this.#query && this.#hasStarted && (await interruptQuery(this.#query));
    if (!isCertain) this.close();
  }

  async #untilIdle(interrupted: Promise<void> | null): Promise<void> {
    const timer = setTimeout(() => this.close(), PATIENCE_MS);
    await interrupted;
    await this.#idle.promise;
    clearTimeout(timer);
  }

  async #listen(query: Query): Promise<void> {
    try {
      for await (const message of query) {
        this.#hasStarted = true;
        this.#started.resolve();
        this.#onMessage(message);
      }
      this.#end(new BackendError('network', 'Claude Code’s process has ended.'));
    } catch (cause) {
      const complaint = this.#child?.complaint();
      const why = complaint ? ` It said: ${complaint.slice(-300)}` : '';
      this.#end(new BackendError('network', `Claude Code’s process ended unexpectedly.${why}`, { cause }));
    }
    killMarked(AGENT_MARK, this.agentId, this.#child?.process);
  }

  #onMessage(message: SDKMessage): void {
    if (message.type === 'result') {
      this.#onResult(message);
      return;
    }
    for (const event of this.#reader.read(message)) this.#listener?.push(event);
    if (this.#phase === 'acting' && this.#reader.messageIsComplete) void this.#reportAction();
  }

  #onResult(result: SDKResultMessage): void {
    const listener = this.#listener;
    this.#listener = null;
    this.#phase = 'idle';
    this.#hasEndedWell = this.#reportsResult && result.subtype === 'success' && !result.is_error;
    this.#idle.resolve();
    if (!listener || !this.#reportsResult) return;
    if (result.subtype === 'success' && !result.is_error) {
      const said = result.stop_reason;
      listener.push(doneEvent(said ? endOfReply(said) : 'stop', said));
    } else listener.fail(resultError(result));
  }

  /** The model waits here: for a tool that the engine runs, or until the protocol has judged what it wants to do. */
  async #onCall(use: WorkflowUse): Promise<ToolAnswer> {
    const known = this.#answered.get(use.toolCallId);
    if (known) return known;
    if (!this.#listener || !this.#isOffered(use.tool)) return NOT_OFFERED;
    // The call may come here before the message that holds it has been read.
    await this.#reader.untilKnown(use.toolCallId);
    const listener = this.#listener;
    if (!listener) return NOT_OFFERED;
    if (!isWorkflowTool(use.tool)) return this.#offeredCalls.run(use, (event) => listener.push(event));
    this.#phase = 'acting';
    const answered = Promise.withResolvers<ToolAnswer>();
    this.#answerTool = answered.resolve;
    if (this.#reader.messageIsComplete) void this.#reportAction();
    return answered.promise;
  }

  /** Of the protocol's tools all may be called as soon as one may: which are allowed is judged. */
  #isOffered(tool: string): boolean {
    return this.#tools.has(tool) || (isWorkflowTool(tool) && [...this.#tools].some(isWorkflowTool));
  }

  /** What else the model calls in the same message counts as done before: it may stand behind the action, which has no end. */
  async #reportAction(): Promise<void> {
    const listener = this.#listener;
    if (!listener) return;
    for (const use of this.#reader.offeredUses) await this.#offeredCalls.run(use, (event) => listener.push(event));
    if (this.#listener !== listener) return;
    this.#listener = null;
    for (const use of this.#reader.workflowUses) listener.push({ type: 'tool', ...use });
    listener.push({ type: 'done', reason: 'tool' });
  }

  #afterWorkflowTool(): { continue?: boolean; stopReason?: string } {
    return this.#endsTurn ? { continue: false, stopReason: 'It has been recorded.' } : {};
  }

  /** After a round of tools: what is new goes into the next model request. An action brings its news itself. */
  async #betweenSteps(input: HookInput, signal: AbortSignal): Promise<HookJSONOutput> {
    if (input.hook_event_name !== 'PostToolBatch' || !this.#listener) return {};
    if (input.tool_calls.some(({ tool_name }) => isWorkflowTool(workflowServerTool(tool_name) ?? ''))) return {};
    const news = await offerNews(this.#listener, signal);
    if (news.length === 0) return {};
    return { hookSpecificOutput: { hookEventName: 'PostToolBatch', additionalContext: contentText(news) } };
  }

  async #mayUse(...request: Parameters<CanUseTool>): Promise<PermissionResult> {
    if (this.#terms.asksNobody) return { behavior: 'allow', updatedInput: request[1] };
    return askPerson(this.#reader, () => this.#listener, request);
  }

  #end(error: BackendError): void {
    if (this.#phase === 'gone') return;
    this.#phase = 'gone';
    this.#started.resolve();
    this.#idle.resolve();
    this.#offeredCalls.end();
    this.#listener?.fail(error);
    this.#listener = null;
    this.#onGone();
  }
}

/** Said here rather than when asked: `dontAsk` denies what would have to be asked. */
const ALLOWED = { hookSpecificOutput: { hookEventName: 'PreToolUse' as const, permissionDecision: 'allow' as const } };
