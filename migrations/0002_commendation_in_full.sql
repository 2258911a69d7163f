CREATE TABLE "recoveries" (
	"locality_id" text NOT NULL,
	"award_id" uuid NOT NULL,
	"ground" text,
	"decision_number" text,
	"decided_on" date,
	"insignia_due" boolean NOT NULL,
	"amount_due" bigint NOT NULL,
	"insignia_returned_on" date,
	"insignia_receipt" text,
	"money_returned_on" date,
	"money_receipt" text,
	CONSTRAINT "recoveries_locality_id_award_id_pk" PRIMARY KEY("locality_id","award_id")
);
--> statement-breakpoint
CREATE TABLE "household_recipients" (
	"locality_id" text NOT NULL,
	"decision_id" uuid NOT NULL,
	"household_id" uuid NOT NULL,
	"review_id" uuid NOT NULL,
	"village_id" uuid NOT NULL,
	"honour" text NOT NULL,
	"year" integer NOT NULL,
	"place" integer NOT NULL,
	"subject_name" text NOT NULL,
	"subject_note" text NOT NULL,
	"achievement" text NOT NULL,
	"verdict" text NOT NULL,
	"failing" jsonb NOT NULL,
	"rulebook_hash" text NOT NULL,
	"input" jsonb NOT NULL,
	"standing" boolean NOT NULL,
	"award_id" uuid,
	"revocation_reason" text,
	CONSTRAINT "household_recipients_locality_id_decision_id_household_id_pk" PRIMARY KEY("locality_id","decision_id","household_id")
);
--> statement-breakpoint
CREATE TABLE "household_registrations" (
	"locality_id" text NOT NULL,
	"review_id" uuid NOT NULL,
	"household_id" uuid NOT NULL,
	"village_id" uuid NOT NULL,
	"registered_on" date NOT NULL,
	"late_reason" text,
	"scores" jsonb NOT NULL,
	"points" text,
	"violations" jsonb NOT NULL,
	"agree" integer,
	"note" text,
	"outcome" text,
	"reasons" jsonb,
	"verdict" text,
	"failing" jsonb,
	"rulebook_hash" text,
	"input" jsonb,
	CONSTRAINT "household_registrations_locality_id_review_id_household_id_pk" PRIMARY KEY("locality_id","review_id","household_id")
);
--> statement-breakpoint
CREATE TABLE "household_reviews" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"commune_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"registration_due_on" date NOT NULL,
	"criteria" jsonb NOT NULL,
	"pass_mark" text,
	"scale_instrument" text,
	"quorum_percent" integer NOT NULL,
	"agree_percent" integer NOT NULL,
	"share_instrument" text,
	"posting_days" integer,
	"posting_instrument" text,
	"posted_from_on" date,
	"posted_to_on" date,
	"posting_place" text,
	"closed_on" date,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "household_reviews_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE TABLE "households" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"commune_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"code" text,
	"head_name" text NOT NULL,
	"head_folded" text NOT NULL,
	"address" text,
	"from_on" date NOT NULL,
	"to_on" date,
	CONSTRAINT "households_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE TABLE "posting_remarks" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"review_id" uuid NOT NULL,
	"village_id" uuid,
	"received_on" date NOT NULL,
	"remark" text NOT NULL,
	"answer" text,
	"answered_on" date,
	CONSTRAINT "posting_remarks_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE TABLE "village_meetings" (
	"locality_id" text NOT NULL,
	"review_id" uuid NOT NULL,
	"village_id" uuid NOT NULL,
	"met_on" date NOT NULL,
	"called" integer NOT NULL,
	"present" integer NOT NULL,
	"chair_name" text NOT NULL,
	"secretary_name" text NOT NULL,
	"scan_file_id" uuid,
	CONSTRAINT "village_meetings_locality_id_review_id_village_id_pk" PRIMARY KEY("locality_id","review_id","village_id")
);
--> statement-breakpoint
CREATE TABLE "clearance_lines" (
	"locality_id" text NOT NULL,
	"round_id" uuid NOT NULL,
	"nomination_id" uuid NOT NULL,
	"answer" text,
	"answered_on" date,
	"note" text,
	"file_id" uuid,
	CONSTRAINT "clearance_lines_locality_id_round_id_nomination_id_pk" PRIMARY KEY("locality_id","round_id","nomination_id")
);
--> statement-breakpoint
CREATE TABLE "clearance_rounds" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"matter" text NOT NULL,
	"body_unit_id" uuid,
	"body_name" text NOT NULL,
	"letter_number" text,
	"asked_on" date NOT NULL,
	"due_on" date NOT NULL,
	"silence" text NOT NULL,
	"silence_basis" text,
	"withdrawn_on" date,
	"withdraw_reason" text,
	CONSTRAINT "clearance_rounds_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE TABLE "clearance_rules" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"applies" text NOT NULL,
	"matter" text NOT NULL,
	"days" integer NOT NULL,
	"silence" text NOT NULL,
	"instrument" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	CONSTRAINT "clearance_rules_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE TABLE "complaints" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"nomination_id" uuid NOT NULL,
	"sort" text NOT NULL,
	"received_on" date NOT NULL,
	"received_number" text NOT NULL,
	"from_name" text,
	"content" text NOT NULL,
	"accepted_on" date,
	"accepted_document" text,
	"refused_on" date,
	"refusal_reason" text,
	"settled_on" date,
	"settled_document" text,
	"outcome" text,
	"outcome_text" text,
	CONSTRAINT "complaints_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE TABLE "unit_meeting_votes" (
	"locality_id" text NOT NULL,
	"meeting_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"person_id" uuid,
	"subject_unit_id" uuid,
	"name" text NOT NULL,
	"votes_for" integer NOT NULL,
	"proposed" boolean NOT NULL,
	"nomination_id" uuid,
	CONSTRAINT "unit_meeting_votes_locality_id_meeting_id_place_pk" PRIMARY KEY("locality_id","meeting_id","place")
);
--> statement-breakpoint
CREATE TABLE "unit_meetings" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"honour" text NOT NULL,
	"year" integer NOT NULL,
	"held_on" date NOT NULL,
	"place" text,
	"chair_name" text NOT NULL,
	"secretary_name" text NOT NULL,
	"mode" text NOT NULL,
	"members" integer NOT NULL,
	"present" integer NOT NULL,
	"least_percent" integer,
	"least_of" text,
	"least_basis" text,
	"scan_file_id" uuid,
	CONSTRAINT "unit_meetings_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE TABLE "level_stays" (
	"locality_id" text NOT NULL,
	"nomination_id" uuid NOT NULL,
	"level_unit_id" uuid NOT NULL,
	"first_on" date NOT NULL,
	CONSTRAINT "level_stays_locality_id_nomination_id_level_unit_id_pk" PRIMARY KEY("locality_id","nomination_id","level_unit_id")
);
--> statement-breakpoint
CREATE TABLE "package_entries" (
	"locality_id" text NOT NULL,
	"package_id" uuid NOT NULL,
	"nomination_id" uuid NOT NULL,
	"position" integer,
	"outcome" text,
	"reason" text,
	CONSTRAINT "package_entries_locality_id_package_id_nomination_id_pk" PRIMARY KEY("locality_id","package_id","nomination_id")
);
--> statement-breakpoint
CREATE TABLE "package_result_lines" (
	"locality_id" text NOT NULL,
	"result_id" uuid NOT NULL,
	"nomination_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"reason" text,
	CONSTRAINT "package_result_lines_locality_id_result_id_nomination_id_pk" PRIMARY KEY("locality_id","result_id","nomination_id")
);
--> statement-breakpoint
CREATE TABLE "package_results" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"package_id" uuid NOT NULL,
	"state" text NOT NULL,
	"decision_number" text NOT NULL,
	"decided_on" date NOT NULL,
	"issuer" text NOT NULL,
	"signer_name" text NOT NULL,
	"signer_title" text NOT NULL,
	"scan_file_id" uuid NOT NULL,
	"recorded_by" uuid NOT NULL,
	"confirmed_by" uuid,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "package_results_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE TABLE "packages" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"to_authority" text NOT NULL,
	"addressee" text NOT NULL,
	"title" text NOT NULL,
	"state" text NOT NULL,
	"letter_number" text,
	"letter_on" date,
	"signer_name" text,
	"signer_title" text,
	"letter_file_id" uuid,
	"content" text,
	"sha256" text,
	"sent_on" date,
	"created_on" date NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "packages_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE TABLE "receipt_counters" (
	"locality_id" text NOT NULL,
	"year" integer NOT NULL,
	"last_number" integer NOT NULL,
	CONSTRAINT "receipt_counters_locality_id_year_pk" PRIMARY KEY("locality_id","year")
);
--> statement-breakpoint
CREATE TABLE "receipt_lines" (
	"locality_id" text NOT NULL,
	"receipt_id" uuid NOT NULL,
	"nomination_id" uuid NOT NULL,
	"due_on" date,
	"instrument" text,
	CONSTRAINT "receipt_lines_locality_id_receipt_id_nomination_id_pk" PRIMARY KEY("locality_id","receipt_id","nomination_id")
);
--> statement-breakpoint
CREATE TABLE "receipts" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"year" integer NOT NULL,
	"number" integer NOT NULL,
	"unit_id" uuid NOT NULL,
	"list_id" uuid,
	"received_on" date NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "receipts_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE TABLE "route_levels" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"level_unit_id" uuid NOT NULL,
	"order_no" integer NOT NULL,
	"unit_kind" text,
	"unit_ids" uuid[] NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	"basis" text NOT NULL,
	CONSTRAINT "route_levels_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE TABLE "submission_entries" (
	"locality_id" text NOT NULL,
	"list_id" uuid NOT NULL,
	"nomination_id" uuid NOT NULL,
	"position" integer,
	"to_unit_id" uuid,
	CONSTRAINT "submission_entries_locality_id_list_id_nomination_id_pk" PRIMARY KEY("locality_id","list_id","nomination_id")
);
--> statement-breakpoint
CREATE TABLE "submission_lists" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"state" text NOT NULL,
	"letter_number" text,
	"letter_on" date,
	"signer_name" text,
	"signer_title" text,
	"letter_file_id" uuid,
	"sent_on" date,
	"created_on" date NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "submission_lists_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
ALTER TABLE "nomination_documents" ALTER COLUMN "file_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "awards" ADD COLUMN "household_id" uuid;--> statement-breakpoint
ALTER TABLE "external_awards" ADD COLUMN "household_id" uuid;--> statement-breakpoint
ALTER TABLE "initiative_recognitions" ADD COLUMN "signer_name" text;--> statement-breakpoint
ALTER TABLE "initiative_recognitions" ADD COLUMN "signer_title" text;--> statement-breakpoint
ALTER TABLE "nominations" ADD COLUMN "procedure" text DEFAULT 'usual' NOT NULL;--> statement-breakpoint
ALTER TABLE "nominations" ADD COLUMN "level_unit_id" uuid;--> statement-breakpoint
ALTER TABLE "nominations" ADD COLUMN "level_order" integer;--> statement-breakpoint
ALTER TABLE "nominations" ADD COLUMN "due_on" date;--> statement-breakpoint
ALTER TABLE "unit_versions" ADD COLUMN "staff_managed_by" text;--> statement-breakpoint
CREATE UNIQUE INDEX "household_recipients_locality_id_household_id_honour_year_index" ON "household_recipients" USING btree ("locality_id","household_id","honour","year") WHERE standing;--> statement-breakpoint
CREATE INDEX "household_recipients_locality_id_review_id_index" ON "household_recipients" USING btree ("locality_id","review_id");--> statement-breakpoint
CREATE INDEX "household_recipients_locality_id_award_id_index" ON "household_recipients" USING btree ("locality_id","award_id");--> statement-breakpoint
CREATE INDEX "household_registrations_locality_id_review_id_village_id_index" ON "household_registrations" USING btree ("locality_id","review_id","village_id");--> statement-breakpoint
CREATE INDEX "household_registrations_locality_id_household_id_index" ON "household_registrations" USING btree ("locality_id","household_id");--> statement-breakpoint
CREATE UNIQUE INDEX "household_reviews_locality_id_commune_id_year_index" ON "household_reviews" USING btree ("locality_id","commune_id","year");--> statement-breakpoint
CREATE UNIQUE INDEX "households_locality_id_commune_id_code_index" ON "households" USING btree ("locality_id","commune_id","code");--> statement-breakpoint
CREATE INDEX "households_locality_id_unit_id_index" ON "households" USING btree ("locality_id","unit_id");--> statement-breakpoint
CREATE INDEX "households_locality_id_commune_id_head_folded_index" ON "households" USING btree ("locality_id","commune_id","head_folded");--> statement-breakpoint
CREATE INDEX "posting_remarks_locality_id_review_id_index" ON "posting_remarks" USING btree ("locality_id","review_id");--> statement-breakpoint
CREATE INDEX "clearance_lines_locality_id_nomination_id_index" ON "clearance_lines" USING btree ("locality_id","nomination_id");--> statement-breakpoint
CREATE INDEX "clearance_rounds_locality_id_body_unit_id_index" ON "clearance_rounds" USING btree ("locality_id","body_unit_id");--> statement-breakpoint
CREATE INDEX "clearance_rounds_locality_id_asked_on_index" ON "clearance_rounds" USING btree ("locality_id","asked_on");--> statement-breakpoint
CREATE INDEX "complaints_locality_id_nomination_id_index" ON "complaints" USING btree ("locality_id","nomination_id");--> statement-breakpoint
CREATE INDEX "unit_meeting_votes_locality_id_nomination_id_index" ON "unit_meeting_votes" USING btree ("locality_id","nomination_id");--> statement-breakpoint
CREATE INDEX "unit_meetings_locality_id_unit_id_index" ON "unit_meetings" USING btree ("locality_id","unit_id");--> statement-breakpoint
CREATE INDEX "level_stays_locality_id_level_unit_id_index" ON "level_stays" USING btree ("locality_id","level_unit_id");--> statement-breakpoint
CREATE INDEX "package_entries_locality_id_nomination_id_index" ON "package_entries" USING btree ("locality_id","nomination_id");--> statement-breakpoint
CREATE INDEX "package_results_locality_id_package_id_index" ON "package_results" USING btree ("locality_id","package_id");--> statement-breakpoint
CREATE INDEX "receipt_lines_locality_id_nomination_id_index" ON "receipt_lines" USING btree ("locality_id","nomination_id");--> statement-breakpoint
CREATE UNIQUE INDEX "receipts_locality_id_year_number_index" ON "receipts" USING btree ("locality_id","year","number");--> statement-breakpoint
CREATE INDEX "receipts_locality_id_unit_id_index" ON "receipts" USING btree ("locality_id","unit_id");--> statement-breakpoint
CREATE INDEX "submission_entries_locality_id_nomination_id_index" ON "submission_entries" USING btree ("locality_id","nomination_id");--> statement-breakpoint
CREATE INDEX "submission_lists_locality_id_unit_id_index" ON "submission_lists" USING btree ("locality_id","unit_id");--> statement-breakpoint
CREATE INDEX "awards_locality_id_household_id_index" ON "awards" USING btree ("locality_id","household_id");--> statement-breakpoint
CREATE INDEX "external_awards_locality_id_household_id_index" ON "external_awards" USING btree ("locality_id","household_id");--> statement-breakpoint
CREATE INDEX "nominations_locality_id_level_unit_id_index" ON "nominations" USING btree ("locality_id","level_unit_id");