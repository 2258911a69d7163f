CREATE TABLE "council_members" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"council_id" uuid NOT NULL,
	"user_id" uuid,
	"person_id" uuid,
	"name" text NOT NULL,
	"position" text NOT NULL,
	"unit_id" uuid,
	"from_on" date NOT NULL,
	"to_on" date,
	CONSTRAINT "council_members_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE TABLE "council_sessions" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"council_id" uuid NOT NULL,
	"title" text NOT NULL,
	"held_on" date NOT NULL,
	"place" text,
	"in_writing" boolean NOT NULL,
	"status" text NOT NULL,
	"agenda" text[] NOT NULL,
	"conclusion" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "council_sessions_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE TABLE "councils" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"basis" text NOT NULL,
	"formed_on" date NOT NULL,
	"ended_on" date,
	CONSTRAINT "councils_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE TABLE "session_conflicts" (
	"locality_id" text NOT NULL,
	"session_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"ground" text NOT NULL,
	"found" boolean NOT NULL,
	"note" text,
	"recused" boolean,
	"decided_by" text,
	"reason" text,
	CONSTRAINT "session_conflicts_locality_id_session_id_member_id_subject_id_pk" PRIMARY KEY("locality_id","session_id","member_id","subject_id")
);
--> statement-breakpoint
CREATE TABLE "session_members" (
	"locality_id" text NOT NULL,
	"session_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"attendance" text NOT NULL,
	"teller" boolean NOT NULL,
	CONSTRAINT "session_members_locality_id_session_id_member_id_pk" PRIMARY KEY("locality_id","session_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "yearly_ratings" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"person_id" uuid,
	"subject_unit_id" uuid,
	"year" integer NOT NULL,
	"rating" text NOT NULL,
	"decision_number" text NOT NULL,
	"decided_on" date NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "yearly_ratings_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE TABLE "initiative_authors" (
	"locality_id" text NOT NULL,
	"initiative_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"share_percent" text NOT NULL,
	CONSTRAINT "initiative_authors_locality_id_initiative_id_person_id_pk" PRIMARY KEY("locality_id","initiative_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "initiative_recognitions" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"scope" text NOT NULL,
	"decision_number" text NOT NULL,
	"decided_on" date NOT NULL,
	"by_unit_id" uuid NOT NULL,
	"recognised_by" text NOT NULL,
	"valid_until" date,
	"entered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "initiative_recognitions_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE TABLE "initiative_reviews" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"minutes_number" text NOT NULL,
	"held_on" date NOT NULL,
	"threshold" text NOT NULL,
	"mean" text NOT NULL,
	"scorers" integer NOT NULL,
	"entered_by" text NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "initiative_reviews_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE TABLE "initiative_scores" (
	"locality_id" text NOT NULL,
	"review_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"scorer" text NOT NULL,
	"novelty" text NOT NULL,
	"effect" text NOT NULL,
	"spread" text NOT NULL,
	CONSTRAINT "initiative_scores_locality_id_review_id_seq_pk" PRIMARY KEY("locality_id","review_id","seq")
);
--> statement-breakpoint
CREATE TABLE "initiatives" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"title" text NOT NULL,
	"title_folded" text NOT NULL,
	"field" text,
	"problem" text NOT NULL,
	"solution" text NOT NULL,
	"effect" text NOT NULL,
	"status" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "initiatives_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE TABLE "nomination_documents" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"nomination_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"file_id" uuid NOT NULL,
	"title" text NOT NULL,
	"number" text,
	"document_on" date,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "nomination_documents_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE TABLE "comment_buckets" (
	"locality_id" text NOT NULL,
	"notice_id" uuid NOT NULL,
	"is_protected" boolean NOT NULL,
	"tokens" integer NOT NULL,
	"minute" integer NOT NULL,
	CONSTRAINT "comment_buckets_locality_id_notice_id_is_protected_pk" PRIMARY KEY("locality_id","notice_id","is_protected")
);
--> statement-breakpoint
CREATE TABLE "notice_comments" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"notice_id" uuid NOT NULL,
	"subject_id" uuid,
	"kind_claimed" text NOT NULL,
	"sort" text,
	"sort_reason" text,
	"text" text NOT NULL,
	"author_name" text,
	"author_contact" text,
	"is_protected" boolean NOT NULL,
	"receipt_hash" text NOT NULL,
	"received_on" date NOT NULL,
	"answer" text,
	"answered_on" date,
	"answer_public" boolean DEFAULT false NOT NULL,
	"accepted_on" date,
	"accepted_document" text,
	"closed_on" date,
	"closed_document" text,
	"outcome" text,
	CONSTRAINT "notice_comments_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE TABLE "notice_subjects" (
	"locality_id" text NOT NULL,
	"notice_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"name" text NOT NULL,
	"note" text NOT NULL,
	"achievement" text NOT NULL,
	"taken_off_on" date,
	CONSTRAINT "notice_subjects_locality_id_notice_id_subject_id_pk" PRIMARY KEY("locality_id","notice_id","subject_id")
);
--> statement-breakpoint
CREATE TABLE "public_notices" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"honour" text NOT NULL,
	"year" integer NOT NULL,
	"title" text NOT NULL,
	"days" integer NOT NULL,
	"basis" text,
	"least_until" date,
	"from_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"closed_on" date,
	"close_reason" text,
	CONSTRAINT "public_notices_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE TABLE "cluster_events" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"cluster_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"due_on" date NOT NULL,
	"host_unit_id" uuid,
	"held_on" date,
	"summary" text,
	"minutes_file_id" uuid,
	"reminded_on" date,
	"cancelled_on" date,
	"cancel_reason" text,
	CONSTRAINT "cluster_events_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
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
CREATE TABLE "cluster_inspections" (
	"locality_id" text NOT NULL,
	"event_id" uuid NOT NULL,
	"inspector_unit_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"inspected_on" date,
	"findings" text,
	"strengths" text,
	"weaknesses" text,
	"minutes_file_id" uuid,
	CONSTRAINT "cluster_inspections_locality_id_event_id_inspector_unit_id_unit_id_pk" PRIMARY KEY("locality_id","event_id","inspector_unit_id","unit_id")
);
--> statement-breakpoint
CREATE TABLE "cluster_models" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"cluster_id" uuid NOT NULL,
	"event_id" uuid,
	"unit_id" uuid NOT NULL,
	"title" text NOT NULL,
	"what" text NOT NULL,
	"result" text NOT NULL,
	"shared_on" date NOT NULL,
	CONSTRAINT "cluster_models_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE TABLE "cluster_pacts" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"cluster_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"articles" jsonb NOT NULL,
	"targets" text,
	"drafted_on" date NOT NULL,
	"completed_on" date,
	CONSTRAINT "cluster_pacts_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE TABLE "model_adoptions" (
	"locality_id" text NOT NULL,
	"model_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"note" text NOT NULL,
	"adopted_on" date NOT NULL,
	CONSTRAINT "model_adoptions_locality_id_model_id_unit_id_pk" PRIMARY KEY("locality_id","model_id","unit_id")
);
--> statement-breakpoint
CREATE TABLE "pact_signatures" (
	"locality_id" text NOT NULL,
	"pact_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"signer_name" text NOT NULL,
	"signer_title" text NOT NULL,
	"signed_on" date NOT NULL,
	"source" text NOT NULL,
	"scan_file_id" uuid,
	CONSTRAINT "pact_signatures_locality_id_pact_id_unit_id_pk" PRIMARY KEY("locality_id","pact_id","unit_id")
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
CREATE TABLE "ballot_box" (
	"locality_id" text NOT NULL,
	"motion_id" uuid NOT NULL,
	"token" text NOT NULL,
	"signature" text NOT NULL,
	"choice" text NOT NULL,
	CONSTRAINT "ballot_box_locality_id_motion_id_token_pk" PRIMARY KEY("locality_id","motion_id","token")
);
--> statement-breakpoint
CREATE TABLE "ballot_keys" (
	"locality_id" text NOT NULL,
	"motion_id" uuid NOT NULL,
	"public_key" text NOT NULL,
	"private_key" text,
	CONSTRAINT "ballot_keys_locality_id_motion_id_pk" PRIMARY KEY("locality_id","motion_id")
);
--> statement-breakpoint
CREATE TABLE "ballot_records" (
	"locality_id" text NOT NULL,
	"motion_id" uuid NOT NULL,
	"content" json NOT NULL,
	"log_entry_id" uuid NOT NULL,
	CONSTRAINT "ballot_records_locality_id_motion_id_pk" PRIMARY KEY("locality_id","motion_id")
);
--> statement-breakpoint
CREATE TABLE "ballot_roll" (
	"locality_id" text NOT NULL,
	"motion_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"blinded" text NOT NULL,
	"blind_signature" text NOT NULL,
	CONSTRAINT "ballot_roll_locality_id_motion_id_member_id_pk" PRIMARY KEY("locality_id","motion_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "motion_subjects" (
	"locality_id" text NOT NULL,
	"motion_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"label" text NOT NULL,
	CONSTRAINT "motion_subjects_locality_id_motion_id_subject_id_pk" PRIMARY KEY("locality_id","motion_id","subject_id")
);
--> statement-breakpoint
CREATE TABLE "motions" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"no" integer NOT NULL,
	"title" text NOT NULL,
	"mode" text NOT NULL,
	"status" text NOT NULL,
	"rule" jsonb NOT NULL,
	"round" integer NOT NULL,
	"previous_id" uuid,
	"tally" jsonb,
	"outcome" jsonb,
	"paper" jsonb,
	"scan_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "motions_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE INDEX "council_members_locality_id_council_id_index" ON "council_members" USING btree ("locality_id","council_id");--> statement-breakpoint
CREATE INDEX "council_members_locality_id_user_id_index" ON "council_members" USING btree ("locality_id","user_id");--> statement-breakpoint
CREATE INDEX "council_sessions_locality_id_council_id_index" ON "council_sessions" USING btree ("locality_id","council_id");--> statement-breakpoint
CREATE INDEX "councils_locality_id_unit_id_index" ON "councils" USING btree ("locality_id","unit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "yearly_ratings_locality_id_person_id_year_decision_number_index" ON "yearly_ratings" USING btree ("locality_id","person_id","year","decision_number");--> statement-breakpoint
CREATE UNIQUE INDEX "yearly_ratings_locality_id_subject_unit_id_year_decision_number_index" ON "yearly_ratings" USING btree ("locality_id","subject_unit_id","year","decision_number");--> statement-breakpoint
CREATE INDEX "yearly_ratings_locality_id_unit_id_year_index" ON "yearly_ratings" USING btree ("locality_id","unit_id","year");--> statement-breakpoint
CREATE INDEX "initiative_authors_locality_id_person_id_index" ON "initiative_authors" USING btree ("locality_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "initiative_recognitions_locality_id_initiative_id_scope_index" ON "initiative_recognitions" USING btree ("locality_id","initiative_id","scope");--> statement-breakpoint
CREATE INDEX "initiative_reviews_locality_id_initiative_id_index" ON "initiative_reviews" USING btree ("locality_id","initiative_id");--> statement-breakpoint
CREATE INDEX "initiatives_locality_id_unit_id_index" ON "initiatives" USING btree ("locality_id","unit_id");--> statement-breakpoint
CREATE INDEX "initiatives_locality_id_year_status_index" ON "initiatives" USING btree ("locality_id","year","status");--> statement-breakpoint
CREATE INDEX "nomination_documents_locality_id_nomination_id_index" ON "nomination_documents" USING btree ("locality_id","nomination_id");--> statement-breakpoint
CREATE UNIQUE INDEX "notice_comments_locality_id_receipt_hash_index" ON "notice_comments" USING btree ("locality_id","receipt_hash");--> statement-breakpoint
CREATE INDEX "notice_comments_locality_id_notice_id_index" ON "notice_comments" USING btree ("locality_id","notice_id");--> statement-breakpoint
CREATE INDEX "notice_comments_locality_id_subject_id_index" ON "notice_comments" USING btree ("locality_id","subject_id");--> statement-breakpoint
CREATE INDEX "notice_subjects_locality_id_subject_id_index" ON "notice_subjects" USING btree ("locality_id","subject_id");--> statement-breakpoint
CREATE INDEX "public_notices_locality_id_closed_on_ends_on_index" ON "public_notices" USING btree ("locality_id","closed_on","ends_on");--> statement-breakpoint
CREATE INDEX "public_notices_locality_id_unit_id_index" ON "public_notices" USING btree ("locality_id","unit_id");--> statement-breakpoint
CREATE INDEX "cluster_events_locality_id_cluster_id_year_index" ON "cluster_events" USING btree ("locality_id","cluster_id","year");--> statement-breakpoint
CREATE INDEX "cluster_models_locality_id_cluster_id_index" ON "cluster_models" USING btree ("locality_id","cluster_id");--> statement-breakpoint
CREATE UNIQUE INDEX "cluster_pacts_locality_id_cluster_id_year_index" ON "cluster_pacts" USING btree ("locality_id","cluster_id","year");--> statement-breakpoint
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
CREATE INDEX "scoring_rounds_locality_id_card_id_index" ON "scoring_rounds" USING btree ("locality_id","card_id");--> statement-breakpoint
CREATE INDEX "motion_subjects_locality_id_subject_id_index" ON "motion_subjects" USING btree ("locality_id","subject_id");--> statement-breakpoint
CREATE INDEX "motions_locality_id_session_id_index" ON "motions" USING btree ("locality_id","session_id");