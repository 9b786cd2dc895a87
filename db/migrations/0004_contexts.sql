CREATE TABLE "agent_session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"slot" text NOT NULL,
	"fingerprint" text NOT NULL,
	"turn" text NOT NULL,
	"run_id" uuid NOT NULL,
	"told" jsonb NOT NULL,
	"entries" integer NOT NULL,
	"bytes" integer NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agent_session_entry" (
	"session_id" uuid NOT NULL,
	"index" integer NOT NULL,
	"entry" text NOT NULL,
	CONSTRAINT "agent_session_entry_session_id_index_pk" PRIMARY KEY("session_id","index")
);
--> statement-breakpoint
CREATE TABLE "context_blob" (
	"conversation_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "context_blob_conversation_id_hash_pk" PRIMARY KEY("conversation_id","hash")
);
--> statement-breakpoint
CREATE TABLE "context_snapshot" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"slot" text NOT NULL,
	"seq" integer NOT NULL,
	"kind" text NOT NULL,
	"hash" text NOT NULL,
	"parent_id" uuid,
	"answer_id" text,
	"is_complete" boolean NOT NULL,
	"bytes" integer NOT NULL,
	"took_ms" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "agent_session" ADD CONSTRAINT "agent_session_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agent_session" ADD CONSTRAINT "agent_session_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agent_session_entry" ADD CONSTRAINT "agent_session_entry_session_id_agent_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."agent_session"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "context_blob" ADD CONSTRAINT "context_blob_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "context_blob" ADD CONSTRAINT "context_blob_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "context_snapshot" ADD CONSTRAINT "context_snapshot_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "context_snapshot" ADD CONSTRAINT "context_snapshot_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agent_session_place" ON "agent_session" USING btree ("conversation_id","slot");--> statement-breakpoint
CREATE INDEX "context_blob_hash" ON "context_blob" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "context_snapshot_run" ON "context_snapshot" USING btree ("run_id","slot","seq");--> statement-breakpoint
CREATE INDEX "context_snapshot_conversation" ON "context_snapshot" USING btree ("conversation_id");