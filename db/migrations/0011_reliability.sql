CREATE TABLE "reliability_observation" (
	"run_id" uuid NOT NULL,
	"slot" text NOT NULL,
	"workspace_id" uuid NOT NULL,
	"backend" text NOT NULL,
	"model" text NOT NULL,
	"kind" text NOT NULL,
	"source" text NOT NULL,
	"is_right" boolean NOT NULL,
	"weight" double precision NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reliability_observation_run_id_slot_pk" PRIMARY KEY("run_id","slot")
);
--> statement-breakpoint
CREATE TABLE "reliability_off" (
	"workspace_id" uuid PRIMARY KEY NOT NULL
);
--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "chosen" jsonb;--> statement-breakpoint
ALTER TABLE "reliability_observation" ADD CONSTRAINT "reliability_observation_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reliability_off" ADD CONSTRAINT "reliability_off_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reliability_observation_model" ON "reliability_observation" USING btree ("workspace_id","backend","model");