CREATE TABLE "share" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"leaf_id" uuid NOT NULL,
	"level" text NOT NULL,
	"system_messages" boolean DEFAULT false NOT NULL,
	"mode" text NOT NULL,
	"audience" text NOT NULL,
	"people" text[] DEFAULT '{}' NOT NULL,
	"password_hash" text,
	"token_hash" text NOT NULL,
	"token_ciphertext" text NOT NULL,
	"title" text,
	"snapshot" jsonb,
	"version" integer DEFAULT 1 NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"views" integer DEFAULT 0 NOT NULL,
	"last_viewed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "share_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "share" ADD CONSTRAINT "share_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share" ADD CONSTRAINT "share_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share" ADD CONSTRAINT "share_owner_id_user_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "share_owner" ON "share" USING btree ("owner_id","created_at");--> statement-breakpoint
CREATE INDEX "share_conversation" ON "share" USING btree ("conversation_id");--> statement-breakpoint
CREATE INDEX "share_workspace" ON "share" USING btree ("workspace_id");