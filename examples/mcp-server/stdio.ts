/** The example server over standard input and output, for any program that speaks MCP: `node examples/mcp-server/stdio.ts`. */
import { StdioServerTransport } from '@modelcontextprotocol/server/stdio';
import { createExampleServer } from './create-example-server.ts';

await createExampleServer().connect(new StdioServerTransport());
