CREATE TABLE "usage_entry" (
	"run_id" uuid NOT NULL,
	"slot" text NOT NULL,
	"phase" text NOT NULL,
	"backend" text NOT NULL,
	"model" text NOT NULL,
	"workspace_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"requests" integer NOT NULL,
	"input_tokens" bigint NOT NULL,
	"output_tokens" bigint NOT NULL,
	"cached_tokens" bigint NOT NULL,
	"reasoning_tokens" bigint NOT NULL,
	"unpriced_tokens" bigint NOT NULL,
	"estimated_tokens" bigint NOT NULL,
	"cost_usd" double precision,
	"price_date" text,
	CONSTRAINT "usage_entry_run_id_slot_phase_backend_model_pk" PRIMARY KEY("run_id","slot","phase","backend","model")
);
--> statement-breakpoint
ALTER TABLE "usage_entry" ADD CONSTRAINT "usage_entry_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "usage_entry" ADD CONSTRAINT "usage_entry_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "usage_entry_user" ON "usage_entry" USING btree ("user_id","at");--> statement-breakpoint
CREATE INDEX "usage_entry_workspace" ON "usage_entry" USING btree ("workspace_id","at");--> statement-breakpoint
CREATE INDEX "usage_entry_conversation" ON "usage_entry" USING btree ("conversation_id");