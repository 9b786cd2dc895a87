import type { ApiOperation } from '@/lib/platform/http/openapi';
import { descriptionOf } from '@/lib/platform/http/route';
import * as apiKeysId from '../api-keys/[id]/route';
import * as apiKeys from '../api-keys/route';
import * as attachmentsIdContent from '../attachments/[id]/content/route';
import * as attachmentsId from '../attachments/[id]/route';
import * as attachments from '../attachments/route';
import * as backends from '../backends/route';
import * as checkCommands from '../check-commands/route';
import * as contextsIdDiff from '../contexts/[id]/diff/route';
import * as contextsIdFilesPath from '../contexts/[id]/files/[...path]/route';
import * as contextsIdFork from '../contexts/[id]/fork/route';
import * as contextsId from '../contexts/[id]/route';
import * as conversationsIdExport from '../conversations/[id]/export/route';
import * as conversationsIdMessagesMessageId from '../conversations/[id]/messages/[messageId]/route';
import * as conversationsIdPresence from '../conversations/[id]/presence/route';
import * as conversationsId from '../conversations/[id]/route';
import * as conversationsIdRuns from '../conversations/[id]/runs/route';
import * as conversationsIdTurns from '../conversations/[id]/turns/route';
import * as conversationsEvents from '../conversations/events/route';
import * as conversationsImport from '../conversations/import/route';
import * as conversations from '../conversations/route';
import * as importsIdEvents from '../imports/[id]/events/route';
import * as importsId from '../imports/[id]/route';
import * as invitesTokenAccept from '../invites/[token]/accept/route';
import * as invitesToken from '../invites/[token]/route';
import * as localServersFind from '../local-servers/find/route';
import * as localServers from '../local-servers/route';
import * as mcpCatalogue from '../mcp/catalogue/route';
import * as mcpChainsId from '../mcp/chains/[id]/route';
import * as mcpChainsIdRun from '../mcp/chains/[id]/run/route';
import * as mcpChains from '../mcp/chains/route';
import * as mcpServersIdAuthorization from '../mcp/servers/[id]/authorization/route';
import * as mcpServersIdAuthorize from '../mcp/servers/[id]/authorize/route';
import * as mcpServersIdHistory from '../mcp/servers/[id]/history/route';
import * as mcpServersIdMessages from '../mcp/servers/[id]/messages/route';
import * as mcpServersIdMetrics from '../mcp/servers/[id]/metrics/route';
import * as mcpServersIdPrompts from '../mcp/servers/[id]/prompts/route';
import * as mcpServersIdQuotas from '../mcp/servers/[id]/quotas/route';
import * as mcpServersIdResources from '../mcp/servers/[id]/resources/route';
import * as mcpServersId from '../mcp/servers/[id]/route';
import * as mcpServersIdTest from '../mcp/servers/[id]/test/route';
import * as mcpServersIdToolsNameCall from '../mcp/servers/[id]/tools/[name]/call/route';
import * as mcpServersIdToolsName from '../mcp/servers/[id]/tools/[name]/route';
import * as mcpServersIdTools from '../mcp/servers/[id]/tools/route';
import * as mcpServersExport from '../mcp/servers/export/route';
import * as mcpServersImport from '../mcp/servers/import/route';
import * as mcpServers from '../mcp/servers/route';
import * as meExport from '../me/export/route';
import * as meRetention from '../me/retention/route';
import * as me from '../me/route';
import * as meSettings from '../me/settings/route';
import * as promptsId from '../prompts/[id]/route';
import * as promptsExport from '../prompts/export/route';
import * as promptsImport from '../prompts/import/route';
import * as prompts from '../prompts/route';
import * as providerKeysId from '../provider-keys/[id]/route';
import * as providerKeysCheck from '../provider-keys/check/route';
import * as providerKeys from '../provider-keys/route';
import * as runsIdAnswerNow from '../runs/[id]/answer-now/route';
import * as runsIdApprovalsApprovalId from '../runs/[id]/approvals/[approvalId]/route';
import * as runsIdArchive from '../runs/[id]/archive/route';
import * as runsIdAskAgain from '../runs/[id]/ask-again/route';
import * as runsIdChoose from '../runs/[id]/choose/route';
import * as runsIdContextsDeliveredHash from '../runs/[id]/contexts/delivered/[hash]/route';
import * as runsIdContexts from '../runs/[id]/contexts/route';
import * as runsIdEvents from '../runs/[id]/events/route';
import * as runsIdFilesPath from '../runs/[id]/files/[...path]/route';
import * as runsIdFilesComparison from '../runs/[id]/files/comparison/route';
import * as runsIdFiles from '../runs/[id]/files/route';
import * as runsIdKind from '../runs/[id]/kind/route';
import * as runsIdResultsContentHash from '../runs/[id]/results/[contentHash]/route';
import * as runsId from '../runs/[id]/route';
import * as runsIdSteer from '../runs/[id]/steer/route';
import * as runsIdStop from '../runs/[id]/stop/route';
import * as runs from '../runs/route';
import * as search from '../search/route';
import * as sessionsId from '../sessions/[id]/route';
import * as sessions from '../sessions/route';
import * as sharedTokenCopy from '../shared/[token]/copy/route';
import * as sharedTokenExport from '../shared/[token]/export/route';
import * as sharedToken from '../shared/[token]/route';
import * as sharedTokenRunsRunIdEvents from '../shared/[token]/runs/[runId]/events/route';
import * as sharedTokenRunsRunIdFilesPath from '../shared/[token]/runs/[runId]/files/[...path]/route';
import * as sharedTokenRunsRunId from '../shared/[token]/runs/[runId]/route';
import * as sharedTokenUnlock from '../shared/[token]/unlock/route';
import * as sharesIdLink from '../shares/[id]/link/route';
import * as sharesId from '../shares/[id]/route';
import * as sharesPreview from '../shares/preview/route';
import * as shares from '../shares/route';
import * as teamsIdExport from '../teams/[id]/export/route';
import * as teamsId from '../teams/[id]/route';
import * as teamsImport from '../teams/import/route';
import * as teams from '../teams/route';
import * as teamsValidate from '../teams/validate/route';
import * as trustedOriginsId from '../trusted-origins/[id]/route';
import * as trustedOrigins from '../trusted-origins/route';
import * as usage from '../usage/route';
import * as usersId from '../users/[id]/route';
import * as users from '../users/route';
import * as workspacesIdAudit from '../workspaces/[id]/audit/route';
import * as workspacesIdExport from '../workspaces/[id]/export/route';
import * as workspacesIdInsights from '../workspaces/[id]/insights/route';
import * as workspacesIdInvitesInviteId from '../workspaces/[id]/invites/[inviteId]/route';
import * as workspacesIdInvites from '../workspaces/[id]/invites/route';
import * as workspacesIdMembersUserId from '../workspaces/[id]/members/[userId]/route';
import * as workspacesIdMembers from '../workspaces/[id]/members/route';
import * as workspacesIdPolicy from '../workspaces/[id]/policy/route';
import * as workspacesIdReliability from '../workspaces/[id]/reliability/route';
import * as workspacesId from '../workspaces/[id]/route';
import * as workspacesIdTransfer from '../workspaces/[id]/transfer/route';
import * as workspacesIdUsage from '../workspaces/[id]/usage/route';
import * as workspaces from '../workspaces/route';

/** Every address of the API but that of its document. A test compares them with the folders. */
const MODULES: Record<string, Record<string, unknown>> = {
  '/api/v1/api-keys/[id]': apiKeysId,
  '/api/v1/api-keys': apiKeys,
  '/api/v1/attachments/[id]/content': attachmentsIdContent,
  '/api/v1/attachments/[id]': attachmentsId,
  '/api/v1/attachments': attachments,
  '/api/v1/backends': backends,
  '/api/v1/check-commands': checkCommands,
  '/api/v1/contexts/[id]/diff': contextsIdDiff,
  '/api/v1/contexts/[id]/files/[...path]': contextsIdFilesPath,
  '/api/v1/contexts/[id]/fork': contextsIdFork,
  '/api/v1/contexts/[id]': contextsId,
  '/api/v1/conversations/[id]/export': conversationsIdExport,
  '/api/v1/conversations/[id]/messages/[messageId]': conversationsIdMessagesMessageId,
  '/api/v1/conversations/[id]': conversationsId,
  '/api/v1/conversations/[id]/runs': conversationsIdRuns,
  '/api/v1/conversations/[id]/presence': conversationsIdPresence,
  '/api/v1/conversations/[id]/turns': conversationsIdTurns,
  '/api/v1/conversations/events': conversationsEvents,
  '/api/v1/conversations/import': conversationsImport,
  '/api/v1/conversations': conversations,
  '/api/v1/imports/[id]/events': importsIdEvents,
  '/api/v1/imports/[id]': importsId,
  '/api/v1/mcp/catalogue': mcpCatalogue,
  '/api/v1/mcp/servers/[id]/authorization': mcpServersIdAuthorization,
  '/api/v1/mcp/servers/[id]/authorize': mcpServersIdAuthorize,
  '/api/v1/mcp/chains/[id]/run': mcpChainsIdRun,
  '/api/v1/mcp/chains/[id]': mcpChainsId,
  '/api/v1/mcp/chains': mcpChains,
  '/api/v1/mcp/servers/[id]/history': mcpServersIdHistory,
  '/api/v1/mcp/servers/[id]/messages': mcpServersIdMessages,
  '/api/v1/mcp/servers/[id]/metrics': mcpServersIdMetrics,
  '/api/v1/mcp/servers/[id]/prompts': mcpServersIdPrompts,
  '/api/v1/mcp/servers/[id]/resources': mcpServersIdResources,
  '/api/v1/mcp/servers/[id]/quotas': mcpServersIdQuotas,
  '/api/v1/mcp/servers/[id]': mcpServersId,
  '/api/v1/mcp/servers/[id]/test': mcpServersIdTest,
  '/api/v1/mcp/servers/[id]/tools/[name]/call': mcpServersIdToolsNameCall,
  '/api/v1/mcp/servers/[id]/tools/[name]': mcpServersIdToolsName,
  '/api/v1/mcp/servers/[id]/tools': mcpServersIdTools,
  '/api/v1/mcp/servers/export': mcpServersExport,
  '/api/v1/mcp/servers/import': mcpServersImport,
  '/api/v1/mcp/servers': mcpServers,
  '/api/v1/me/export': meExport,
  '/api/v1/me': me,
  '/api/v1/me/retention': meRetention,
  '/api/v1/me/settings': meSettings,
  '/api/v1/prompts/[id]': promptsId,
  '/api/v1/prompts/export': promptsExport,
  '/api/v1/prompts/import': promptsImport,
  '/api/v1/prompts': prompts,
  '/api/v1/provider-keys/[id]': providerKeysId,
  '/api/v1/provider-keys': providerKeys,
  '/api/v1/provider-keys/check': providerKeysCheck,
  '/api/v1/local-servers': localServers,
  '/api/v1/local-servers/find': localServersFind,
  '/api/v1/runs/[id]/answer-now': runsIdAnswerNow,
  '/api/v1/runs/[id]/approvals/[approvalId]': runsIdApprovalsApprovalId,
  '/api/v1/runs/[id]/archive': runsIdArchive,
  '/api/v1/runs/[id]/ask-again': runsIdAskAgain,
  '/api/v1/runs/[id]/choose': runsIdChoose,
  '/api/v1/runs/[id]/contexts/delivered/[hash]': runsIdContextsDeliveredHash,
  '/api/v1/runs/[id]/contexts': runsIdContexts,
  '/api/v1/runs/[id]/events': runsIdEvents,
  '/api/v1/runs/[id]/files/[...path]': runsIdFilesPath,
  '/api/v1/runs/[id]/results/[contentHash]': runsIdResultsContentHash,
  '/api/v1/runs/[id]/files/comparison': runsIdFilesComparison,
  '/api/v1/runs/[id]/files': runsIdFiles,
  '/api/v1/runs/[id]/kind': runsIdKind,
  '/api/v1/runs/[id]': runsId,
  '/api/v1/runs/[id]/steer': runsIdSteer,
  '/api/v1/runs/[id]/stop': runsIdStop,
  '/api/v1/runs': runs,
  '/api/v1/search': search,
  '/api/v1/sessions/[id]': sessionsId,
  '/api/v1/sessions': sessions,
  '/api/v1/shares': shares,
  '/api/v1/shares/[id]': sharesId,
  '/api/v1/shares/[id]/link': sharesIdLink,
  '/api/v1/shares/preview': sharesPreview,
  '/api/v1/shared/[token]': sharedToken,
  '/api/v1/shared/[token]/copy': sharedTokenCopy,
  '/api/v1/shared/[token]/export': sharedTokenExport,
  '/api/v1/shared/[token]/unlock': sharedTokenUnlock,
  '/api/v1/shared/[token]/runs/[runId]': sharedTokenRunsRunId,
  '/api/v1/shared/[token]/runs/[runId]/events': sharedTokenRunsRunIdEvents,
  '/api/v1/shared/[token]/runs/[runId]/files/[...path]': sharedTokenRunsRunIdFilesPath,
  '/api/v1/teams/[id]/export': teamsIdExport,
  '/api/v1/teams/[id]': teamsId,
  '/api/v1/teams/import': teamsImport,
  '/api/v1/teams': teams,
  '/api/v1/teams/validate': teamsValidate,
  '/api/v1/trusted-origins/[id]': trustedOriginsId,
  '/api/v1/trusted-origins': trustedOrigins,
  '/api/v1/usage': usage,
  '/api/v1/users/[id]': usersId,
  '/api/v1/users': users,
  '/api/v1/invites/[token]': invitesToken,
  '/api/v1/invites/[token]/accept': invitesTokenAccept,
  '/api/v1/workspaces/[id]': workspacesId,
  '/api/v1/workspaces/[id]/audit': workspacesIdAudit,
  '/api/v1/workspaces/[id]/invites': workspacesIdInvites,
  '/api/v1/workspaces/[id]/invites/[inviteId]': workspacesIdInvitesInviteId,
  '/api/v1/workspaces/[id]/members': workspacesIdMembers,
  '/api/v1/workspaces/[id]/members/[userId]': workspacesIdMembersUserId,
  '/api/v1/workspaces/[id]/transfer': workspacesIdTransfer,
  '/api/v1/workspaces/[id]/export': workspacesIdExport,
  '/api/v1/workspaces/[id]/insights': workspacesIdInsights,
  '/api/v1/workspaces/[id]/usage': workspacesIdUsage,
  '/api/v1/workspaces/[id]/policy': workspacesIdPolicy,
  '/api/v1/workspaces/[id]/reliability': workspacesIdReliability,
  '/api/v1/workspaces': workspaces,
};

/** What the routes say of themselves. */
export function describedRoutes(): ApiOperation[] {
  return Object.entries(MODULES).flatMap(([path, module]) =>
    Object.entries(module).flatMap(([method, handler]) => {
      const description = descriptionOf(handler);
      return description ? [{ method, path, ...description }] : [];
    }),
  );
}
