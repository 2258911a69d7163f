CREATE TABLE "api_tokens" (
	"locality_id" text NOT NULL,
	"token_hash" text NOT NULL,
	"user_id" uuid NOT NULL,
	"label" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_tokens_locality_id_token_hash_pk" PRIMARY KEY("locality_id","token_hash")
);
--> statement-breakpoint
CREATE TABLE "delegations" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"from_user_id" uuid NOT NULL,
	"to_user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"reason" text NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "delegations_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE TABLE "login_sessions" (
	"locality_id" text NOT NULL,
	"token_hash" text NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "login_sessions_locality_id_token_hash_pk" PRIMARY KEY("locality_id","token_hash")
);
--> statement-breakpoint
CREATE TABLE "role_grants" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	CONSTRAINT "role_grants_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempts" (
	"locality_id" text NOT NULL,
	"key" text NOT NULL,
	"failures" integer NOT NULL,
	"first_failed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sign_in_attempts_locality_id_key_pk" PRIMARY KEY("locality_id","key")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"username" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"person_id" uuid,
	"email" text,
	"must_change_password" boolean DEFAULT false NOT NULL,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "users_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE TABLE "campaign_awards" (
	"locality_id" text NOT NULL,
	"campaign_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"honour" text NOT NULL,
	"subject_kind" text NOT NULL,
	"quantity" integer NOT NULL,
	"amount_dong" bigint NOT NULL,
	CONSTRAINT "campaign_awards_locality_id_campaign_id_seq_pk" PRIMARY KEY("locality_id","campaign_id","seq")
);
--> statement-breakpoint
CREATE TABLE "campaign_criteria" (
	"locality_id" text NOT NULL,
	"campaign_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"text" text NOT NULL,
	"unit_of_measure" text,
	"evidence_source" text,
	"due_on" date,
	CONSTRAINT "campaign_criteria_locality_id_campaign_id_seq_pk" PRIMARY KEY("locality_id","campaign_id","seq")
);
--> statement-breakpoint
CREATE TABLE "campaign_scopes" (
	"locality_id" text NOT NULL,
	"campaign_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"unit_id" uuid,
	"unit_kind" text,
	CONSTRAINT "campaign_scopes_locality_id_campaign_id_seq_pk" PRIMARY KEY("locality_id","campaign_id","seq")
);
--> statement-breakpoint
CREATE TABLE "campaign_units" (
	"locality_id" text NOT NULL,
	"campaign_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	CONSTRAINT "campaign_units_locality_id_campaign_id_unit_id_pk" PRIMARY KEY("locality_id","campaign_id","unit_id")
);
--> statement-breakpoint
CREATE TABLE "campaigns" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"programme_id" uuid,
	"kind" text NOT NULL,
	"form" text NOT NULL,
	"content_no" integer,
	"parent_id" uuid,
	"unit_id" uuid NOT NULL,
	"title" text NOT NULL,
	"aim" text NOT NULL,
	"occasion" text,
	"basis" text,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"response_due_on" date NOT NULL,
	"status" text NOT NULL,
	"launched_on" date,
	"closed_on" date,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "campaigns_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE TABLE "programme_contents" (
	"locality_id" text NOT NULL,
	"programme_id" uuid NOT NULL,
	"no" integer NOT NULL,
	"title" text NOT NULL,
	CONSTRAINT "programme_contents_locality_id_programme_id_no_pk" PRIMARY KEY("locality_id","programme_id","no")
);
--> statement-breakpoint
CREATE TABLE "programme_launchers" (
	"locality_id" text NOT NULL,
	"programme_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"name" text NOT NULL,
	"lawful" boolean NOT NULL,
	CONSTRAINT "programme_launchers_locality_id_programme_id_seq_pk" PRIMARY KEY("locality_id","programme_id","seq")
);
--> statement-breakpoint
CREATE TABLE "programmes" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"theme" text NOT NULL,
	"launched_at_event" text,
	"launched_on" date,
	"aims" text[] DEFAULT '{}' NOT NULL,
	"occasions" text[] DEFAULT '{}' NOT NULL,
	"registration_due_on" date NOT NULL,
	"school_registration_due_on" date,
	CONSTRAINT "programmes_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE TABLE "registrations" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"year" integer NOT NULL,
	"unit_id" uuid NOT NULL,
	"honour" text NOT NULL,
	"person_id" uuid,
	"subject_unit_id" uuid,
	"registered_on" date NOT NULL,
	"late_reason" text,
	"withdrawn_on" date,
	CONSTRAINT "registrations_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE TABLE "responses" (
	"locality_id" text NOT NULL,
	"campaign_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"responded_on" date NOT NULL,
	"undertaking" text NOT NULL,
	"participants" integer,
	"late_reason" text,
	CONSTRAINT "responses_locality_id_campaign_id_unit_id_pk" PRIMARY KEY("locality_id","campaign_id","unit_id")
);
--> statement-breakpoint
CREATE TABLE "award_decisions" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"issuer_unit_id" uuid NOT NULL,
	"authority" text NOT NULL,
	"title" text NOT NULL,
	"year" integer NOT NULL,
	"source" text NOT NULL,
	"state" text NOT NULL,
	"number" integer,
	"symbol" text,
	"decided_on" date,
	"signer_name" text,
	"signer_title" text,
	"scan_file_id" uuid,
	"prepared_by" uuid NOT NULL,
	"prepared_on" date NOT NULL,
	"signed_by" uuid,
	"recorded_by" uuid,
	"confirmed_by" uuid,
	CONSTRAINT "award_decisions_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE TABLE "awards" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"decision_id" uuid NOT NULL,
	"register_year" integer NOT NULL,
	"register_number" integer NOT NULL,
	"code" text NOT NULL,
	"honour" text NOT NULL,
	"year" integer NOT NULL,
	"subject_kind" text NOT NULL,
	"person_id" uuid,
	"subject_unit_id" uuid,
	"subject_name" text NOT NULL,
	"subject_note" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"achievement" text NOT NULL,
	"amount_dong" bigint,
	"nomination_id" uuid,
	"log_entry_id" uuid NOT NULL,
	"revoked_on" date,
	"revocation_reason" text,
	"issued_at" timestamp with time zone NOT NULL,
	CONSTRAINT "awards_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE TABLE "external_awards" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"honour" text NOT NULL,
	"year" integer NOT NULL,
	"decided_on" date NOT NULL,
	"decision_number" text NOT NULL,
	"issuer" text NOT NULL,
	"person_id" uuid,
	"subject_unit_id" uuid,
	CONSTRAINT "external_awards_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE TABLE "register_counters" (
	"locality_id" text NOT NULL,
	"year" integer NOT NULL,
	"last_number" integer NOT NULL,
	CONSTRAINT "register_counters_locality_id_year_pk" PRIMARY KEY("locality_id","year")
);
--> statement-breakpoint
CREATE TABLE "findings" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"nomination_id" uuid NOT NULL,
	"stage" text NOT NULL,
	"reckoned_on" date NOT NULL,
	"verdict" text NOT NULL,
	"rulebook_hash" text NOT NULL,
	"input" jsonb NOT NULL,
	"output" jsonb NOT NULL,
	"found_at" timestamp with time zone NOT NULL,
	CONSTRAINT "findings_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE TABLE "local_rules" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"rule" text NOT NULL,
	"value" text NOT NULL,
	"instrument" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	CONSTRAINT "local_rules_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE TABLE "nominations" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"honour" text NOT NULL,
	"year" integer NOT NULL,
	"authority" text NOT NULL,
	"subject_kind" text NOT NULL,
	"person_id" uuid,
	"subject_unit_id" uuid,
	"subject_name" text NOT NULL,
	"subject_folded" text NOT NULL,
	"subject_note" text NOT NULL,
	"campaign_id" uuid,
	"achievement" text NOT NULL,
	"facts" jsonb NOT NULL,
	"status" text NOT NULL,
	"received_on" date,
	"assigned_to" uuid,
	"decision_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "nominations_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE TABLE "rulebooks" (
	"locality_id" text NOT NULL,
	"hash" text NOT NULL,
	"regime" text NOT NULL,
	"content" jsonb NOT NULL,
	"first_used_at" timestamp with time zone NOT NULL,
	CONSTRAINT "rulebooks_locality_id_hash_pk" PRIMARY KEY("locality_id","hash")
);
--> statement-breakpoint
CREATE TABLE "cluster_members" (
	"locality_id" text NOT NULL,
	"cluster_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	CONSTRAINT "cluster_members_locality_id_cluster_id_unit_id_from_on_pk" PRIMARY KEY("locality_id","cluster_id","unit_id","from_on")
);
--> statement-breakpoint
CREATE TABLE "clusters" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"rank" integer NOT NULL,
	CONSTRAINT "clusters_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"full_name" text NOT NULL,
	"name_folded" text NOT NULL,
	"sex" text,
	"born_on" date,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "people_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE TABLE "positions" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"title" text NOT NULL,
	"position_rank" integer NOT NULL,
	"worker" text NOT NULL,
	"recruited_on" date,
	"direct_labourer" boolean DEFAULT false NOT NULL,
	"grassroots_cadre" boolean DEFAULT false NOT NULL,
	"difficult_field" boolean DEFAULT false NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	CONSTRAINT "positions_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE TABLE "unit_successions" (
	"locality_id" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"successor_id" uuid,
	"successor_name" text NOT NULL,
	"on" date NOT NULL,
	"kind" text NOT NULL,
	"basis" text NOT NULL,
	CONSTRAINT "unit_successions_locality_id_unit_id_on_successor_name_pk" PRIMARY KEY("locality_id","unit_id","on","successor_name")
);
--> statement-breakpoint
CREATE TABLE "unit_versions" (
	"locality_id" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	"name" text NOT NULL,
	"name_folded" text NOT NULL,
	"kind" text NOT NULL,
	"parent_id" uuid,
	"rank" integer NOT NULL,
	"by_school_year" boolean DEFAULT false NOT NULL,
	"difficult_area" boolean DEFAULT false NOT NULL,
	"difficult_area_basis" text,
	CONSTRAINT "unit_versions_locality_id_unit_id_from_on_pk" PRIMARY KEY("locality_id","unit_id","from_on")
);
--> statement-breakpoint
CREATE TABLE "units" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"code" text,
	"tax_code" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "units_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE TABLE "actions" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"seq" integer NOT NULL,
	"action" text NOT NULL,
	"command" text NOT NULL,
	"actor_id" text NOT NULL,
	"actor_name" text NOT NULL,
	"acting_for_id" uuid,
	"unit_id" uuid,
	"payload" jsonb NOT NULL,
	"done_on" date NOT NULL,
	"done_at" timestamp with time zone NOT NULL,
	CONSTRAINT "actions_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE TABLE "command_runs" (
	"locality_id" text NOT NULL,
	"transaction_id" uuid NOT NULL,
	"command" text NOT NULL,
	"actor_id" text NOT NULL,
	"result" jsonb,
	"ran_at" timestamp with time zone NOT NULL,
	CONSTRAINT "command_runs_locality_id_transaction_id_pk" PRIMARY KEY("locality_id","transaction_id")
);
--> statement-breakpoint
CREATE TABLE "localities" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	"hosts" text[] DEFAULT '{}' NOT NULL,
	"demonstration_on" date,
	"demonstration_played_on" date,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"to_user_id" uuid,
	"to_address" text,
	"kind" text NOT NULL,
	"payload" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"failure" text,
	CONSTRAINT "outbox_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE TABLE "file_chunks" (
	"locality_id" text NOT NULL,
	"sha256" text NOT NULL,
	"seq" integer NOT NULL,
	"chunk" "bytea" NOT NULL,
	CONSTRAINT "file_chunks_locality_id_sha256_seq_pk" PRIMARY KEY("locality_id","sha256","seq")
);
--> statement-breakpoint
CREATE TABLE "files" (
	"locality_id" text NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"added_by" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"unit_id" uuid,
	CONSTRAINT "files_locality_id_id_pk" PRIMARY KEY("locality_id","id")
);
--> statement-breakpoint
CREATE TABLE "commitments" (
	"locality_id" text NOT NULL,
	"entry_id" uuid NOT NULL,
	"fact" text NOT NULL,
	"salt" text NOT NULL,
	"value" text NOT NULL,
	CONSTRAINT "commitments_locality_id_entry_id_fact_pk" PRIMARY KEY("locality_id","entry_id","fact")
);
--> statement-breakpoint
CREATE TABLE "installation_secrets" (
	"name" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "log_checkpoints" (
	"size" bigint PRIMARY KEY NOT NULL,
	"note" text NOT NULL,
	"signed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "log_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"leaf" "bytea" NOT NULL,
	"written_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "log_pending" (
	"id" uuid PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "log_sequence" (
	"entry_index" bigint PRIMARY KEY NOT NULL,
	"entry_id" uuid NOT NULL,
	"leaf_hash" "bytea" NOT NULL,
	CONSTRAINT "log_sequence_entry_id_unique" UNIQUE("entry_id")
);
--> statement-breakpoint
CREATE TABLE "log_tiles" (
	"level" integer NOT NULL,
	"tile_index" bigint NOT NULL,
	"hashes" "bytea" NOT NULL,
	CONSTRAINT "log_tiles_level_tile_index_pk" PRIMARY KEY("level","tile_index")
);
--> statement-breakpoint
CREATE INDEX "api_tokens_locality_id_user_id_index" ON "api_tokens" USING btree ("locality_id","user_id");--> statement-breakpoint
CREATE INDEX "delegations_locality_id_to_user_id_index" ON "delegations" USING btree ("locality_id","to_user_id");--> statement-breakpoint
CREATE INDEX "login_sessions_locality_id_user_id_index" ON "login_sessions" USING btree ("locality_id","user_id");--> statement-breakpoint
CREATE INDEX "role_grants_locality_id_user_id_index" ON "role_grants" USING btree ("locality_id","user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_locality_id_username_index" ON "users" USING btree ("locality_id","username");--> statement-breakpoint
CREATE INDEX "campaign_units_locality_id_unit_id_index" ON "campaign_units" USING btree ("locality_id","unit_id");--> statement-breakpoint
CREATE INDEX "campaigns_locality_id_programme_id_index" ON "campaigns" USING btree ("locality_id","programme_id");--> statement-breakpoint
CREATE UNIQUE INDEX "programmes_locality_id_unit_id_year_index" ON "programmes" USING btree ("locality_id","unit_id","year");--> statement-breakpoint
CREATE INDEX "registrations_locality_id_unit_id_year_index" ON "registrations" USING btree ("locality_id","unit_id","year");--> statement-breakpoint
CREATE INDEX "registrations_locality_id_person_id_year_index" ON "registrations" USING btree ("locality_id","person_id","year");--> statement-breakpoint
CREATE INDEX "registrations_locality_id_subject_unit_id_year_index" ON "registrations" USING btree ("locality_id","subject_unit_id","year");--> statement-breakpoint
CREATE UNIQUE INDEX "award_decisions_locality_id_issuer_unit_id_symbol_year_number_index" ON "award_decisions" USING btree ("locality_id","issuer_unit_id","symbol","year","number");--> statement-breakpoint
CREATE UNIQUE INDEX "awards_locality_id_register_year_register_number_index" ON "awards" USING btree ("locality_id","register_year","register_number");--> statement-breakpoint
CREATE UNIQUE INDEX "awards_locality_id_code_index" ON "awards" USING btree ("locality_id","code");--> statement-breakpoint
CREATE INDEX "awards_locality_id_person_id_index" ON "awards" USING btree ("locality_id","person_id");--> statement-breakpoint
CREATE INDEX "awards_locality_id_subject_unit_id_index" ON "awards" USING btree ("locality_id","subject_unit_id");--> statement-breakpoint
CREATE INDEX "awards_locality_id_decision_id_index" ON "awards" USING btree ("locality_id","decision_id");--> statement-breakpoint
CREATE INDEX "external_awards_locality_id_person_id_index" ON "external_awards" USING btree ("locality_id","person_id");--> statement-breakpoint
CREATE INDEX "external_awards_locality_id_subject_unit_id_index" ON "external_awards" USING btree ("locality_id","subject_unit_id");--> statement-breakpoint
CREATE INDEX "findings_locality_id_nomination_id_index" ON "findings" USING btree ("locality_id","nomination_id");--> statement-breakpoint
CREATE INDEX "local_rules_locality_id_rule_index" ON "local_rules" USING btree ("locality_id","rule");--> statement-breakpoint
CREATE INDEX "nominations_locality_id_status_index" ON "nominations" USING btree ("locality_id","status");--> statement-breakpoint
CREATE INDEX "nominations_locality_id_unit_id_index" ON "nominations" USING btree ("locality_id","unit_id");--> statement-breakpoint
CREATE INDEX "nominations_locality_id_person_id_index" ON "nominations" USING btree ("locality_id","person_id");--> statement-breakpoint
CREATE INDEX "nominations_locality_id_decision_id_index" ON "nominations" USING btree ("locality_id","decision_id");--> statement-breakpoint
CREATE INDEX "cluster_members_locality_id_unit_id_index" ON "cluster_members" USING btree ("locality_id","unit_id");--> statement-breakpoint
CREATE INDEX "people_locality_id_name_folded_index" ON "people" USING btree ("locality_id","name_folded");--> statement-breakpoint
CREATE INDEX "positions_locality_id_unit_id_index" ON "positions" USING btree ("locality_id","unit_id");--> statement-breakpoint
CREATE INDEX "positions_locality_id_person_id_index" ON "positions" USING btree ("locality_id","person_id");--> statement-breakpoint
CREATE INDEX "unit_versions_locality_id_parent_id_index" ON "unit_versions" USING btree ("locality_id","parent_id");--> statement-breakpoint
CREATE INDEX "unit_versions_locality_id_kind_index" ON "unit_versions" USING btree ("locality_id","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "units_locality_id_tax_code_index" ON "units" USING btree ("locality_id","tax_code");--> statement-breakpoint
CREATE INDEX "units_locality_id_code_index" ON "units" USING btree ("locality_id","code");--> statement-breakpoint
CREATE UNIQUE INDEX "actions_locality_id_subject_kind_subject_id_seq_index" ON "actions" USING btree ("locality_id","subject_kind","subject_id","seq");--> statement-breakpoint
CREATE INDEX "actions_locality_id_done_at_index" ON "actions" USING btree ("locality_id","done_at");--> statement-breakpoint
CREATE INDEX "outbox_locality_id_to_user_id_index" ON "outbox" USING btree ("locality_id","to_user_id");