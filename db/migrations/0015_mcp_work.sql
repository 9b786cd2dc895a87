CREATE TABLE "mcp_chain" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"user_id" uuid,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"input_schema" jsonb NOT NULL,
	"steps" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mcp_health" (
	"server_id" uuid NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ok" boolean NOT NULL,
	"latency_ms" integer,
	"problem" text
);
--> statement-breakpoint
CREATE TABLE "mcp_quota" (
	"server_id" uuid NOT NULL,
	"tool" text NOT NULL,
	"calls_per_minute" integer,
	"calls_per_day" integer,
	CONSTRAINT "mcp_quota_server_id_tool_pk" PRIMARY KEY("server_id","tool")
);
--> statement-breakpoint
ALTER TABLE "mcp_chain" ADD CONSTRAINT "mcp_chain_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mcp_chain" ADD CONSTRAINT "mcp_chain_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mcp_health" ADD CONSTRAINT "mcp_health_server_id_mcp_server_id_fk" FOREIGN KEY ("server_id") REFERENCES "public"."mcp_server"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mcp_quota" ADD CONSTRAINT "mcp_quota_server_id_mcp_server_id_fk" FOREIGN KEY ("server_id") REFERENCES "public"."mcp_server"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "mcp_chain_name" ON "mcp_chain" USING btree ("workspace_id",lower("name"));--> statement-breakpoint
CREATE INDEX "mcp_health_server" ON "mcp_health" USING btree ("server_id","at");