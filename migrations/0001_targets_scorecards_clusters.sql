CREATE TABLE "cluster_heads" (
	"locality_id" text NOT NULL,
	"cluster_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"head_unit_id" uuid NOT NULL,
	"deputy_unit_id" uuid,
	"elected_on" date NOT NULL,
	"basis" text NOT NULL,
	CONSTRAINT "cluster_heads_locality_id_cluster_id_year_pk" PRIMARY KEY("locality_id","cluster_id","year")
);
--> statement-breakpoint
CREATE TABLE "target_actuals" (
	"locality_id" text NOT NULL,
	"target_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"month" integer NOT NULL,
	"version" integer NOT NULL,
	"value" numeric NOT NULL,
	"evidence" text,
	"file_id" uuid,
	"on_site" boolean NOT NULL,
	"reason" text,
	"source" text NOT NULL,
	"entered_by" text NOT NULL,
	"entered_on" date NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "target_actuals_locality_id_target_id_unit_id_month_version_pk" PRIMARY KEY("locality_id","target_id","unit_id","month","version")
);
--> statement-breakpoint
CREATE TABLE "target_plans" (
	"locality_id" text NOT NULL,
	"target_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"from_on" date NOT NULL,
	"assigned_from_above" numeric,
	"voted" numeric,
	"reason" text,
	"entered_by" text NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "target_plans_locality_id_target_id_unit_id_revision_pk" PRIMARY KEY("locality_id","target_id","unit_id","revision")
);
--> statement-breakpoint
CREATE TABLE "targets" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"code" text NOT NULL,
	"title" text NOT NULL,
	"target_group" text NOT NULL,
	"measure" text NOT NULL,
	"decimals" integer NOT NULL,
	"direction" text NOT NULL,
	"reckoning" text NOT NULL,
	"roll_up" text NOT NULL,
	"reporting" text NOT NULL,
	"report_day" integer DEFAULT 5 NOT NULL,
	"campaign_id" uuid,
	"basis" text,
	"status" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"assigned_on" date,
	"closed_on" date,
	CONSTRAINT "targets_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE TABLE "leading_proposals" (
	"locality_id" text NOT NULL,
	"round_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"honour" text NOT NULL,
	"voters" integer NOT NULL,
	"proposed_on" date NOT NULL,
	"reason" text,
	CONSTRAINT "leading_proposals_locality_id_round_id_unit_id_pk" PRIMARY KEY("locality_id","round_id","unit_id")
);
--> statement-breakpoint
CREATE TABLE "leading_votes" (
	"locality_id" text NOT NULL,
	"round_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"votes" integer NOT NULL,
	CONSTRAINT "leading_votes_locality_id_round_id_unit_id_pk" PRIMARY KEY("locality_id","round_id","unit_id")
);
--> statement-breakpoint
CREATE TABLE "round_pairs" (
	"locality_id" text NOT NULL,
	"round_id" uuid NOT NULL,
	"scorer_unit_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	CONSTRAINT "round_pairs_locality_id_round_id_scorer_unit_id_unit_id_pk" PRIMARY KEY("locality_id","round_id","scorer_unit_id","unit_id")
);
--> statement-breakpoint
CREATE TABLE "round_publications" (
	"locality_id" text NOT NULL,
	"round_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"published_by" text,
	"published_on" date NOT NULL,
	"decision_number" text,
	"decided_on" date,
	"reason" text,
	"content" json NOT NULL,
	"log_entry_id" uuid NOT NULL,
	CONSTRAINT "round_publications_locality_id_round_id_number_pk" PRIMARY KEY("locality_id","round_id","number")
);
--> statement-breakpoint
CREATE TABLE "round_units" (
	"locality_id" text NOT NULL,
	"round_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	CONSTRAINT "round_units_locality_id_round_id_unit_id_pk" PRIMARY KEY("locality_id","round_id","unit_id")
);
--> statement-breakpoint
CREATE TABLE "score_evidence" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"title" text NOT NULL,
	"document_number" text,
	"document_on" date,
	"file_id" uuid,
	"on_site" boolean NOT NULL,
	"criteria" text[] NOT NULL,
	"added_by" text,
	"added_on" date NOT NULL,
	"removed_on" date,
	CONSTRAINT "score_evidence_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE TABLE "score_exemptions" (
	"locality_id" text NOT NULL,
	"round_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"criterion" text NOT NULL,
	"reason" text NOT NULL,
	"set_by" text,
	"set_on" date NOT NULL,
	CONSTRAINT "score_exemptions_locality_id_round_id_unit_id_criterion_pk" PRIMARY KEY("locality_id","round_id","unit_id","criterion")
);
--> statement-breakpoint
CREATE TABLE "score_objections" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"criterion" text NOT NULL,
	"raised_by_unit_id" uuid NOT NULL,
	"raised_by" text,
	"raised_on" date NOT NULL,
	"text" text NOT NULL,
	"settled_by" text,
	"settled_on" date,
	"upheld" boolean,
	"settlement" text,
	CONSTRAINT "score_objections_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE TABLE "score_sheets" (
	"locality_id" text NOT NULL,
	"round_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"stage" text NOT NULL,
	"stated_by_unit_id" uuid NOT NULL,
	"submitted_by" text,
	"submitted_on" date NOT NULL,
	"late_reason" text,
	"file_id" uuid,
	CONSTRAINT "score_sheets_locality_id_round_id_unit_id_stage_stated_by_unit_id_pk" PRIMARY KEY("locality_id","round_id","unit_id","stage","stated_by_unit_id")
);
--> statement-breakpoint
CREATE TABLE "score_statements" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"stage" text NOT NULL,
	"stated_by_unit_id" uuid NOT NULL,
	"fact" text NOT NULL,
	"value" jsonb NOT NULL,
	"reason" text,
	"stated_by" text,
	"stated_at" timestamp with time zone NOT NULL,
	"seq" integer NOT NULL,
	CONSTRAINT "score_statements_locality_id_round_id_seq_pk" PRIMARY KEY("locality_id","round_id","seq")
);
--> statement-breakpoint
CREATE TABLE "scorecards" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"title" text NOT NULL,
	"purpose" text NOT NULL,
	"ready_id" text,
	"copied_from" uuid,
	"status" text NOT NULL,
	"content" jsonb NOT NULL,
	"published_on" date,
	"created_at" timestamp with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "scorecards_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE TABLE "scoring_rounds" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"cluster_id" uuid,
	"card_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"title" text NOT NULL,
	"status" text NOT NULL,
	"opened_on" date NOT NULL,
	"self_due_on" date NOT NULL,
	"cross_due_on" date NOT NULL,
	"appraisal_due_on" date NOT NULL,
	"meeting_on" date NOT NULL,
	"scorers_per_unit" integer NOT NULL,
	"draw_seed" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "scoring_rounds_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE INDEX "target_actuals_locality_id_unit_id_index" ON "target_actuals" USING btree ("locality_id","unit_id");--> statement-breakpoint
CREATE INDEX "target_plans_locality_id_unit_id_index" ON "target_plans" USING btree ("locality_id","unit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "targets_locality_id_unit_id_year_code_index" ON "targets" USING btree ("locality_id","unit_id","year","code");--> statement-breakpoint
CREATE INDEX "targets_locality_id_year_index" ON "targets" USING btree ("locality_id","year");--> statement-breakpoint
CREATE INDEX "targets_locality_id_campaign_id_index" ON "targets" USING btree ("locality_id","campaign_id");--> statement-breakpoint
CREATE INDEX "round_units_locality_id_unit_id_index" ON "round_units" USING btree ("locality_id","unit_id");--> statement-breakpoint
CREATE INDEX "score_evidence_locality_id_round_id_unit_id_index" ON "score_evidence" USING btree ("locality_id","round_id","unit_id");--> statement-breakpoint
CREATE INDEX "score_objections_locality_id_round_id_index" ON "score_objections" USING btree ("locality_id","round_id");--> statement-breakpoint
CREATE INDEX "score_statements_locality_id_round_id_unit_id_index" ON "score_statements" USING btree ("locality_id","round_id","unit_id");--> statement-breakpoint
CREATE INDEX "scorecards_locality_id_year_index" ON "scorecards" USING btree ("locality_id","year");--> statement-breakpoint
CREATE INDEX "scoring_rounds_locality_id_cluster_id_index" ON "scoring_rounds" USING btree ("locality_id","cluster_id");--> statement-breakpoint
CREATE INDEX "scoring_rounds_locality_id_card_id_index" ON "scoring_rounds" USING btree ("locality_id","card_id");