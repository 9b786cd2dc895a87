/** The name of the MCP server that comes with the application and runs inside of it. No other server has it. */
export const EXAMPLE_SERVER = 'example';
