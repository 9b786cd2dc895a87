CREATE TABLE "live_spending" (
	"run_id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"cost_usd" double precision NOT NULL,
	"unpriced_tokens" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "live_spending" ADD CONSTRAINT "live_spending_run_id_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."run"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_spending" ADD CONSTRAINT "live_spending_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_spending" ADD CONSTRAINT "live_spending_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "live_spending_workspace" ON "live_spending" USING btree ("workspace_id");