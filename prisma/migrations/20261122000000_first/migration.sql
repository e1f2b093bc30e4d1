-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "seed" BYTEA NOT NULL,
    "kdf" JSONB NOT NULL,
    "auth_hash" TEXT NOT NULL,
    "recovery_auth_hash" TEXT NOT NULL,
    "keys" BYTEA NOT NULL,
    "signing_key" BYTEA NOT NULL,
    "encryption_key" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sealed_item" (
    "account_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "sealed_item_pkey" PRIMARY KEY ("account_id","kind")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "lookup_id" BYTEA NOT NULL,
    "inviter_id" UUID NOT NULL,
    "bundle" BYTEA NOT NULL,
    "kept" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_by_id" UUID,
    "acceptance" BYTEA,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("lookup_id")
);

-- CreateTable
CREATE TABLE "partnership" (
    "id" UUID NOT NULL,
    "linked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "partnership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member" (
    "partnership_id" UUID NOT NULL,
    "seat" CHAR(1) NOT NULL,
    "account_id" UUID NOT NULL,
    "linked_account_id" UUID,

    CONSTRAINT "member_pkey" PRIMARY KEY ("partnership_id","seat")
);

-- CreateTable
CREATE TABLE "epoch" (
    "partnership_id" UUID NOT NULL,
    "epoch" INTEGER NOT NULL,
    "epoch_keys" BYTEA NOT NULL,

    CONSTRAINT "epoch_pkey" PRIMARY KEY ("partnership_id","epoch")
);

-- CreateTable
CREATE TABLE "agreement" (
    "partnership_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "hash" BYTEA NOT NULL,
    "previous_hash" BYTEA,
    "rules" JSONB NOT NULL,
    "words" BYTEA NOT NULL,
    "proposed_by" CHAR(1) NOT NULL,
    "signature_a" BYTEA,
    "signature_b" BYTEA,
    "signed_at" TIMESTAMPTZ(3),

    CONSTRAINT "agreement_pkey" PRIMARY KEY ("partnership_id","version")
);

-- CreateTable
CREATE TABLE "check_in" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "live_partnership_id" UUID,
    "agreement_hash" BYTEA NOT NULL,
    "seq" INTEGER NOT NULL DEFAULT 0,
    "room" JSONB NOT NULL,
    "opened_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "check_in_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "check_in_quiet" (
    "check_in_id" UUID NOT NULL,
    "quiet" JSONB NOT NULL,
    "server_run_id" UUID,

    CONSTRAINT "check_in_quiet_pkey" PRIMARY KEY ("check_in_id")
);

-- CreateTable
CREATE TABLE "check_in_event" (
    "check_in_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "event" JSONB NOT NULL,

    CONSTRAINT "check_in_event_pkey" PRIMARY KEY ("check_in_id","seq")
);

-- CreateTable
CREATE TABLE "command_receipt" (
    "check_in_id" UUID NOT NULL,
    "command_id" UUID NOT NULL,
    "outcome" JSONB NOT NULL,

    CONSTRAINT "command_receipt_pkey" PRIMARY KEY ("check_in_id","command_id")
);

-- CreateTable
CREATE TABLE "utterance" (
    "check_in_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "utterance_id" UUID NOT NULL,
    "turn" INTEGER NOT NULL,
    "holder" CHAR(1) NOT NULL,
    "envelope" BYTEA NOT NULL,

    CONSTRAINT "utterance_pkey" PRIMARY KEY ("check_in_id","seq")
);

-- CreateTable
CREATE TABLE "freeze_reason" (
    "check_in_id" UUID NOT NULL,
    "freeze_epoch" INTEGER NOT NULL,
    "envelope" BYTEA NOT NULL,

    CONSTRAINT "freeze_reason_pkey" PRIMARY KEY ("check_in_id","freeze_epoch")
);

-- CreateTable
CREATE TABLE "journal_scope" (
    "id" UUID NOT NULL,
    "last_cursor" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "journal_scope_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entry" (
    "id" UUID NOT NULL,
    "room" TEXT NOT NULL,
    "scope_id" UUID NOT NULL,
    "cursor" BIGINT NOT NULL,
    "author_id" UUID NOT NULL,
    "record_of_id" UUID,
    "mutation_id" UUID NOT NULL,
    "envelope" BYTEA NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "server_run" (
    "id" UUID NOT NULL,
    "boot_id" TEXT NOT NULL,
    "beat_wall_ms" BIGINT NOT NULL,
    "beat_monotonic_ms" BIGINT NOT NULL,

    CONSTRAINT "server_run_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_email_key" ON "account"("email");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_inviter_id_key" ON "invitation"("inviter_id");

-- CreateIndex
CREATE UNIQUE INDEX "member_linked_account_id_key" ON "member"("linked_account_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_hash_key" ON "agreement"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "check_in_live_partnership_id_key" ON "check_in"("live_partnership_id");

-- CreateIndex
CREATE INDEX "check_in_partnership_id_idx" ON "check_in"("partnership_id");

-- CreateIndex
CREATE UNIQUE INDEX "utterance_check_in_id_utterance_id_key" ON "utterance"("check_in_id", "utterance_id");

-- CreateIndex
CREATE UNIQUE INDEX "entry_record_of_id_key" ON "entry"("record_of_id");

-- CreateIndex
CREATE UNIQUE INDEX "entry_mutation_id_key" ON "entry"("mutation_id");

-- CreateIndex
CREATE UNIQUE INDEX "entry_scope_id_cursor_key" ON "entry"("scope_id", "cursor");

-- AddForeignKey
ALTER TABLE "sealed_item" ADD CONSTRAINT "sealed_item_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_inviter_id_fkey" FOREIGN KEY ("inviter_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_accepted_by_id_fkey" FOREIGN KEY ("accepted_by_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "epoch" ADD CONSTRAINT "epoch_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_agreement_hash_fkey" FOREIGN KEY ("agreement_hash") REFERENCES "agreement"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in_quiet" ADD CONSTRAINT "check_in_quiet_check_in_id_fkey" FOREIGN KEY ("check_in_id") REFERENCES "check_in"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in_event" ADD CONSTRAINT "check_in_event_check_in_id_fkey" FOREIGN KEY ("check_in_id") REFERENCES "check_in"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "command_receipt" ADD CONSTRAINT "command_receipt_check_in_id_fkey" FOREIGN KEY ("check_in_id") REFERENCES "check_in"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "utterance" ADD CONSTRAINT "utterance_check_in_id_fkey" FOREIGN KEY ("check_in_id") REFERENCES "check_in"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "freeze_reason" ADD CONSTRAINT "freeze_reason_check_in_id_fkey" FOREIGN KEY ("check_in_id") REFERENCES "check_in"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_scope_id_fkey" FOREIGN KEY ("scope_id") REFERENCES "journal_scope"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

