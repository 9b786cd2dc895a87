CREATE TABLE "mcp_call" (
	"id" uuid PRIMARY KEY NOT NULL,
	"server_id" uuid NOT NULL,
	"tool" text NOT NULL,
	"run_id" uuid,
	"user_id" uuid,
	"outcome" text NOT NULL,
	"took_ms" integer NOT NULL,
	"argument_bytes" integer NOT NULL,
	"result_bytes" integer NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mcp_secret" (
	"server_id" uuid NOT NULL,
	"name" text NOT NULL,
	"ciphertext" text NOT NULL,
	CONSTRAINT "mcp_secret_server_id_name_pk" PRIMARY KEY("server_id","name")
);
--> statement-breakpoint
CREATE TABLE "mcp_server" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"user_id" uuid,
	"name" text NOT NULL,
	"transport" jsonb NOT NULL,
	"enabled" boolean NOT NULL,
	"tool_timeout_seconds" integer NOT NULL,
	"group" text,
	"trusted" boolean NOT NULL,
	"policy" text,
	"approves_first" boolean NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"status" text DEFAULT 'unchecked' NOT NULL,
	"era" text,
	"server_info" jsonb,
	"instructions" text,
	"problem" text,
	"latency_ms" integer,
	"checked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mcp_tool" (
	"server_id" uuid NOT NULL,
	"name" text NOT NULL,
	"definition" jsonb NOT NULL,
	"hash" text NOT NULL,
	"state" text NOT NULL,
	"approved" jsonb,
	"approved_hash" text,
	"policy" text,
	"is_present" boolean DEFAULT true NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "mcp_tool_server_id_name_pk" PRIMARY KEY("server_id","name")
);
--> statement-breakpoint
CREATE TABLE "mcp_tool_rule" (
	"server_id" uuid NOT NULL,
	"tool" text NOT NULL,
	"user_id" uuid NOT NULL,
	"policy" text NOT NULL,
	CONSTRAINT "mcp_tool_rule_server_id_tool_user_id_pk" PRIMARY KEY("server_id","tool","user_id")
);
--> statement-breakpoint
ALTER TABLE "mcp_call" ADD CONSTRAINT "mcp_call_server_id_mcp_server_id_fk" FOREIGN KEY ("server_id") REFERENCES "public"."mcp_server"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mcp_call" ADD CONSTRAINT "mcp_call_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mcp_secret" ADD CONSTRAINT "mcp_secret_server_id_mcp_server_id_fk" FOREIGN KEY ("server_id") REFERENCES "public"."mcp_server"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mcp_server" ADD CONSTRAINT "mcp_server_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mcp_server" ADD CONSTRAINT "mcp_server_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mcp_tool" ADD CONSTRAINT "mcp_tool_server_id_mcp_server_id_fk" FOREIGN KEY ("server_id") REFERENCES "public"."mcp_server"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mcp_tool" ADD CONSTRAINT "mcp_tool_decided_by_user_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mcp_tool_rule" ADD CONSTRAINT "mcp_tool_rule_server_id_mcp_server_id_fk" FOREIGN KEY ("server_id") REFERENCES "public"."mcp_server"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mcp_tool_rule" ADD CONSTRAINT "mcp_tool_rule_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mcp_call_server" ON "mcp_call" USING btree ("server_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "mcp_server_name" ON "mcp_server" USING btree ("workspace_id",lower("name"));